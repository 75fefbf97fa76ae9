// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_NATIVE_HPP
#define STOA_TYPES_NATIVE_HPP

// What travels between the mapping and a driver: one small value per portable type. Text, bytes and documents
// are views; whoever binds them keeps them alive until the statement has run, and whoever reads them copies
// before the next row. Values are checked (UTF-8, NUL, NaN, ranges) before they come here.

#include "stoa/core/list_view.hpp"
#include "stoa/types/guid.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stoa::native {

/// A JSON document: canonical when bound, as the database prints it when read.
struct json {
    std::string_view text;
};

/// Microseconds since 1970-01-01T00:00:00Z, within years 1 to 9999.
struct timestamp {
    std::int64_t microseconds = 0;
};

/// Days since 1970-01-01, within years 1 to 9999.
struct date {
    std::int32_t days = 0;
};

/// `unscaled` / 10^`scale`, of at most `precision` digits (1 to 18).
struct decimal {
    std::int64_t unscaled = 0;
    std::uint8_t precision = 18;
    std::uint8_t scale = 0;
};

/// Calls `use` with the alternative that `values` holds; std::visit does the same and takes compilers far longer.
template <std::size_t I = 0, class Use, class... Alternatives>
constexpr decltype(auto) with_values(const std::variant<Alternatives...>& values, Use&& use) {
    if constexpr (I + 1 == sizeof...(Alternatives)) {
        return use(std::get<I>(values));
    } else {
        if (values.index() == I) return use(std::get<I>(values));
        return with_values<I + 1>(values, use);
    }
}

using text = std::string_view;
using bytes = std::span<const std::byte>;

/// All values of an `in` list or of an array (`type` says which), bound as one parameter. Booleans, integers, dates,
/// timestamps and decimals are their 64-bit integers (0/1, value, days, microseconds, unscaled); text, enumerators and
/// documents are strings.
struct list {
    type_def type;
    std::variant<list_view<const std::int64_t>, list_view<const double>, list_view<const std::string>,
                 list_view<const guid>, list_view<const std::vector<std::byte>>>
        values;
    list_view<const unsigned char> nulls{}; ///< 1 for each value that stands for NULL, else 0; empty: there is no NULL
};

/// The values of an array, owned, in the forms that `list` has. Which of them are wanted follows from `type`, which is
/// set before an array is read.
struct array {
    type_def type;
    std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>, std::vector<guid>> values;

    /// As it is bound.
    list view() const {
        return with_values(values, [this]<class T>(const std::vector<T>& all) {
            return list{type, list_view<const T>(all.data(), all.size())};
        });
    }
};

} // namespace stoa::native

#endif

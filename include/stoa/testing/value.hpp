// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_VALUE_HPP
#define STOA_TESTING_VALUE_HPP

// Values as they travel between mappings and drivers, kept: what a statement was given, what a row had, what a row is
// to have. Rows of C++ types become such values and the other way round by their mappings.

#include "stoa/core/error.hpp"
#include "stoa/core/text_sink.hpp"
#include "stoa/session/binder.hpp"
#include "stoa/session/reader.hpp"
#include "stoa/types/array_text.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/decimal.hpp"
#include "stoa/types/guid.hpp"
#include "stoa/types/iso_text.hpp"
#include "stoa/types/native.hpp"
#include "stoa/types/number_text.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::testing {

/// One value of a portable type, or NULL.
struct value {
    type_kind kind = type_kind::int64;
    bool is_null = true;
    std::int64_t integer = 0; ///< boolean (0, 1), integers, microseconds, days, the digits of a decimal
    double real = 0;          ///< float32, float64
    std::uint8_t scale = 0;   ///< decimal: digits behind the point
    std::string text{};       ///< text, json, bytes; an array or a list as the text of a JSON array
    guid id{};

    friend bool operator==(const value&, const value&) = default;
};

/// The values of one row, by column.
using value_row = std::vector<value>;

/// Such as: NULL, true, 42, 1.5, 'it''s', x'00ff', {"a":1}, 2024-02-29T12:00:00.000000Z, 12.50, [1,2].
inline std::string to_string(const value& given) {
    if (given.is_null) return "NULL";
    switch (given.kind) {
    case type_kind::boolean: return given.integer != 0 ? "true" : "false";
    case type_kind::int16:
    case type_kind::int32:
    case type_kind::int64: return std::to_string(given.integer);
    case type_kind::float32: return std::string(number_text(static_cast<float>(given.real)).view());
    case type_kind::float64: return std::string(number_text(given.real).view());
    case type_kind::decimal: return write_text([&](text_sink& out) { write_decimal(out, given.integer, given.scale); });
    case type_kind::guid: return stoa::to_string(given.id);
    case type_kind::timestamp: {
        const auto text = iso_text(native::timestamp{given.integer});
        return {text.begin(), text.end()};
    }
    case type_kind::date: {
        const auto text = iso_text(native::date{static_cast<std::int32_t>(given.integer)});
        return {text.begin(), text.end()};
    }
    case type_kind::json:
    case type_kind::array: return given.text;
    case type_kind::bytes: {
        std::string text = "x'";
        for (const char c : given.text) {
            const auto byte = static_cast<unsigned char>(c);
            text.append({"0123456789abcdef"[byte / 16], "0123456789abcdef"[byte % 16]});
        }
        return text + "'";
    }
    case type_kind::text: break;
    }
    std::string text = "'";
    for (const char c : given.text) text.append(c == '\'' ? 2 : 1, c);
    return text + "'";
}

/// Such as: (1, 'Dune', NULL).
inline std::string to_string(const value_row& given) {
    std::string text = "(";
    for (const value& each : given) text.append(text.size() == 1 ? "" : ", ").append(to_string(each));
    return text + ")";
}

namespace detail {

inline value of_integer(type_kind kind, std::int64_t integer) {
    return {kind, false, integer};
}
inline value of_text(type_kind kind, std::string_view text) {
    value made{kind, false};
    made.text = text;
    return made;
}

inline value to_value(bool given) {
    return of_integer(type_kind::boolean, given ? 1 : 0);
}
inline value to_value(std::int16_t given) {
    return of_integer(type_kind::int16, given);
}
inline value to_value(std::int32_t given) {
    return of_integer(type_kind::int32, given);
}
inline value to_value(std::int64_t given) {
    return of_integer(type_kind::int64, given);
}
inline value to_value(float given) {
    return {type_kind::float32, false, 0, given};
}
inline value to_value(double given) {
    return {type_kind::float64, false, 0, given};
}
inline value to_value(native::text given) {
    return of_text(type_kind::text, given);
}
inline value to_value(native::bytes given) {
    return of_text(type_kind::bytes, {reinterpret_cast<const char*>(given.data()), given.size()});
}
inline value to_value(const guid& given) {
    value made{type_kind::guid, false};
    made.id = given;
    return made;
}
inline value to_value(native::json given) {
    return of_text(type_kind::json, given.text);
}
inline value to_value(native::timestamp given) {
    return of_integer(type_kind::timestamp, given.microseconds);
}
inline value to_value(native::date given) {
    return of_integer(type_kind::date, given.days);
}
inline value to_value(native::decimal given) {
    return {type_kind::decimal, false, given.unscaled, 0, given.scale};
}
inline value to_value(native::list given) {
    if (given.type.kind != type_kind::array) given.type.element = given.type.kind;
    if (given.type.element == type_kind::bytes) return of_text(type_kind::array, "[bytes]"); // which have no such form
    return of_text(type_kind::array, array_text(given));
}

/// Takes values as a statement takes its parameters.
struct value_taker {
    value_row taken{};

    void bind_null(int parameter) { put(parameter, {}); }
    template <class Native>
    void bind(int parameter, const Native& given) {
        put(parameter, to_value(given));
    }

private:
    void put(int parameter, value given) {
        const auto place = static_cast<std::size_t>(parameter);
        if (taken.size() <= place) taken.resize(place + 1);
        taken[place] = std::move(given);
    }
};

[[noreturn]] inline void refuse_read(std::size_t column, const value& given, type_kind wanted) {
    raise(errc::mapping_mismatch, "column " + std::to_string(column + 1) + " is read as " +
                                      std::string(to_string(wanted)) + " and was given " + to_string(given) +
                                      ". Give it a value of that type.");
}

/// Gives values as a statement gives those of its current row.
class value_giver {
public:
    explicit value_giver(const value_row& row) : row_(row) {}

    bool is_null(int column) const { return at(column).is_null; }

    void read(int column, bool& to) const { to = of(column, type_kind::boolean).integer != 0; }
    void read(int column, std::int16_t& to) const { to = static_cast<std::int16_t>(integer(column, type_kind::int16)); }
    void read(int column, std::int32_t& to) const { to = static_cast<std::int32_t>(integer(column, type_kind::int32)); }
    void read(int column, std::int64_t& to) const { to = integer(column, type_kind::int64); }
    void read(int column, float& to) const { to = static_cast<float>(of(column, type_kind::float32).real); }
    void read(int column, double& to) const { to = of(column, type_kind::float64).real; }
    void read(int column, native::text& to) const { to = of(column, type_kind::text).text; }
    void read(int column, native::bytes& to) const {
        const std::string& bytes = of(column, type_kind::bytes).text;
        to = {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()};
    }
    void read(int column, guid& to) const { to = of(column, type_kind::guid).id; }
    void read(int column, native::json& to) const { to = {of(column, type_kind::json).text}; }
    void read(int column, native::timestamp& to) const { to = {of(column, type_kind::timestamp).integer}; }
    void read(int column, native::date& to) const {
        to = {static_cast<std::int32_t>(of(column, type_kind::date).integer)};
    }
    void read(int column, native::decimal& to) const {
        const value& found = of(column, type_kind::decimal);
        if (found.scale != to.scale) refuse_read(static_cast<std::size_t>(column), found, type_kind::decimal);
        to.unscaled = found.integer;
    }
    void read(int column, native::array& to) const {
        const value& found = of(column, type_kind::array);
        if (read_array_text(found.text, to) != array_fit::good)
            refuse_read(static_cast<std::size_t>(column), found, type_kind::array);
    }

private:
    const value& at(int column) const {
        const auto place = static_cast<std::size_t>(column);
        if (place >= row_.size())
            raise(errc::mapping_mismatch, "column " + std::to_string(place + 1) + " of a row is read that was given " +
                                              std::to_string(row_.size()) + ". Give it a value for every column.");
        return row_[place];
    }
    const value& of(int column, type_kind wanted) const {
        const value& found = at(column);
        if (found.is_null || found.kind != wanted) refuse_read(static_cast<std::size_t>(column), found, wanted);
        return found;
    }
    /// Whole numbers have one type where a test writes them.
    std::int64_t integer(int column, type_kind wanted) const {
        const value& found = at(column);
        if (found.is_null || !is_integer(found.kind)) refuse_read(static_cast<std::size_t>(column), found, wanted);
        const int bits = wanted == type_kind::int16 ? 16 : wanted == type_kind::int32 ? 32 : 64;
        const std::int64_t beyond = found.integer >> (bits - 1);
        if (beyond != 0 && beyond != -1) refuse_read(static_cast<std::size_t>(column), found, wanted);
        return found.integer;
    }

    const value_row& row_;
};

template <class T>
inline constexpr bool is_tuple = false;
template <class... T>
inline constexpr bool is_tuple<std::tuple<T...>> = true;

template <class Bind, class T>
void append_values(Bind& bind, const T& given) {
    if constexpr (mapped_field<T>)
        bind(given);
    else if constexpr (is_tuple<T>)
        std::apply([&](const auto&... each) { (append_values(bind, each), ...); }, given);
    else if constexpr (is_optional<T>) {
        if (given)
            append_values(bind, *given);
        else // a record that is missing
            for (std::size_t n = 0; n != column_count<typename T::value_type>; ++n) bind(std::optional<bool>());
    } else
        for_each_column(given, bind);
}

} // namespace detail

/// The values of a row: a record, another struct, a tuple of those and of values, or one value.
/// Throws: mapping_error where a value cannot be stored.
template <class Row>
value_row values_of(const Row& row) {
    detail::value_taker taker;
    stoa::detail::binder<detail::value_taker> bind(taker, true);
    detail::append_values(bind, row);
    return std::move(taker.taken);
}

/// The record that has these values, one for each column.
/// Throws: mapping_error where one does not fit.
template <record Record>
Record record_of(const value_row& values) {
    Record made{};
    const detail::value_giver giver(values);
    stoa::detail::read_record(giver, 0, made);
    return made;
}

} // namespace stoa::testing

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_PARAMETER_HPP
#define STOA_EXPRESSION_PARAMETER_HPP

// Values that a statement is given by name when it runs, so that it can be a constant of the program: `param` in the
// statement, `arg` where it runs.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/assignment.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/pattern.hpp"
#include "stoa/expression/value_members.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// How many rows: the value of a limit or offset.
struct row_count {};

constexpr std::int64_t checked_row_count(std::int64_t rows) {
    if (rows < 0) raise(errc::out_of_range, "limit and offset count rows; give them 0 or more.");
    return rows;
}

/// A string literal was kept as one.
constexpr std::string_view plain_argument(static_string text) {
    return text.text;
}

template <class V>
constexpr const V& plain_argument(const V& value) {
    return value;
}

template <class V>
using plain_argument_t = std::remove_cvref_t<decltype(plain_argument(std::declval<const V&>()))>;

/// What a parameter of type `T` is, which arguments it takes, and what it makes of them.
template <class T>
struct parameter_traits {
    using value_type = value_t<T>;
    static constexpr bool nullable = is_optional<T>;
    static constexpr type_def type = type_of<value_type>;

    template <class V>
    static constexpr bool takes =
        has_literal<value_type, V> && (nullable || !(is_optional<V> || std::is_same_v<V, std::nullopt_t>));

    template <class V>
    static auto make(const V& value) {
        return as_assigned<value_type>(value).value;
    }
};

template <class T>
struct parameter_traits<list_literal<T>> {
    using value_type = T;
    static constexpr bool nullable = false;
    static constexpr type_def type = list_literal<T>::type;

    template <class V>
    static constexpr bool takes = requires(const V& range) { requires has_literal<T, decltype(*range.begin())>; };

    template <class V>
    static auto make(const V& range) {
        return list_literal<T>(range);
    }
};

template <>
struct parameter_traits<like_pattern> {
    using value_type = like_pattern;
    static constexpr bool nullable = false;
    static constexpr type_def type{type_kind::text};

    template <class V>
    static constexpr bool takes = string_like<V>;

    template <class V>
    static auto make(const V& pattern) {
        return like_pattern{std::string(std::string_view(pattern))};
    }
};

template <>
struct parameter_traits<row_count> {
    using value_type = std::int64_t;
    static constexpr bool nullable = false;
    static constexpr type_def type{type_kind::int64};

    template <class V>
    static constexpr bool takes = std::integral<V> && number<V>;

    template <class V>
    static auto make(V rows) {
        return checked_row_count(stored_number<std::int64_t>(rows));
    }
};

template <fixed_string Name, bool InStatement>
struct require_statement_around {
    static_assert(InStatement,
                  "stoa[E288]: a named parameter stands where no argument can be given for it: in a table's or view's "
                  "definition, or in a condition or order that is put together at run time. Write the value there.");
    static constexpr bool value = InStatement;
};

} // namespace detail

/// A value that is given by name when the statement runs; made by `param`.
template <fixed_string Name, class T>
struct named_parameter : value_members<named_parameter<Name, T>> {
    using is_expression = void;
    using value_type = typename detail::parameter_traits<T>::value_type;
    static constexpr bool nullable = detail::parameter_traits<T>::nullable;
    static constexpr auto kept_name = Name; // a template argument has no address that every compiler lets be kept

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        static_assert(detail::require_statement_around<Name, !std::is_same_v<Self, named_parameter>>::value);
        nodes.leaf({.kind = ast::op::parameter,
                    .nullable = nullable,
                    .index = nodes.named_parameter(kept_name.view()),
                    .type = detail::parameter_traits<T>::type,
                    .text = kept_name.view()});
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        visit(*this);
    }
};

/// A value that is given by name when the statement runs, so that the statement can be a constant. The same name stands
/// for the same value throughout a statement. `T` is a column's type, `std::optional` where the value can be NULL.
/// SQL: `$1`, bound.
/// Example: constexpr auto cheap = from<book>().where(col<&book::price> < param<"limit", decimal<10, 2>>);
///          db.all(cheap, arg<"limit">(decimal<10, 2>(12)));
template <fixed_string Name, mapped_field T>
inline constexpr named_parameter<Name, T> param{};

/// The value of a parameter, or of a place `{name}` in a raw text; made by `arg`.
template <fixed_string Name, class V>
struct named_argument {
    static constexpr auto kept_name = Name;

    V value;
};

/// The value that the parameter or place of this name has.
template <fixed_string Name, class V>
constexpr auto arg(V&& value) {
    if constexpr (std::is_array_v<std::remove_reference_t<V>> && detail::string_like<V>)
        return named_argument<Name, static_string>{
            {std::string_view(value, std::extent_v<std::remove_reference_t<V>> - 1)}};
    else
        return named_argument<Name, std::decay_t<V>>{std::forward<V>(value)};
}

namespace detail {

template <class T>
inline constexpr bool is_named_argument = false;

template <fixed_string Name, class V>
inline constexpr bool is_named_argument<named_argument<Name, V>> = true;

/// What `arg` makes.
template <class T>
concept argument = is_named_argument<T>;

/// Whether there is a named parameter among the nodes.
constexpr bool has_named_parameter(ast::view nodes) {
    for (const ast::node& node : nodes)
        if (node.kind == ast::op::parameter && !node.text.empty()) return true;
    return false;
}

} // namespace detail
} // namespace stoa

#endif

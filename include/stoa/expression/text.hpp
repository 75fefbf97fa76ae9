// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_TEXT_HPP
#define STOA_EXPRESSION_TEXT_HPP

// Functions of text. Characters are Unicode code points, counted from 1; only the letters A to Z have two cases, which
// is what every database knows.

#include "stoa/expression/function.hpp"
#include "stoa/types/like_pattern.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace stoa {

namespace detail {

template <class E>
concept text_expression = expression<E> && type_of<value_type_t<E>>.kind == type_kind::text;

template <class V>
consteval bool is_text() {
    if constexpr (expression<V>)
        return text_expression<V>;
    else
        return has_literal<std::string, V> && !is_optional<std::decay_t<V>> &&
               !std::same_as<std::decay_t<V>, std::nullopt_t>;
}

template <class V>
consteval bool is_count() {
    if constexpr (expression<V>)
        return number<value_type_t<V>> && std::integral<value_type_t<V>>;
    else
        return number<std::remove_cvref_t<V>> && std::integral<std::remove_cvref_t<V>>;
}

/// A number of characters, or the place of one, from `Least` on.
template <int Least, class V>
constexpr auto count_operand(V&& given) {
    if constexpr (expression<V>) {
        constexpr auto function = Least == 0 ? ast::function::at_least_zero : ast::function::at_least_one;
        return strict_call<function, std::int32_t>(std::remove_cvref_t<V>(std::forward<V>(given)));
    } else {
        if (!std::in_range<std::int32_t>(given) || std::cmp_less(given, Least))
            raise(errc::invalid_value, "a number of characters is negative, the place of the first one is not "
                                       "positive, or one is beyond 2^31. Characters are counted from 1.");
        return literal<std::int32_t>{static_cast<std::int32_t>(given)};
    }
}

template <ast::function Function, class Value = std::string, class... Texts>
constexpr auto text_call(Texts&&... texts) {
    return strict_call<Function, Value>(as_operand<std::string>(std::forward<Texts>(texts))...);
}

} // namespace detail

/// An expression of text.
template <class E>
concept text_argument =
    detail::text_expression<E> ||
    unsatisfied<"stoa[E231]: this function needs text: a std::string column, or cast<std::string>(…) of a number.">();

/// An expression of text, or a text.
template <class V>
concept text_operand =
    detail::is_text<V>() ||
    unsatisfied<"stoa[E231]: this argument must be text: an expression of text, a string literal or a std::string.">();

/// The same of several at once.
template <class... Texts>
concept text_operands =
    (sizeof...(Texts) != 0 && (detail::is_text<Texts>() && ...)) ||
    unsatisfied<"stoa[E231]: only texts are joined: expressions of text, string literals, std::string. Write "
                "cast<std::string>(…) around a number.">();

/// An integer, or an expression of integers.
template <class V>
concept count_operand =
    detail::is_count<V>() || unsatisfied<"stoa[E231]: this argument must be a number of characters: an integer, or an "
                                         "expression of integers.">();

/// SQL: `lower(e)`; A to Z only.
template <text_argument E>
constexpr auto lower(E e) {
    return detail::text_call<ast::function::lower>(std::move(e));
}

/// SQL: `upper(e)`; a to z only.
template <text_argument E>
constexpr auto upper(E e) {
    return detail::text_call<ast::function::upper>(std::move(e));
}

/// The number of characters. SQL: `length(e)`.
template <text_argument E>
constexpr auto length(E e) {
    return detail::text_call<ast::function::length, std::int32_t>(std::move(e));
}

/// Without spaces at both ends. SQL: `trim(e)`.
template <text_argument E>
constexpr auto trim(E e) {
    return detail::text_call<ast::function::trim>(std::move(e));
}

/// Without any of these characters at both ends. SQL: `trim(e, characters)`.
template <text_argument E, text_operand Characters>
constexpr auto trim(E e, Characters&& characters) {
    return detail::text_call<ast::function::trim>(std::move(e), std::forward<Characters>(characters));
}

/// Without spaces in front.
template <text_argument E>
constexpr auto ltrim(E e) {
    return detail::text_call<ast::function::ltrim>(std::move(e));
}

template <text_argument E, text_operand Characters>
constexpr auto ltrim(E e, Characters&& characters) {
    return detail::text_call<ast::function::ltrim>(std::move(e), std::forward<Characters>(characters));
}

/// Without spaces at the end.
template <text_argument E>
constexpr auto rtrim(E e) {
    return detail::text_call<ast::function::rtrim>(std::move(e));
}

template <text_argument E, text_operand Characters>
constexpr auto rtrim(E e, Characters&& characters) {
    return detail::text_call<ast::function::rtrim>(std::move(e), std::forward<Characters>(characters));
}

/// The text from character `start` on, counted from 1; an expression below counts as 1.
/// Throws: mapping_error (invalid_value) for a C++ value below. SQL: `substr(e, start)`.
template <text_argument E, count_operand Start>
constexpr auto substr(E e, Start&& start) {
    return detail::strict_call<ast::function::substr, std::string>(
        std::move(e), detail::count_operand<1>(std::forward<Start>(start)));
}

/// At most `count` characters of it; none where an expression is negative.
template <text_argument E, count_operand Start, count_operand Count>
constexpr auto substr(E e, Start&& start, Count&& count) {
    return detail::strict_call<ast::function::substr, std::string>(
        std::move(e), detail::count_operand<1>(std::forward<Start>(start)),
        detail::count_operand<0>(std::forward<Count>(count)));
}

/// The first `count` characters. SQL: `left(e, count)`, `substr(e, 1, count)` on SQLite.
template <text_argument E, count_operand Count>
constexpr auto left(E e, Count&& count) {
    return detail::strict_call<ast::function::left, std::string>(std::move(e),
                                                                 detail::count_operand<0>(std::forward<Count>(count)));
}

/// The last `count` characters. SQL: `right(e, count)`, `substr(e, - count, count)` on SQLite.
template <text_argument E, count_operand Count>
constexpr auto right(E e, Count&& count) {
    return detail::strict_call<ast::function::right, std::string>(std::move(e),
                                                                  detail::count_operand<0>(std::forward<Count>(count)));
}

/// `to` wherever `from` is; the text itself where `from` is empty. SQL: `replace(e, from, to)`.
template <text_argument E, text_operand From, text_operand To>
constexpr auto replace(E e, From&& from, To&& to) {
    return detail::text_call<ast::function::replace>(std::move(e), std::forward<From>(from), std::forward<To>(to));
}

/// The texts one behind the other; NULL where one of them is. Numbers are cast first. SQL: `a || b`.
/// Example: concat(col<&author::name>, ", ", coalesce(col<&author::motto>, ""))
template <class... Texts>
    requires text_operands<Texts...>
constexpr auto concat(Texts&&... texts) {
    return detail::text_call<ast::function::concat>(std::forward<Texts>(texts)...);
}

/// Where `part` is first found, counted from 1; 0 where it is not. SQL: `strpos(e, part)`, `instr` on SQLite.
template <text_argument E, text_operand Part>
constexpr auto position(E e, Part&& part) {
    return detail::text_call<ast::function::position, std::int32_t>(std::move(e), std::forward<Part>(part));
}

/// The text `count` times. SQL: `repeat(e, count)`.
template <text_argument E>
constexpr auto repeat(E e, int count) {
    return detail::strict_call<ast::function::repeat, std::string>(std::move(e), detail::count_operand<0>(count));
}

/// `count` characters: filled up with `fill` in front, or cut off at the end. SQL: `lpad(e, count, fill)`.
template <text_argument E, text_operand Fill>
constexpr auto lpad(E e, int count, Fill&& fill) {
    return detail::strict_call<ast::function::lpad, std::string>(
        std::move(e), detail::count_operand<0>(count), detail::as_operand<std::string>(std::forward<Fill>(fill)));
}

/// The same, filled up at the end.
template <text_argument E, text_operand Fill>
constexpr auto rpad(E e, int count, Fill&& fill) {
    return detail::strict_call<ast::function::rpad, std::string>(
        std::move(e), detail::count_operand<0>(count), detail::as_operand<std::string>(std::forward<Fill>(fill)));
}

namespace detail {

template <class V>
std::string escaped(V&& text) {
    return escape_like(std::string_view(text));
}

} // namespace detail

/// Whether the text begins with `part`, character for character. An index serves it where `part` is a C++ value, which
/// becomes an escaped pattern. SQL: `e LIKE 'part%'`, or `left(e, length(part)) = part` of an expression.
template <text_argument E, text_operand Part>
constexpr auto starts_with(E e, Part&& part) {
    if constexpr (expression<Part>)
        return detail::strict_call<ast::function::left, std::string>(std::move(e), length(part)) == part;
    else
        return e.like(detail::escaped(part) + '%');
}

/// Whether the text ends with `part`.
template <text_argument E, text_operand Part>
constexpr auto ends_with(E e, Part&& part) {
    if constexpr (expression<Part>)
        return detail::strict_call<ast::function::right, std::string>(std::move(e), length(part)) == part;
    else
        return e.like('%' + detail::escaped(part));
}

/// Whether `part` is somewhere in the text.
template <text_argument E, text_operand Part>
constexpr auto contains(E e, Part&& part) {
    if constexpr (expression<Part>)
        return position(std::move(e), std::forward<Part>(part)) > 0;
    else
        return e.like('%' + detail::escaped(part) + '%');
}

/// LIKE that takes A for a, and so for every letter to Z. An index over `lower(e)` serves it.
/// SQL: `lower(e) LIKE pattern`, the pattern in lower case.
template <text_argument E>
constexpr auto ilike(E e, std::string pattern) {
    for (char& c : pattern)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower(std::move(e)).like(std::move(pattern));
}

} // namespace stoa

#endif

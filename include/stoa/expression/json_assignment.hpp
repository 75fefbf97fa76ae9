// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_JSON_ASSIGNMENT_HPP
#define STOA_EXPRESSION_JSON_ASSIGNMENT_HPP

// `path = value` and `remove(path)`, as they stand in the SET of an update: changes inside the document of a column.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/assignment.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/json_literal.hpp"
#include "stoa/expression/json_step.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// Whether the document is a column, and not itself computed.
template <class E>
inline constexpr bool is_document_column = requires { typename E::record_type; };

/// Values of expressions that both databases turn into the same JSON.
template <class T, class E>
consteval bool can_compute_json() {
    using value = value_type_t<E>;
    constexpr type_kind from = type_of<value>.kind;
    constexpr type_kind to = type_of<T>.kind;
    if constexpr (is_integer(to))
        return is_integer(from) && same_class<T, value>;
    else if constexpr (to == type_kind::float64)
        return (is_integer(from) || from == type_kind::float64) && same_class<T, value>;
    else
        return same_class<T, value> && from == to;
}

template <class Path, class V>
consteval bool can_assign_json() {
    using value = typename Path::value_type;
    using given = std::remove_cvref_t<V>;
    if constexpr (!is_document_column<typename Path::document_type>)
        return false;
    else if constexpr (expression<V>)
        return can_compute_json<value, given>();
    else if constexpr (std::is_same_v<given, std::nullopt_t>)
        return Path::end.can_be_null();
    else if constexpr (is_optional<given>)
        return Path::end.can_be_null() && can_be_json<value, const value_t<given>&>();
    else
        return can_be_json<value, V>();
}

} // namespace detail

/// A value that may be put at the end of the path.
template <class Path, class V>
concept json_assignable =
    detail::can_assign_json<Path, V>() ||
    unsatisfied<
        "stoa[E263]: this value cannot be put there: it is of an unlike type, or empty where the member is not "
        "std::optional; an expression is put only where a text, bool, integer or double is; and the document is that "
        "of a column, not of an expression.">();

/// What becomes of the place in the document, `Value` being `detail::nothing` where it is removed.
template <class Path, class Value>
struct json_assignment {
    using is_assignment = void;
    using column_type = typename Path::document_type;

    Value value;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        ast::node node{.kind = ast::op::assign_path};
        node.type = type_of<typename Path::value_type>;
        node.index = static_cast<std::uint16_t>(null_part());
        const std::size_t place = nodes.open(node);
        column_type::emit(nodes, only_shape{});
        Value::emit(nodes, detail::part(self, &json_assignment::value));
        Path::path::emit(nodes);
        nodes.close(place, 2 + Path::path::size);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        value.parameters(visit);
    }

private:
    static constexpr ast::null_part null_part() {
        constexpr detail::json_end end = Path::end;
        if (!end.can_be_null()) return ast::null_part::stays;
        const bool is_left_out =
            end.parent == detail::json_parent::record || end.parent == detail::json_parent::unknown;
        return is_left_out ? ast::null_part::goes : ast::null_part::is_null;
    }
};

namespace detail {

inline constexpr const char* no_json_number = "the number is not a value of the member's C++ type. Set one within its "
                                              "range, and a whole one for an integer.";

/// What the path is set to.
template <class T, class V>
auto as_json_operand(V&& value) {
    using given = std::remove_cvref_t<V>;
    if constexpr (expression<V>) {
        return given(std::forward<V>(value));
    } else if constexpr (std::is_same_v<given, std::nullopt_t>) {
        return literal<std::optional<json_document>>{std::nullopt};
    } else if constexpr (is_optional<given>) {
        literal<std::optional<json_document>> kept{std::nullopt};
        if (value) kept.value = as_json<T>(*value, no_json_number);
        return kept;
    } else {
        return literal<json_document>{as_json<T>(std::forward<V>(value), no_json_number)};
    }
}

template <class Path, class V>
constexpr auto json_assign(V&& value) {
    auto operand = as_json_operand<typename Path::value_type>(std::forward<V>(value));
    return json_assignment<Path, decltype(operand)>{std::move(operand)};
}

template <class Path>
concept json_path_expression = requires { typename std::remove_cvref_t<Path>::is_json_path; };

template <class Path>
consteval bool can_remove() {
    if constexpr (json_path_expression<Path>)
        return Path::end.can_be_removed() && is_document_column<typename Path::document_type>;
    else
        return false;
}

} // namespace detail

/// A place in a document that can be without a value.
template <class Path>
concept removable = detail::can_remove<Path>() ||
                    unsatisfied<"stoa[E263]: only what can be missing is removed from the document of a column: a "
                                "std::optional member, an entry of a map, an element of a std::vector.">();

/// For `set`: removes a member, an entry or an element; the elements behind it move up.
/// Example: db.execute(update<book>().set(remove(col<&book::meta, &book_meta::dimensions>)))
template <removable Path>
constexpr auto remove(Path) {
    return json_assignment<Path, detail::nothing>{};
}

} // namespace stoa

#endif

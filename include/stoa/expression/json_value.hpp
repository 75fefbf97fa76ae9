// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_JSON_VALUE_HPP
#define STOA_EXPRESSION_JSON_VALUE_HPP

// A value inside a JSON document, by the steps that lead to it. The path is part of the expression's type, so that
// an index over it and the queries that use it have the same text.

#include "stoa/expression/expression.hpp"
#include "stoa/expression/json_assignment.hpp"
#include "stoa/expression/json_step.hpp"
#include "stoa/expression/value_members.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// Types that JSON has a counterpart for.
template <class T>
inline constexpr bool is_json_scalar = [] {
    constexpr type_kind kind = type_of<T>.kind;
    return kind == type_kind::text || kind == type_kind::boolean || is_integer(kind) || kind == type_kind::float64;
}();

/// Emits the steps of a path as literals.
template <json_step... Steps>
struct json_path {
    static constexpr std::size_t size = sizeof...(Steps);

    static constexpr void emit(ast::builder& nodes) { (emit_step<Steps>(nodes), ...); }

private:
    template <json_step Step>
    static constexpr void emit_step(ast::builder& nodes) {
        if constexpr (Step.is_place)
            nodes.leaf({.kind = ast::op::literal, .type = {type_kind::int32}, .integer = Step.place});
        else
            nodes.leaf({.kind = ast::op::literal, .type = {type_kind::text}, .text = kept<Step>.view()});
    }

    // A template argument has no address of its own that every compiler lets outlive the call.
    template <json_step Step>
    static constexpr auto kept = Step;
};

} // namespace detail

/// The value at the end of a path in `Document`, read as `T`; NULL where the document has none, or null.
template <class T, detail::json_end End, class Document, json_step... Steps>
struct json_member : value_members<json_member<T, End, Document, Steps...>> {
    using is_expression = void;
    using is_json_path = void;
    using value_type = T;
    using document_type = Document;
    using path = detail::json_path<Steps...>;
    static constexpr bool nullable = true;
    static constexpr detail::json_end end = End;

    Document document;

    constexpr explicit json_member(Document given) : document(std::move(given)) {}

    /// `path = value`, for `set`: puts the value into the document of a column. nullopt removes an optional member, and
    /// makes an optional element or entry null.
    template <class V>
        requires json_assignable<json_member, V>
    constexpr auto operator=(V&& value) const {
        return detail::json_assign<json_member>(std::forward<V>(value));
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        type_def type = type_of<T>;
        type.enum_name = {}; // documents know no enumeration types
        const ast::op op = detail::is_json_scalar<T> ? ast::op::json_value : ast::op::json_part;
        const std::size_t place = nodes.open({.kind = op, .nullable = true, .type = type});
        Document::emit(nodes, detail::part(self, &json_member::document));
        path::emit(nodes);
        nodes.close(place, 1 + sizeof...(Steps));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        document.parameters(visit);
    }
};

namespace detail {

template <class E>
concept json_expression = expression<E> && type_of<value_type_t<E>>.kind == type_kind::json;

} // namespace detail

/// An expression whose values are JSON documents.
template <class E>
concept json_document_expression =
    detail::json_expression<E> || unsatisfied<"stoa[E215]: a JSON document is expected here. Give json_value a column "
                                              "of type stoa::json_document or stoa::json.">();

/// The value in a document that the steps lead to, names of members and `at<place>` of elements, as a text, bool,
/// integer or double; NULL where there is none or it is null. A value of another kind than `T` is read as the database
/// converts it, or refused by it.
/// SQL: `(doc ->> 'name')` on PostgreSQL, `json_extract(doc, '$."name"')` on SQLite.
/// Example: index(json_value<std::string, "status">(col<&order::details>))
template <mapped_value T, json_step... Path, json_document_expression E>
constexpr auto json_value(E document) {
    static_assert(sizeof...(Path) != 0,
                  "stoa[E215]: json_value needs at least one name: json_value<int, \"size\">(column).");
    static_assert(detail::is_json_scalar<T>,
                  "stoa[E215]: a JSON value is read as std::string, bool, an integer type or double.");
    static_assert((detail::can_be_found<Path> && ...),
                  "stoa[E215]: a name in a JSON path has no quotation mark, which not every database could find.");
    return json_member<T, detail::json_end{}, E, Path...>(std::move(document));
}

} // namespace stoa

#endif

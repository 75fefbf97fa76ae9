// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_JSON_VALUE_HPP
#define STOA_EXPRESSION_JSON_VALUE_HPP

// A value inside a JSON document, by the names that lead to it. The path is part of the expression's type, so that
// an index over it and the queries that use it have the same text.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/value_members.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// The value at `Path` in `Document`, read as `T`; NULL where the document has none.
template <class T, class Document, fixed_string... Path>
struct json_member : value_members<json_member<T, Document, Path...>> {
    using is_expression = void;
    using value_type = T;
    static constexpr bool nullable = true;

    Document document;

    constexpr explicit json_member(Document given) : document(std::move(given)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        type_def type = type_of<T>;
        type.enum_name = {}; // documents know no enumeration types
        const std::size_t place = nodes.open({.kind = ast::op::json_value, .nullable = true, .type = type});
        Document::emit(nodes, detail::part(self, &json_member::document));
        (nodes.leaf({.kind = ast::op::literal, .type = {type_kind::text}, .text = kept<Path>.view()}), ...);
        nodes.close(place, 1 + sizeof...(Path));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        document.parameters(visit);
    }

private:
    // A template argument has no address of its own that every compiler lets outlive the call.
    template <fixed_string Name>
    static constexpr auto kept = Name;
};

namespace detail {

/// Types that JSON has a counterpart for.
template <class T>
inline constexpr bool is_json_scalar = [] {
    constexpr type_kind kind = type_of<T>.kind;
    return kind == type_kind::text || kind == type_kind::boolean || is_integer(kind) || kind == type_kind::float64;
}();

template <class E>
concept json_expression = expression<E> && type_of<value_type_t<E>>.kind == type_kind::json;

} // namespace detail

/// An expression whose values are JSON documents.
template <class E>
concept json_document_expression =
    detail::json_expression<E> || unsatisfied<"stoa[E215]: a JSON document is expected here. Give json_value a column "
                                              "of type stoa::json_document or stoa::json.">();

/// The member of a document that the names lead to, as a text, bool, integer or double; NULL where there is none or it
/// is null. A member of another kind than `T` is read as the database converts it, or refused by it.
/// SQL: `(doc ->> 'name')` on PostgreSQL, `json_extract(doc, '$."name"')` on SQLite.
/// Example: index(json_value<std::string, "status">(col<&order::details>))
template <mapped_value T, fixed_string... Path, json_document_expression E>
constexpr auto json_value(E document) {
    static_assert(sizeof...(Path) != 0,
                  "stoa[E215]: json_value needs at least one name: json_value<int, \"size\">(column).");
    static_assert(detail::is_json_scalar<T>,
                  "stoa[E215]: a JSON value is read as std::string, bool, an integer type or double.");
    static_assert(((Path.view().find('"') == std::string_view::npos && Path.size() != 0) && ...),
                  "stoa[E215]: a name in a JSON path is not empty and has no quotation mark, which not every database "
                  "could find.");
    return json_member<T, E, Path...>(std::move(document));
}

} // namespace stoa

#endif

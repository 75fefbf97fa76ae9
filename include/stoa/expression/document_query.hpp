// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_DOCUMENT_QUERY_HPP
#define STOA_EXPRESSION_DOCUMENT_QUERY_HPP

// What can be asked of a document, or of a part of one at the end of a path: whether there is anything, what it
// contains, and how many elements it has.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/document_path.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/json_literal.hpp"
#include "stoa/expression/json_value.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/value_members.hpp"

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <json_expression E>
using content_t = json_content_t<value_type_t<E>>;

template <class List>
struct json_element_of {};

template <class List>
    requires is_json_list<List>
struct json_element_of<List> {
    using type = document_content<typename json_parts<List>::type>;
};

/// Whether `V` is given as an element of the list that the document holds.
template <class E, class V>
consteval bool is_json_element() {
    if constexpr (is_json_list<content_t<E>> && !is_document<std::remove_cvref_t<V>>)
        return can_be_given<typename json_element_of<content_t<E>>::type, V>();
    else
        return false;
}

template <class E, class V>
consteval bool can_contain() {
    if constexpr (!json_expression<E> || expression<V>)
        return false;
    else
        return is_document<std::remove_cvref_t<V>> || is_json_element<E, V>();
}

/// What a document must contain.
template <class E, class V>
json_document wanted_json(V&& value) {
    if constexpr (is_document<std::remove_cvref_t<V>>) {
        return as_json<std::remove_cvref_t<V>>(std::forward<V>(value), "");
    } else {
        using element = typename read_in_document<typename json_element_of<content_t<E>>::type>::type;
        const json_document part =
            as_json<element>(std::forward<V>(value), "no element of the list can be this number. "
                                                     "Ask for one within their range.");
        return json_document::parse("[" + part.text() + "]");
    }
}

template <class E>
consteval bool has_cardinality() {
    if constexpr (json_expression<E>)
        return std::is_same_v<value_type_t<E>, json_document> || is_json_list<content_t<E>>;
    else
        return false;
}

} // namespace detail

/// A value that a document can be asked for.
template <class V, class E>
concept contained_value =
    detail::can_contain<E, V>() ||
    unsatisfied<"stoa[E264]: a document contains another document: give a stoa::json or a json_document, or of a list "
                "an element in its C++ type.">();

/// A document that holds a list.
template <class E>
concept json_list_expression =
    detail::has_cardinality<E>() ||
    unsatisfied<"stoa[E264]: only the elements of a list are counted: give a path that ends at a std::vector or "
                "std::array, or a json_document.">();

/// Whether a document contains another: every member of it with what it contains, and in a list something for each of
/// its elements, in whatever order; single values only themselves, but a list also a single value that is an element.
/// Of a list, an element can be given itself. NULL where the document, or what the path leads to, is not there.
/// SQL: `doc @> $1` on PostgreSQL, where an index with `using_(gin)` answers it; `stoa_json_contains(doc, ?1)` on
/// SQLite. Example: db.all(from<book>().where(contains(col<&book::meta, &book_meta::tags>, "desert")))
template <class E, contained_value<E> V>
    requires detail::json_expression<E>
auto contains(E document, V&& value) {
    return operation<ast::op::contains, bool, E::nullable, E, literal<json_document>>(
        std::move(document), {detail::wanted_json<E>(std::forward<V>(value))});
}

/// How many elements the list in a document has; NULL where there is none, or something else.
/// SQL: `jsonb_array_length` on PostgreSQL, `json_array_length` on SQLite.
template <json_list_expression E>
    requires detail::json_expression<E>
constexpr auto cardinality(E document) {
    return operation<ast::op::cardinality, std::int32_t, true, E>(std::move(document));
}

/// Whether there is anything at the end of the path, be it null; never NULL itself. Whether there is a value, and not
/// null, asks `path.is_not_null()`.
/// Example: db.all(from<book>().where(has_key(col<&book::meta, &book_meta::dimensions>)))
template <detail::json_path_expression Path>
constexpr auto has_key(Path path) {
    return operation<ast::op::has_key, bool, false, Path>(std::move(path));
}

/// The same of names of members, and `at<place>` of elements, in a document whose type does not name them.
/// Example: has_key<"sender", "name">(col<&letter::body>)
template <json_step... Steps, json_document_expression E>
    requires(sizeof...(Steps) != 0)
constexpr auto has_key(E document) {
    return has_key(json_value<std::string, Steps...>(std::move(document)));
}

} // namespace stoa

#endif

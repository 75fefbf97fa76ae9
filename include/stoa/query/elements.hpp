// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_ELEMENTS_HPP
#define STOA_QUERY_ELEMENTS_HPP

// The elements of a list and the entries of a map as rows: sources of a query that see the tables before them.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/array.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/expression/document_query.hpp"
#include "stoa/query/source.hpp"
#include "stoa/schema/define.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace stoa {

/// A row of `elements`: an element and its place in the list, from 0.
template <class T>
struct element {
    T value;
    std::int64_t position;
};

/// A row of `entries`: a key of the map and what it has.
template <class T>
struct entry {
    std::string key;
    T value;
};

template <class T>
    requires record<element<T>>
inline constexpr auto table<element<T>> = define<element<T>>("elements");

template <class T>
    requires record<entry<T>>
inline constexpr auto table<entry<T>> = define<entry<T>>("entries");

namespace detail {

/// A value in a list or map that databases read as a column: a single value, or what is always an object or a list.
template <class T>
inline constexpr bool is_readable_part = [] {
    using content = document_content<T>;
    if constexpr (is_json_list<content> || !mapped_value<content>)
        return true;
    else
        return is_json_scalar<content>;
}();

template <class T>
using part_field =
    std::conditional_t<is_optional<T>, std::optional<typename read_in_document<document_content<T>>::type>,
                       typename read_in_document<document_content<T>>::type>;

/// What the rows of a list have for a value; void where there can be none.
template <class E, bool Entries>
consteval auto find_part_field() {
    if constexpr (!Entries && array_valued<E>) {
        return std::type_identity<typename value_type_t<E>::value_type>{};
    } else if constexpr (json_expression<E>) {
        using content = content_t<E>;
        if constexpr (Entries ? is_json_map<content> : is_json_list<content>) {
            using part = typename json_parts<content>::type;
            if constexpr (is_readable_part<part>)
                return std::type_identity<part_field<part>>{};
            else
                return std::type_identity<void>{};
        } else {
            return std::type_identity<void>{};
        }
    } else {
        return std::type_identity<void>{};
    }
}

template <class E, bool Entries>
using part_field_of = typename decltype(find_part_field<E, Entries>())::type;

/// `Row` is element or entry.
template <class Row, fixed_string Name, class Whole, bool Entries>
struct parts_source : aliased<Row, Name> {
    Whole whole;

    static constexpr bool sees_sources_before = true;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::elements,
                                              .distinct = Entries,
                                              .table = table_ref{&table_of<Row>, record_name<Row>},
                                              .alias = source_traits<aliased<Row, Name>>::alias});
        Whole::emit(nodes, part(self, &parts_source::whole));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        whole.parameters(visit);
    }

protected:
    template <std::size_t Column, auto... Steps>
    static consteval auto find_path() {
        using column = column_of<aliased<Row, Name>, Column>;
        using type = typename column::value_type;
        static_assert(typed_document<type>, "stoa[E217]: the path goes on behind a value that is no document. Use the "
                                            "column value itself.");
        if constexpr (typed_document<type>)
            return document_path<column>::template find<document_content<type>, Steps...>();
    }
};

} // namespace detail

/// The elements of a list as rows; see `elements`.
template <class T, fixed_string Name, class Whole>
struct elements_source : detail::parts_source<element<T>, Name, Whole, false> {
    /// The columns of the rows.
    static constexpr column_of<aliased<element<T>, Name>, 0> value{};
    static constexpr column_of<aliased<element<T>, Name>, 1> position{};

    /// What a path leads to in elements that are records, lists or maps.
    template <auto... Steps>
    static constexpr auto path = elements_source::template find_path<0, Steps...>();
};

/// The entries of a map as rows; see `entries`.
template <class T, fixed_string Name, class Whole>
struct entries_source : detail::parts_source<entry<T>, Name, Whole, true> {
    static constexpr column_of<aliased<entry<T>, Name>, 0> key{};
    static constexpr column_of<aliased<entry<T>, Name>, 1> value{};

    template <auto... Steps>
    static constexpr auto path = entries_source::template find_path<1, Steps...>();
};

/// An expression whose values are lists of values that can be rows.
template <class E>
concept has_elements =
    !std::is_void_v<detail::part_field_of<E, false>> ||
    unsatisfied<"stoa[E262]: elements are those of an array column, or of a std::vector or std::array in a stoa::json, "
                "and there texts, enumerators, bools, integers, doubles, records, lists, maps or variants.">();

/// The same of maps.
template <class E>
concept has_entries =
    !std::is_void_v<detail::part_field_of<E, true>> ||
    unsatisfied<"stoa[E262]: entries are those of a std::map or std::unordered_map in a stoa::json, with texts, "
                "enumerators, bools, integers, doubles, records, lists, maps or variants.">();

/// A source with a row for each element of a list: of an array column, or in a document. It has none where the list is
/// empty, NULL, missing or something else; `left_join` keeps such rows. Columns: `value`, `position` (from 0), and
/// `path<…>` into elements that are documents themselves, which are NULL where something else is there.
/// SQL: `CROSS JOIN LATERAL (… jsonb_array_elements(…) …)` on PostgreSQL, `CROSS JOIN json_each(…)` on SQLite.
/// Example: constexpr auto tag = elements<"tag">(col<&book::meta, &book_meta::tags>);
///          from<book>().cross_join(tag).select(col<&book::title>, tag.value, tag.position)
template <fixed_string Name, has_elements E>
constexpr auto elements(E list) {
    return elements_source<detail::part_field_of<E, false>, Name, E>{{{}, std::move(list)}};
}

/// The same with a row for each entry of a map in a document. Columns: `key`, `value`, and `path<…>`.
/// Example: constexpr auto title = entries<"title">(col<&book::meta, &book_meta::titles>);
template <fixed_string Name, has_entries E>
constexpr auto entries(E map) {
    return entries_source<detail::part_field_of<E, true>, Name, E>{{{}, std::move(map)}};
}

} // namespace stoa

#endif

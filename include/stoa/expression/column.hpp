// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_COLUMN_HPP
#define STOA_EXPRESSION_COLUMN_HPP

// A column named by a member pointer, or by a path of them into embedded records; or a member of a document in it.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/assignment.hpp"
#include "stoa/expression/document_path.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/value_members.hpp"
#include "stoa/types/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// What a table is called in a statement: `Source` is its record, or an `aliased` one.
template <class Source>
struct source_traits {
    using record_type = Source;
    static constexpr std::string_view alias{};
};

} // namespace detail

/// Column `Index` of the table that keeps `Source`, a record or an `aliased` one.
template <class Source, std::size_t Index>
struct column_of : value_members<column_of<Source, Index>> {
    using is_expression = void;
    using source_type = Source;
    using record_type = typename detail::source_traits<Source>::record_type;
    using field_type = column_field_t<record_type, Index>;
    using value_type = value_t<field_type>;
    static constexpr bool nullable = is_optional<field_type>;
    static constexpr std::size_t index = Index;

    constexpr column_of() = default;

    /// `column = value`, for `set`. Needs a value of the column's type, and nullopt only where the column is optional.
    template <class V>
        requires assignable<column_of, V>
    constexpr auto operator=(V&& value) const {
        return detail::assign(*this, std::forward<V>(value));
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::column,
                    .nullable = nullable,
                    .index = static_cast<std::uint16_t>(Index),
                    .type = type_of<value_type>,
                    .table = table_ref{&table_of<record_type>, record_name<record_type>},
                    .alias = detail::source_traits<Source>::alias});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

namespace detail {

/// Elements and entries can only be named within a document.
template <class Type, auto Next, auto...>
struct require_way_on {
    static constexpr bool value = typed_document<value_t<Type>> || !is_json_step<std::remove_cvref_t<decltype(Next)>>;
    static_assert(value,
                  "stoa[E217]: at<place> and key<\"name\"> are steps within a document, and this column is none. "
                  "Make it a stoa::json of the vector or map; of a json_document use json_value.");
};

/// What a path of members leads to: a column of `Record`, or a member of a document in one. `Offset` is where the
/// columns of `Part` begin, the record or one embedded in it.
template <class Record, std::size_t Offset, class Part, auto Member, auto... Rest>
consteval auto find_column() {
    constexpr std::size_t field = field_of_member<Part, Member>();
    using type = reflection::field_t<Part, field>;
    constexpr std::size_t column = Offset + record_columns<Part>::offsets[field];
    if constexpr (sizeof...(Rest) == 0)
        return column_of<Record, column>{};
    else if constexpr (require_way_on<type, Rest...>::value && typed_document<value_t<type>>)
        return document_path<column_of<Record, column>>::template find<document_content<type>, Rest...>();
    else
        return find_column<Record, column, type, Rest...>();
}

template <auto Member>
using record_of = typename member_pointer<decltype(Member)>::class_type;

} // namespace detail

/// Names a column by member pointer: `col<&book::title>`, or `col<&document::audit, &audit::created_at>` for a field
/// of an embedded record. A path into a `stoa::json` column names a value in the document, NULL where it is missing:
/// `col<&book::meta, &book_meta::pages>`, through lists and maps by `at<0>` and `key<"name">`. What is no text, bool,
/// integer or double in the document is read as a `stoa::json` of its own. For a member inherited from a base class see
/// `col_in`.
template <auto Member, auto... Path>
inline constexpr auto col =
    detail::find_column<detail::record_of<Member>, 0, detail::record_of<Member>, Member, Path...>();

/// Names a column of `Record` whose member is declared in a base class: `col_in<document, &entity::id>`.
template <record Record, auto Member, auto... Path>
inline constexpr auto col_in = detail::find_column<Record, 0, Record, Member, Path...>();

/// The table of `Record` under another name, such as for a query in which it stands twice; see `alias`. Also what the
/// columns of a query within a query belong to, `Record` being its row.
template <class Record, fixed_string Name>
struct aliased {
    using source_type = aliased;
    using record_type = Record;

    /// A column of it, named as in the record: `boss[col<&employee::id>]`.
    template <std::size_t Index>
    constexpr column_of<aliased, Index> operator[](column_of<Record, Index>) const {
        return {};
    }

    /// The same of a path into the document of a column.
    template <class T, detail::json_end End, std::size_t Index, json_step... Steps>
    constexpr json_member<T, End, column_of<aliased, Index>, Steps...>
    operator[](json_member<T, End, column_of<Record, Index>, Steps...>) const {
        return json_member<T, End, column_of<aliased, Index>, Steps...>({});
    }
};

namespace detail {

template <class Record, fixed_string Name>
struct source_traits<aliased<Record, Name>> {
    using record_type = Record;
    static constexpr auto kept = Name; // a template argument has no address that every compiler lets be kept
    static constexpr std::string_view alias = kept.view();
};

} // namespace detail

/// The table of `Record` under the name `Name`.
/// Example: constexpr auto boss = alias<employee, "boss">;
///          from<employee>().left_join(boss, col<&employee::boss_id> == boss[col<&employee::id>])
template <record Record, fixed_string Name>
inline constexpr aliased<Record, Name> alias{};

template <class E>
concept column_expression = expression<E> && requires { typename std::remove_cvref_t<E>::record_type; };

} // namespace stoa

#endif

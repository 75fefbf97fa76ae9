// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_COLUMN_HPP
#define STOA_EXPRESSION_COLUMN_HPP

// A column named by a member pointer, or by a path of them into embedded records; or a member of a document in it.

#include "stoa/expression/assignment.hpp"
#include "stoa/expression/document_path.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/value_members.hpp"
#include "stoa/types/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace stoa {

/// Column `Index` of the table that keeps `Record`.
template <class Record, std::size_t Index>
struct column_of : value_members<column_of<Record, Index>> {
    using is_expression = void;
    using record_type = Record;
    using field_type = column_field_t<Record, Index>;
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
                    .table = table_ref{&table_of<Record>, record_name<Record>}});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

namespace detail {

/// What a path of members leads to: a column of `Record`, or a member of a document in one. `Offset` is where the
/// columns of `Part` begin, the record or one embedded in it.
template <class Record, std::size_t Offset, class Part, auto Member, auto... Rest>
consteval auto find_column() {
    constexpr std::size_t field = field_of_member<Part, Member>();
    using type = reflection::field_t<Part, field>;
    constexpr std::size_t column = Offset + record_columns<Part>::offsets[field];
    if constexpr (sizeof...(Rest) == 0)
        return column_of<Record, column>{};
    else if constexpr (typed_document<value_t<type>>)
        return document_path<column_of<Record, column>>::template find<document_content<type>, Rest...>();
    else
        return find_column<Record, column, type, Rest...>();
}

template <auto Member>
using record_of = typename member_pointer<decltype(Member)>::class_type;

} // namespace detail

/// Names a column by member pointer: `col<&book::title>`, or `col<&document::audit, &audit::created_at>` for a field
/// of an embedded record. A path into a `stoa::json` column names a value in the document, NULL where it is missing:
/// `col<&book::meta, &book_meta::pages>`. For a member inherited from a base class see `col_in`.
template <auto Member, auto... Path>
inline constexpr auto col =
    detail::find_column<detail::record_of<Member>, 0, detail::record_of<Member>, Member, Path...>();

/// Names a column of `Record` whose member is declared in a base class: `col_in<document, &entity::id>`.
template <record Record, auto Member, auto... Path>
inline constexpr auto col_in = detail::find_column<Record, 0, Record, Member, Path...>();

template <class E>
concept column_expression = expression<E> && requires { typename std::remove_cvref_t<E>::record_type; };

} // namespace stoa

#endif

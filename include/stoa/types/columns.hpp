// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_COLUMNS_HPP
#define STOA_TYPES_COLUMNS_HPP

// The columns of a record: its fields in order, with an embedded record replaced by its own columns. Columns count
// from 0 over the whole record; a path of member pointers leads to one.

#include "stoa/core/fixed_string.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/types/array.hpp"
#include "stoa/types/mapping.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// A field that is itself a record and has no column type of its own.
template <class T>
concept embedded_record = !mapped_field<T> && !is_std_array<value_t<T>> && reflection::is_reflectable<T>;

template <class Record, fixed_string Field, class Type>
struct require_mapped_field {
    static_assert(
        !is_unsigned_64<value_t<Type>>,
        "stoa[E102]: no database has an unsigned 64-bit column. Use std::int64_t, or where that is too small a "
        "type of your own with a stoa::mapping to text.");
    static_assert(
        mapped_field<Type> || !is_vector<value_t<Type>>,
        "stoa[E112]: the elements of this std::vector cannot be those of an array column. Use bool, integers up to 64 "
        "bits, floating point, std::string, stoa::guid, stoa::timestamp, stoa::date, stoa::decimal, enumerators or a "
        "type of your own that is stored as one of them; for anything else a table of its own or a "
        "stoa::json_document.");
    static_assert(mapped_field<Type> || !is_std_array<value_t<Type>>,
                  "stoa[E113]: no database keeps the length of an array, so std::array has no column type. Use "
                  "std::vector, or a struct to embed.");
    static_assert(mapped_field<Type> || is_unsigned_64<value_t<Type>> || is_vector<value_t<Type>> ||
                      is_std_array<value_t<Type>>,
                  "stoa[E101]: the type of this field has no column type. Use one of the mapped types, a plain struct "
                  "to embed, or specialise stoa::mapping for it.");
    static constexpr bool value = true;
};

template <class Record, std::size_t I, class Type>
inline constexpr bool field_is_mapped = require_mapped_field<
    Record, fixed_string<reflection::field_name<Record, I>.size()>::copy_of(reflection::field_name<Record, I>),
    Type>::value;

template <class Record>
struct record_columns;

template <class Record, std::size_t I>
consteval std::size_t columns_of_field() {
    using field = reflection::field_t<Record, I>;
    if constexpr (embedded_record<field>) {
        return record_columns<field>::count;
    } else {
        static_assert(field_is_mapped<Record, I, field>);
        return 1;
    }
}

template <class Record>
struct record_columns {
    static constexpr std::size_t fields = reflection::field_count<Record>;

    /// Where the columns of each field begin; one more entry holds the number of columns.
    static constexpr auto offsets = []<std::size_t... I>(std::index_sequence<I...>) {
        std::array<std::size_t, fields + 1> at{};
        std::size_t counts[] = {columns_of_field<Record, I>()..., 0};
        for (std::size_t i = 0; i != fields; ++i) at[i + 1] = at[i] + counts[i];
        return at;
    }(std::make_index_sequence<fields>{});

    static constexpr std::size_t count = offsets[fields];

    /// The field that column `n` belongs to.
    static constexpr std::size_t field_of(std::size_t n) {
        std::size_t field = 0;
        while (offsets[field + 1] <= n) ++field;
        return field;
    }
};

template <class Record, std::size_t Column>
struct column_at {
    static constexpr std::size_t field = record_columns<Record>::field_of(Column);
    using field_type = reflection::field_t<Record, field>;

    static consteval auto find() {
        if constexpr (embedded_record<field_type>)
            return column_at<field_type, Column - record_columns<Record>::offsets[field]>::find();
        else
            return std::type_identity<field_type>{};
    }
    using type = typename decltype(find())::type;
};

/// The name of a column, which is that of its field.
template <class Record, std::size_t Column>
consteval std::string_view column_name() {
    constexpr std::size_t field = record_columns<Record>::field_of(Column);
    using type = reflection::field_t<Record, field>;
    if constexpr (embedded_record<type>)
        return column_name<type, Column - record_columns<Record>::offsets[field]>();
    else
        return reflection::field_name<Record, field>;
}

template <class>
struct member_pointer;

template <class Class, class Member>
struct member_pointer<Member Class::*> {
    using class_type = Class;
    using member_type = Member;
};

/// The position among the fields of `Record` of the one called `name`; the number of fields where there is none.
template <class Record>
consteval std::size_t find_field(std::string_view name) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        std::size_t found = sizeof...(I);
        ((reflection::field_name<Record, I> == name ? void(found = I) : void()), ...);
        return found;
    }(std::make_index_sequence<reflection::field_count<Record>>{});
}

/// `Member` is one of the record or of a base class of it, so that the name alone finds the field.
template <class Record, auto Member>
inline constexpr bool is_member_of =
    std::is_base_of_v<typename member_pointer<decltype(Member)>::class_type, Record> &&
    find_field<Record>(reflection::member_name<Member>) != reflection::field_count<Record>;

/// The position of `Member` among the fields of `Record`.
template <class Record, auto Member>
consteval std::size_t field_of_member() {
    static_assert(
        is_member_of<Record, Member>,
        "stoa[E104]: this member is not a field of the record. Name a member of its own or of a base class, and "
        "one that BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS lists where the class is described.");
    return find_field<Record>(reflection::member_name<Member>);
}

template <std::size_t Offset, class Object, class Visitor>
constexpr void visit_columns(Object& object, Visitor&& visitor) {
    using record_type = std::remove_const_t<Object>;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto visit_field = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            constexpr std::size_t column = Offset + record_columns<record_type>::offsets[N];
            auto& field = reflection::get<N>(object);
            if constexpr (embedded_record<reflection::field_t<record_type, N>>)
                visit_columns<column>(field, visitor);
            else
                visitor(std::integral_constant<std::size_t, column>{}, field);
        };
        (visit_field(std::integral_constant<std::size_t, I>{}), ...);
    }(std::make_index_sequence<record_columns<record_type>::fields>{});
}

} // namespace detail

/// How many columns a record has.
template <record Record>
inline constexpr std::size_t column_count = detail::record_columns<Record>::count;

/// The C++ type of column `Column`, with its `std::optional`.
template <record Record, std::size_t Column>
using column_field_t = typename detail::column_at<Record, Column>::type;

/// Calls `visitor(std::integral_constant<std::size_t, column>{}, field)` for every column, in order.
template <class Object, class Visitor>
constexpr void for_each_column(Object& object, Visitor&& visitor) {
    detail::visit_columns<0>(object, visitor);
}

} // namespace stoa

#endif

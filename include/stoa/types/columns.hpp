// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_COLUMNS_HPP
#define STOA_TYPES_COLUMNS_HPP

// The columns of a record: its fields in order, with an embedded record replaced by its own columns. Columns count
// from 0 over the whole record; a path of member pointers leads to one.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/pack.hpp"
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

template <class Record>
struct record_columns;

/// How many columns the field `I` of the type `Field` is.
template <class Record, std::size_t I, class Field>
consteval std::size_t columns_of_field() {
    if constexpr (mapped_field<Field>) {
        return 1;
    } else if constexpr (embedded_record<Field>) {
        return record_columns<Field>::count;
    } else {
        constexpr std::string_view name = reflection::field_name<Record, I>;
        static_assert(require_mapped_field<Record, fixed_string<name.size()>::copy_of(name), Field>::value);
        return 1;
    }
}

template <class... A, class... B>
types<A..., B...> operator+(types<A...>, types<B...>);

template <class Field>
consteval auto column_types_of_field() {
    if constexpr (embedded_record<Field>)
        return typename record_columns<Field>::types{};
    else
        return types<Field>{};
}

template <class Record, class Fields = typename reflection::source_of<Record>::field_types>
struct columns_of_fields;

template <class Record, class... Fields>
struct columns_of_fields<Record, types<Fields...>> {
    static constexpr std::size_t fields = sizeof...(Fields);

    /// Where the columns of each field begin; one more entry holds the number of columns.
    static constexpr auto offsets = []<std::size_t... I>(std::index_sequence<I...>) {
        std::array<std::size_t, fields + 1> at{};
        std::size_t counts[] = {columns_of_field<Record, I, Fields>()..., 0};
        for (std::size_t i = 0; i != fields; ++i) at[i + 1] = at[i] + counts[i];
        return at;
    }(std::index_sequence_for<Fields...>{});

    static constexpr std::size_t count = offsets[fields];

    static consteval auto list_types() {
        if constexpr ((embedded_record<Fields> || ...))
            return (detail::types<>{} + ... + column_types_of_field<Fields>());
        else
            return detail::types<Fields...>{};
    }
    using types = decltype(list_types());

    static constexpr std::array<std::string_view, count> names = [] {
        std::array<std::string_view, count> all{};
        std::size_t field = 0;
        const auto add = [&]<class Field>(detail::types<Field>) {
            const std::size_t at = offsets[field];
            if constexpr (embedded_record<Field>)
                for (std::size_t i = 0; i != record_columns<Field>::count; ++i)
                    all[at + i] = record_columns<Field>::names[i];
            else
                all[at] = reflection::source_of<Record>::field_names[field];
            ++field;
        };
        (add(detail::types<Fields>{}), ...);
        return all;
    }();

    /// The field that column `n` belongs to.
    static constexpr std::size_t field_of(std::size_t n) {
        std::size_t field = 0;
        while (offsets[field + 1] <= n) ++field;
        return field;
    }
};

/// The columns of a record: how many, their types and the names of the fields they are.
template <class Record>
struct record_columns : columns_of_fields<Record> {};

/// The name of a column, which is that of its field.
template <class Record, std::size_t Column>
inline constexpr std::string_view column_name = record_columns<Record>::names[Column];

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
    const auto& names = reflection::source_of<Record>::field_names;
    std::size_t field = 0;
    while (field != names.size() && names[field] != name) ++field;
    return field;
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

/// Calls `visitor(field)` for every column of the fields it is given.
template <class Visitor>
struct column_walk {
    Visitor& visitor;

    template <class... Fields>
    constexpr void operator()(Fields&... field) const {
        (step(field), ...);
    }

    template <class Field>
    constexpr void step(Field& field) const {
        if constexpr (embedded_record<std::remove_const_t<Field>>)
            reflection::with_fields(field, *this);
        else
            visitor(field);
    }
};

} // namespace detail

/// How many columns a record has.
template <record Record>
inline constexpr std::size_t column_count = detail::record_columns<Record>::count;

/// The C++ type of column `Column`, with its `std::optional`.
template <record Record, std::size_t Column>
using column_field_t = detail::type_at_t<Column, typename detail::record_columns<Record>::types>;

/// Calls `visitor(field)` for every column, in order. A visitor of a type that does not depend on the record costs a
/// compiler least.
template <class Object, class Visitor>
constexpr void for_each_column(Object& object, Visitor&& visitor) {
    reflection::with_fields(object, detail::column_walk<std::remove_reference_t<Visitor>>{visitor});
}

/// The field that is column `Column` of `object`, which is a record or a const record.
template <std::size_t Column, class Object>
constexpr auto& column_field(Object& object) {
    using columns = detail::record_columns<std::remove_const_t<Object>>;
    constexpr std::size_t field = columns::field_of(Column);
    if constexpr (detail::embedded_record<reflection::field_t<std::remove_const_t<Object>, field>>)
        return column_field<Column - columns::offsets[field]>(reflection::get<field>(object));
    else
        return reflection::get<field>(object);
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_DEFINE_HPP
#define STOA_SCHEMA_DEFINE_HPP

// `define<Record>(name, items...)`: the typed items of a definition, checked against the record, kept until
// table.hpp turns them into plain values. They stay typed that long because a definition may refer to itself and
// to tables that are defined later.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/pack.hpp"
#include "stoa/expression/array.hpp"
#include "stoa/expression/json_value.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/raw.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/schema/check.hpp"
#include "stoa/schema/column.hpp"
#include "stoa/schema/contradictions.hpp"
#include "stoa/schema/foreign_key.hpp"
#include "stoa/schema/index.hpp"
#include "stoa/schema/naming_policy.hpp"
#include "stoa/schema/partition.hpp"
#include "stoa/schema/primary_key.hpp"
#include "stoa/schema/unique.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace stoa {

template <class Record, class... Items>
struct definition {
    using record_type = Record;

    std::string_view name;
    detail::pack<Items...> items;
};

namespace detail {

template <class Record, class Named, fixed_string Column>
struct require_column_of_record {
    static_assert(
        std::is_same_v<Record, Named>,
        "stoa[E301]: this constraint or index names a member of another record. Name members of the record that "
        "is being defined; for an inherited member write col_in<record, &base::member>.");
    static constexpr bool value = true;
};

template <class Record, class Column>
inline constexpr bool is_column_of_record = [] {
    using named = typename Column::record_type;
    constexpr std::string_view name = column_name<named, Column::index>;
    return require_column_of_record<Record, named, fixed_string<name.size()>::copy_of(name)>::value;
}();

template <class Record, class Value>
struct require_printable_value {
    static_assert(mapped_value<Value> && !std::is_same_v<Value, std::string> && !is_vector<Value>,
                  "stoa[E303]: this value cannot stand in a table's definition, which is text made while compiling: no "
                  "std::optional or nullopt, no std::string, bytes, std::vector or list. Write a string literal, "
                  "is_null(), empty_array, or one comparison per value.");
    static constexpr bool value = true;
};

template <fixed_string Text, bool OfAll>
struct require_text_of_all {
    static_assert(OfAll,
                  "stoa[E252]: a definition is for all databases, and this raw text in it is written for one. Leave "
                  "the dialect out, and write what all of them have.");
    static constexpr bool value = OfAll;
};

/// Whether a check or default can be printed: its columns are the table's own, its values constants.
template <class Record, class Expression>
inline constexpr bool is_definable = true;

template <class Record, class Named, std::size_t Column>
inline constexpr bool is_definable<Record, column_of<Named, Column>> =
    is_column_of_record<Record, column_of<Named, Column>>;

template <class Record, class Value>
inline constexpr bool is_definable<Record, literal<Value>> = require_printable_value<Record, Value>::value;

template <class Record, class Value>
inline constexpr bool is_definable<Record, list_literal<Value>> =
    require_printable_value<Record, list_literal<Value>>::value;

template <class Record, ast::op Op, class Value, bool Nullable, class... Operands>
inline constexpr bool is_definable<Record, operation<Op, Value, Nullable, Operands...>> =
    (is_definable<Record, Operands> && ...);

template <class Record, fixed_string Text, class T, fixed_string... Names, class... Operands>
inline constexpr bool
    is_definable<Record, raw_expression<Text, T, void, raw_arguments<Text, raw_argument<Names, Operands>...>>> =
        (is_definable<Record, Operands> && ...);

template <class Record, fixed_string Text, class T, class Dialect, class Arguments>
    requires(!std::is_void_v<Dialect>)
inline constexpr bool is_definable<Record, raw_expression<Text, T, Dialect, Arguments>> =
    require_text_of_all<Text, false>::value;

template <class Record, class Array>
struct require_no_search {
    static_assert(!mapped_array<value_type_t<Array>> && !json_expression<Array>,
                  "stoa[E219]: contains cannot stand in a table's definition, since not every database searches an "
                  "array or a document there. Ask for cardinality, or keep what decides in a column of its own.");
    static constexpr bool value = true;
};

template <class Record, class Value, bool Nullable, class Array, class Wanted>
inline constexpr bool is_definable<Record, operation<ast::op::contains, Value, Nullable, Array, Wanted>> =
    require_no_search<Record, Array>::value;

template <class Record, class Item>
inline constexpr bool item_is_definable = true;

template <class Record, generation G, class... Columns>
inline constexpr bool item_is_definable<Record, primary_key_item<G, Columns...>> =
    (is_column_of_record<Record, Columns> && ...);

template <class Record, class... From, class To>
inline constexpr bool item_is_definable<Record, foreign_key_item<columns<From...>, To>> =
    (is_column_of_record<Record, From> && ...);

template <class Record, class... Columns>
inline constexpr bool item_is_definable<Record, unique_item<Columns...>> =
    (is_column_of_record<Record, Columns> && ...);

template <class Record, class T, json_end End, class Document, json_step... Path>
inline constexpr bool is_definable<Record, json_member<T, End, Document, Path...>> = is_definable<Record, Document>;

template <class Record, ast::op Op, class Expression>
inline constexpr bool is_definable<Record, ordering<Op, Expression>> = is_definable<Record, Expression>;

template <class Record, class Condition, class... Included, class... Terms>
inline constexpr bool item_is_definable<Record, index_item<Condition, included_columns<Included...>, Terms...>> =
    (is_definable<Record, Terms> && ...) && (is_column_of_record<Record, Included> && ...) &&
    is_definable<Record, Condition>;

template <class Record, class Value>
inline constexpr bool is_definable<Record, default_option<Value>> = is_definable<Record, Value>;

template <class Record, class Value>
inline constexpr bool is_definable<Record, computed_option<Value>> = is_definable<Record, Value>;

template <class Record, class Condition>
inline constexpr bool is_definable<Record, range_option<Condition>> = is_definable<Record, Condition>;

template <class Record, class Column, class... Options>
inline constexpr bool item_is_definable<Record, column_item<Column, Options...>> =
    is_column_of_record<Record, Column> && (is_definable<Record, Options> && ...);

template <class Record, class Predicate>
inline constexpr bool item_is_definable<Record, check_item<Predicate>> = is_definable<Record, Predicate>;

template <class Record, class... Bounds>
inline constexpr bool is_definable<Record, bounded_partition<Bounds...>> = (is_definable<Record, Bounds> && ...);

template <class Record, partition_strategy Strategy, class... Columns, class... Parts>
inline constexpr bool item_is_definable<Record, partition_item<Strategy, columns<Columns...>, Parts...>> =
    (is_column_of_record<Record, Columns> && ...) && (is_definable<Record, Parts> && ...);

} // namespace detail

/// Describes the table that keeps `Record`: its name, and any number of primary_key, foreign_key, unique, check,
/// index, column and partition_by_… items. Assign it to `stoa::table<Record>`.
template <record Record, class... Items>
constexpr definition<Record, Items...> define(std::string_view name, Items... items) {
    static_assert((detail::item_is_definable<Record, Items> && ...));
    static_assert(detail::is_consistent<Record, Items...>);
    return {name, {{items}...}};
}

namespace detail {

template <class Column>
consteval auto default_key(Column key) {
    constexpr type_kind kind = type_of<typename Column::value_type>.kind;
    if constexpr (can_generate<generation::identity, Column>())
        return primary_key(key).generated(identity);
    else if constexpr (kind == type_kind::guid && !Column::nullable)
        return primary_key(key).generated(guid_v7);
    else
        return primary_key(key);
}

template <record Record>
consteval auto default_definition() {
    constexpr std::size_t id = find_field<Record>("id");
    if constexpr (id == reflection::field_count<Record>)
        return define<Record>(reflection::type_name<Record>);
    else
        return define<Record>(reflection::type_name<Record>,
                              default_key(column_of<Record, record_columns<Record>::offsets[id]>{}));
}

} // namespace detail

/// The definition of the table that keeps `Record`. Specialise it to say more than the struct does; without, the
/// table has the struct's name, and a field `id` is its key: counted by the database if an integer, made if a guid.
/// Example: template <> inline constexpr auto stoa::table<book> = stoa::define<book>("books", …);
template <record Record>
inline constexpr auto table = detail::default_definition<Record>();

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_RULES_HPP
#define STOA_SCHEMA_RULES_HPP

// What the values of a table must satisfy on every database, checked while compiling. Each rule finds the name of the
// first offender in the values; only then is a template named after the rule instantiated, so that the compiler prints
// it. The rules about several tables are in schema_rules.hpp.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/column_rules.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/identifier.hpp"
#include "stoa/schema/index_rules.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stoa::detail {

constexpr char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// SQLite does not tell identifiers apart that differ only in case.
constexpr bool same_identifier(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i != a.size(); ++i)
        if (lower_case(a[i]) != lower_case(b[i])) return false;
    return true;
}

/// Whether PostgreSQL would cut the name, or one of the databases keeps such names for itself.
constexpr bool is_unusable_name(std::string_view name) {
    const auto begins = [&](std::string_view prefix) {
        return name.size() >= prefix.size() && same_identifier(name.substr(0, prefix.size()), prefix);
    };
    return name.size() > identifier::max_size || begins("sqlite_") || begins("pg_");
}

/// Whether SQLite would take the beginning of the name for a quotation mark: it does where a foreign key of the table
/// has ON DELETE or ON UPDATE RESTRICT, and then finds no such table.
constexpr bool is_unusable_table_name(std::string_view name) {
    if (name.empty()) return false;
    const char first = name[0];
    return first == '"' || first == '\'' || first == '`' || first == '[';
}

/// The first column named like one before it; like all of these functions, empty where there is none.
constexpr std::string_view repeated_column(const table_def& table) {
    for (std::size_t i = 0; i != table.columns.size(); ++i)
        for (std::size_t before = 0; before != i; ++before)
            if (same_identifier(table.columns[i].name, table.columns[before].name)) return table.columns[i].name;
    return {};
}

/// The first computed column that is computed from another.
constexpr std::string_view doubly_computed_column(const table_def& table) {
    for (const column_def& column : table.columns)
        for (const ast::node& node : column.computed)
            if (node.kind == ast::op::column && !table.columns[node.index].computed.empty()) return column.name;
    return {};
}

/// The first column kept as plain JSON that a key or an index compares as a whole.
constexpr std::string_view compared_plain_json(const table_def& table) {
    std::string_view found;
    const auto look = [&](const column_list& columns) {
        for (std::size_t column : columns)
            if (found.empty() && table.columns[column].plain_json) found = table.columns[column].name;
    };
    look(table.primary_key);
    for (const unique_def& key : table.uniques) look(key.columns);
    for (const foreign_key_def& key : table.foreign_keys) look(key.columns);
    for (const index_def& index : table.indexes) look(index.columns);
    return found;
}

/// What is asked of a document or list and needs a driver: whether it contains another, and its guids; empty where
/// there is no such thing.
constexpr std::string_view undefinable_search_in(ast::view expression) {
    for (std::size_t at = 0; at != expression.size(); ++at) {
        const ast::node& node = expression[at];
        if (node.kind == ast::op::contains && expression[at + 1].type.kind == type_kind::json) return "contains";
        if (node.kind == ast::op::elements && expression[at + 1].type.element == type_kind::guid) return "elements";
    }
    return {};
}

/// The function that an expression calls and that no definition can: it needs a driver, several rows, or a window.
constexpr std::string_view undefinable_call_in(ast::view expression) {
    for (const ast::node& node : expression) {
        if (node.kind != ast::op::call) {
            if (ast::is_aggregate(node.kind)) return "aggregate";
            continue;
        }
        const auto called = static_cast<ast::function>(node.index);
        if (ast::needs_driver(called) || ast::is_aggregate(called) || ast::is_window_function(called))
            return to_string(called);
    }
    return {};
}

constexpr std::string_view undefinable_call(const table_def& table) {
    std::string_view found = undefinable_search_in(table.query);
    for (const ast::node& node : table.query) // of a view, which can have aggregates and windows
        if (node.kind == ast::op::call && ast::needs_driver(static_cast<ast::function>(node.index)))
            return to_string(static_cast<ast::function>(node.index));
    const auto look = [&](ast::view expression) {
        if (found.empty()) found = undefinable_call_in(expression);
    };
    for (const column_def& column : table.columns) look(column.computed);
    for (const check_def& check : table.checks) look(check.predicate);
    for (const index_def& index : table.indexes) {
        look(index.terms);
        look(index.predicate);
    }
    return found;
}

/// The first column that a foreign key sets to NULL, or to its default, and that has none.
constexpr std::string_view unsettable_column(const table_def& table, referential_action action) {
    for (const foreign_key_def& key : table.foreign_keys) {
        if (key.on_delete != action && key.on_update != action) continue;
        for (std::size_t place : key.columns) {
            const column_def& column = table.columns[place];
            const bool has_default = !column.default_value.empty() || column.generated == generation::now;
            if (action == referential_action::set_null ? !column.nullable : !has_default) return column.name;
        }
    }
    return {};
}

constexpr std::string_view column_never_null(const table_def& table) {
    return unsettable_column(table, referential_action::set_null);
}

constexpr std::string_view column_without_default(const table_def& table) {
    return unsettable_column(table, referential_action::set_default);
}

/// A name that two constraints or indexes of the table have, those that follow from a column included.
constexpr std::string_view repeated_name(const table_def& table) {
    std::vector<std::string_view> names;
    if (!table.primary_key_name.empty()) names.push_back(table.primary_key_name);
    for (const unique_def& key : table.uniques) names.push_back(key.name);
    for (const foreign_key_def& key : table.foreign_keys) names.push_back(key.name);
    for (const check_def& check : table.checks) names.push_back(check.name);
    for (const index_def& index : table.indexes) names.push_back(index.name);
    for (const column_def& column : table.columns)
        for (std::string_view rule : option_checks)
            if (const std::string_view given = given_check_name(column, rule); !given.empty()) names.push_back(given);
    for (std::size_t i = 0; i != names.size(); ++i) {
        for (std::size_t before = 0; before != i; ++before)
            if (same_identifier(names[i], names[before])) return names[i];
        if (names[i].ends_with("partition") && refuses_rows(table.partitioning) &&
            same_identifier(names[i], partition_check_name(table)))
            return names[i];
        for (std::size_t column = 0; column != table.columns.size(); ++column)
            for (std::string_view rule : option_checks)
                if (names[i].ends_with(rule) && has_check(table.columns[column], rule) &&
                    given_check_name(table.columns[column], rule).empty() &&
                    same_identifier(names[i], column_check_name(table, column, rule)))
                    return names[i];
    }
    return {};
}

/// The first array column that is part of a key, or of an index that sorts by it.
constexpr std::string_view sorted_array(const table_def& table) {
    std::string_view found;
    const auto look = [&](const column_list& columns) {
        for (std::size_t column : columns)
            if (found.empty() && table.columns[column].type.kind == type_kind::array)
                found = table.columns[column].name;
    };
    look(table.primary_key);
    for (const unique_def& key : table.uniques) look(key.columns);
    for (const foreign_key_def& key : table.foreign_keys) look(key.columns);
    for (const index_def& index : table.indexes)
        if (index.method != index_method::gin || index.unique) look(index.columns);
    return found;
}

/// An index or a key as the columns it is sorted by.
struct sorted_columns {
    std::string_view name;
    column_list columns;
    bool is_unique = false;
    bool is_plain = true; ///< on every database an index over the columns themselves
    column_list included{};
    std::uint32_t descending = 0; ///< one bit for each of `columns`
    index_method method = index_method::btree;
    std::string_view operators{};

    friend constexpr bool same_rows(const sorted_columns& a, const sorted_columns& b) {
        return a.columns == b.columns && a.included == b.included && same_order(a, b) && same_order(b, a);
    }

    /// Whether the columns of `a` are the first of those of `b`, in the same order.
    friend constexpr bool begins(const sorted_columns& a, const sorted_columns& b) {
        if (a.columns.size() > b.columns.size()) return false;
        for (std::size_t i = 0; i != a.columns.size(); ++i)
            if (a.columns[i] != b.columns[i]) return false;
        return same_order(a, b);
    }

private:
    /// Whether the directions of `a` are those with which `b` begins, and rows are found in the same way.
    friend constexpr bool same_order(const sorted_columns& a, const sorted_columns& b) {
        const std::uint64_t first = (std::uint64_t{1} << a.columns.size()) - 1;
        return a.descending == (b.descending & first) && a.method == b.method && a.operators == b.operators;
    }
};

/// Whether the key is an index over its columns everywhere: NULLS NOT DISTINCT can be one over expressions, see
/// ddl/create.hpp.
constexpr bool is_plain_key(const table_def& table, const unique_def& key) {
    bool is_plain = true;
    for (std::size_t column : key.columns) is_plain = is_plain && !(key.nulls_equal && table.columns[column].nullable);
    return is_plain;
}

/// The unique keys and indexes of the table but for those with a condition or over expressions.
constexpr std::vector<sorted_columns> sorted_indexes(const table_def& table) {
    std::vector<sorted_columns> all;
    for (const unique_def& key : table.uniques) all.push_back({key.name, key.columns, true, is_plain_key(table, key)});
    for (const index_def& index : table.indexes) {
        if (!index.predicate.empty()) continue;
        sorted_columns sorted{index.name, {}, index.unique, true, index.included, 0, index.method, index.operators};
        std::size_t terms = 0;
        for (std::size_t at = 1; at < index.terms.size(); at += index.terms[at].extent, ++terms) {
            if (index.terms[at + 1].kind != ast::op::column) continue;
            if (index.terms[at].kind == ast::op::descending) sorted.descending |= 1U << sorted.columns.size();
            sorted.columns.add(index.terms[at + 1].index);
        }
        if (sorted.columns.size() == terms) all.push_back(sorted);
    }
    return all;
}

/// The name of the second of two indexes or unique keys that are the same.
constexpr std::string_view repeated_index(const table_def& table) {
    const std::vector<sorted_columns> all = sorted_indexes(table);
    for (std::size_t i = 0; i != all.size(); ++i)
        for (std::size_t before = 0; before != i; ++before)
            if (same_rows(all[i], all[before])) return all[i].name;
    return {};
}

template <class Record, fixed_string Name>
struct require_usable_name {
    static_assert(
        Name.size() == 0,
        "stoa[E313]: the name of a table, namespace, column, constraint or index is longer than 63 bytes, the most "
        "that every database keeps, or begins with sqlite_ or pg_, which are reserved, or is a table's and begins with "
        "a quotation mark or bracket. Choose another name: "
        "define<record>(\"…\"), column(col<&record::member>).named(\"…\"), or named(\"…\") on a constraint.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_distinct_column {
    static_assert(Column.size() == 0,
                  "stoa[E312]: two columns of this table have the same name, upper and lower case counting as one. "
                  "Rename one of them: column(col<&record::member>).named(\"…\").");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_stored_operands {
    static_assert(Column.size() == 0,
                  "stoa[E318]: a computed column is computed from another computed one, which not every database "
                  "allows. Repeat the other's expression.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_comparable_document {
    static_assert(Column.size() == 0,
                  "stoa[E108]: a column of plain JSON is in a key or an index, and not every database can compare such "
                  "documents. Take plain_json() off the column, or index a member of the document: "
                  "index(json_value<std::string, \"name\">(col<&record::member>)).");
    static constexpr bool value = true;
};

template <class Record, fixed_string Function>
struct require_definable_calls {
    static_assert(
        Function.size() == 0,
        "stoa[E234]: a check, index or computed column of this table calls a function that no definition can: "
        "an aggregate, a function of windows, or one that a database gets from its driver (sqrt, add_days, "
        "add_months, add_microseconds), which other programs would miss. Compute the value in C++ or in a "
        "query.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Repeated>
struct require_distinct_names {
    static_assert(Repeated.size() == 0,
                  "stoa[E311]: two constraints or indexes of this table have the same name. Give one of them another "
                  "one with named(...).");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_nullable_column {
    static_assert(Column.size() == 0,
                  "stoa[E314]: ON DELETE or ON UPDATE SET NULL is asked for a column that cannot be NULL. Make the "
                  "field a std::optional, or choose another action.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_default {
    static_assert(Column.size() == 0,
                  "stoa[E314]: ON DELETE or ON UPDATE SET DEFAULT is asked for a column without a default. Give it one "
                  "with column(col<&record::member>).default_(…), or choose another action.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Index>
struct require_distinct_index {
    static_assert(Index.size() == 0,
                  "stoa[E316]: another index or unique key of this table has the same columns in the same order. Leave "
                  "one of them out: it would only cost time and space.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_sortable_column {
    static_assert(Column.size() == 0,
                  "stoa[E326]: an array column is part of a key or of an index that sorts by it; databases sort arrays "
                  "each in its own way. Use index(col<&record::member>).using_(gin), which finds rows by the elements "
                  "of their arrays, or a table of its own for the elements.");
    static constexpr bool value = true;
};

/// A rule: what finds in a table that it is broken, and does not compile with a name that was found.
template <template <class, fixed_string> class Require, std::string_view (*Find)(const table_def&)>
struct rule {
    static constexpr bool is_kept(const table_def& table) { return Find(table).empty(); }

    template <class Record, const table_def& Table>
    static consteval bool explain() {
        constexpr std::string_view name = Find(Table);
        return Require<Record, fixed_string<name.size()>::copy_of(name)>::value;
    }
};

/// Whether a table keeps all rules, which are asked at once, as nearly every table does; the first that is broken does
/// not compile.
template <class Record, const table_def& Table, class... Rules>
consteval bool keeps_all() {
    if constexpr (constexpr bool kept = (Rules::is_kept(Table) && ...); !kept)
        return (Rules::template explain<Record, Table>() && ...);
    return true;
}

/// Whether a table satisfies the rules; does not compile where it does not.
template <class Record, const table_def& Table>
inline constexpr bool obeys_rules =
    keeps_all<Record, Table, rule<require_distinct_column, &repeated_column>,
              rule<require_stored_operands, &doubly_computed_column>,
              rule<require_comparable_document, &compared_plain_json>, rule<require_definable_calls, &undefinable_call>,
              rule<require_fitting_default, &unfitting_default>, rule<require_exact_key, &key_ignoring_case>,
              rule<require_named_check, &column_naming_no_check>, rule<require_distinct_names, &repeated_name>,
              rule<require_nullable_column, &column_never_null>, rule<require_sortable_column, &sorted_array>,
              rule<require_default, &column_without_default>, rule<require_possible_index, &impossible_index>,
              rule<require_distinct_index, &repeated_index>>();

} // namespace stoa::detail

#endif

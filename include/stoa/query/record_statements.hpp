// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_RECORD_STATEMENTS_HPP
#define STOA_QUERY_RECORD_STATEMENTS_HPP

// The statements behind insert, upsert, find, update and erase of whole records. They have no values of their own:
// their parameters are columns of a record, in the order of `columns`.

#include "stoa/query/clause.hpp"
#include "stoa/schema/table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace stoa {

namespace detail {

/// The column the database counts, or the number of columns where there is none.
template <class Record>
consteval std::size_t identity_column() {
    const table_def& table = table_of<Record>();
    for (std::size_t i = 0; i != table.columns.size(); ++i)
        if (table.columns[i].generated == generation::identity) return i;
    return table.columns.size();
}

template <class Record>
inline constexpr bool has_identity = identity_column<Record>() != column_count<Record>;

/// For every column of a record whether `Wanted(column)`.
template <class Record, bool (*Wanted)(std::size_t)>
inline constexpr auto chosen_columns = [] {
    std::array<bool, column_count<Record>> chosen{};
    for (std::size_t i = 0; i != chosen.size(); ++i) chosen[i] = Wanted(i);
    return chosen;
}();

constexpr bool contains(const column_list& list, std::size_t column) {
    for (std::uint16_t each : list)
        if (each == column) return true;
    return false;
}

constexpr void emit_column_parameter(ast::builder& nodes, const column_def& column) {
    nodes.leaf({.kind = ast::op::parameter,
                .nullable = column.nullable,
                .index = nodes.next_parameter(),
                .type = column.type});
}

/// `key = parameter AND …` for every column of the primary key.
constexpr void emit_key_parameters(ast::builder& nodes, table_ref table) {
    const column_list& key = table().primary_key;
    std::size_t ands[column_list::max_size]{};
    for (std::size_t n = 0; n != key.size(); ++n) {
        if (n + 1 != key.size()) ands[n] = nodes.open({.kind = ast::op::and_, .type = {type_kind::boolean}});
        const std::size_t equal = nodes.open({.kind = ast::op::equal, .type = {type_kind::boolean}});
        emit_table_column(nodes, table, key[n]);
        emit_column_parameter(nodes, table().columns[key[n]]);
        nodes.close(equal, 2);
    }
    for (std::size_t n = key.size() - 1; n != 0; --n) nodes.close(ands[n - 1], 2);
}

template <class Record>
constexpr bool is_computed(std::size_t column) {
    return !table_of<Record>().columns[column].computed.empty();
}

/// RETURNING of the columns for which `wanted(column)`; nothing where there are none.
template <class Record, class Wanted>
constexpr void emit_returning(ast::builder& nodes, Wanted wanted) {
    std::size_t returned = 0;
    for (std::size_t i = 0; i != column_count<Record>; ++i) returned += wanted(i) ? 1U : 0U;
    if (returned == 0) {
        nodes.leaf({.kind = ast::op::none});
        return;
    }
    const std::size_t place = nodes.open({.kind = ast::op::list});
    for (std::size_t i = 0; i != column_count<Record>; ++i)
        if (wanted(i)) emit_table_column(nodes, {&table_of<Record>, record_name<Record>}, i);
    nodes.close(place, returned);
}

template <class Record>
struct require_primary_key {
    static_assert(table_of<Record>().primary_key.size() != 0,
                  "stoa[E210]: this table has no primary key, so that a single row of it cannot be named. Give its "
                  "definition a primary_key(...), or use update<record>() and delete_from<record>() with a where.");
    static constexpr bool value = true;
};

} // namespace detail

/// Whether an INSERT sends the identity column, or leaves it to the database and reads it back.
enum class identity_value : bool { generated, given };

/// INSERT of one record.
template <class Record, identity_value Identity>
struct insert_record {
    static constexpr bool sends(std::size_t column) {
        return !detail::is_computed<Record>(column) &&
               (Identity == identity_value::given || column != detail::identity_column<Record>());
    }

    /// Columns whose value the database makes.
    static constexpr bool reads_back(std::size_t column) { return !sends(column); }

    static constexpr void emit(ast::builder& nodes, only_shape) {
        const table_ref table = table_ref{&table_of<Record>, record_name<Record>};
        const std::size_t place = nodes.open({.kind = ast::op::insert, .table = table});
        emit_rows(nodes, table);
        nodes.leaf({.kind = ast::op::none});
        detail::emit_returning<Record>(nodes, [](std::size_t column) { return reads_back(column); });
        nodes.close(place, 4);
    }

    /// The columns list and the values list.
    static constexpr void emit_rows(ast::builder& nodes, table_ref table) {
        std::size_t sent = 0;
        const std::size_t columns = nodes.open({.kind = ast::op::list});
        for (std::size_t i = 0; i != column_count<Record>; ++i)
            if (sends(i)) {
                detail::emit_table_column(nodes, table, i);
                ++sent;
            }
        nodes.close(columns, sent);
        const std::size_t values = nodes.open({.kind = ast::op::list});
        for (std::size_t i = 0; i != column_count<Record>; ++i)
            if (sends(i)) detail::emit_column_parameter(nodes, table().columns[i]);
        nodes.close(values, sent);
    }
};

/// INSERT of one record that updates the row with the same values in the columns `Target` where there is one.
/// The primary key of that row stays, and is read back together with generated columns, unless it is what the row was
/// recognised by.
template <class Record, identity_value Identity, std::size_t... Target>
struct upsert_record {
    static constexpr bool sends(std::size_t column) { return insert_record<Record, Identity>::sends(column); }

    static constexpr void emit(ast::builder& nodes, only_shape) {
        const table_ref table = table_ref{&table_of<Record>, record_name<Record>};
        const std::size_t place = nodes.open({.kind = ast::op::insert, .table = table});
        insert_record<Record, Identity>::emit_rows(nodes, table);
        const std::size_t conflict = nodes.open({.kind = ast::op::conflict});
        const std::size_t target = nodes.open({.kind = ast::op::list});
        (detail::emit_table_column(nodes, table, Target), ...);
        nodes.close(target, sizeof...(Target));
        const std::size_t assignments = nodes.open({.kind = ast::op::list});
        nodes.close(assignments, emit_assignments(nodes, table));
        nodes.leaf({.kind = ast::op::none});
        nodes.close(conflict, 3);
        detail::emit_returning<Record>(nodes, [](std::size_t column) { return reads_back(column); });
        nodes.close(place, 4);
    }

    /// Columns whose value may be the old row's, and not that of the record.
    static constexpr bool reads_back(std::size_t column) {
        return !sends(column) || (is_kept(column) && !is_target(column));
    }

private:
    /// Keys, and what was generated when the row was new.
    static constexpr bool is_kept(std::size_t column) {
        const table_def& table = table_of<Record>();
        return detail::contains(table.primary_key, column) || table.columns[column].generated != generation::none ||
               detail::is_computed<Record>(column);
    }

    /// Columns that have the record's value already. Of a key that ignores case the row may have another spelling, and
    /// takes over the record's where it is not the primary key.
    static constexpr bool is_target(std::size_t column) {
        return ((column == Target) || ...) &&
               table_of<Record>().columns[column].collated != collation::case_insensitive;
    }

    /// Everything but what is kept or the same. A row that is all key sets its key to itself, since a row that is not
    /// updated is not returned either.
    static constexpr std::size_t emit_assignments(ast::builder& nodes, table_ref table) {
        std::size_t set = 0;
        const auto assign = [&](std::size_t column) {
            const std::size_t place = nodes.open({.kind = ast::op::assign});
            detail::emit_table_column(nodes, table, column);
            detail::emit_table_column(nodes, table, column, ast::op::excluded);
            nodes.close(place, 2);
            ++set;
        };
        for (std::size_t i = 0; i != column_count<Record>; ++i)
            if (sends(i) && !is_target(i) && !is_kept(i)) assign(i);
        constexpr std::size_t first_target[] = {Target...};
        if (set == 0) assign(first_target[0]);
        return set;
    }
};

/// SELECT of one record by its primary key.
template <class Record>
struct find_record {
    static constexpr void emit(ast::builder& nodes, only_shape) {
        const table_ref table = table_ref{&table_of<Record>, record_name<Record>};
        const std::size_t place = nodes.open({.kind = ast::op::select});
        nodes.leaf({.kind = ast::op::none});
        list_clause<clause::select, whole_record<Record>>::emit(nodes, only_shape{});
        const std::size_t from = nodes.open({.kind = ast::op::list});
        nodes.leaf({.kind = ast::op::table, .table = table});
        nodes.close(from, 1);
        detail::emit_key_parameters(nodes, table);
        for (std::size_t part = ast::select_part::group_by; part != ast::select_part::count; ++part)
            nodes.leaf({.kind = ast::op::none});
        nodes.close(place, ast::select_part::count);
    }
};

/// UPDATE of one record by its primary key: every other column, then the key.
template <class Record>
struct update_record {
    static constexpr bool sets(std::size_t column) {
        return !detail::contains(table_of<Record>().primary_key, column) && !detail::is_computed<Record>(column);
    }

    static constexpr void emit(ast::builder& nodes, only_shape) {
        const table_ref table = table_ref{&table_of<Record>, record_name<Record>};
        const std::size_t place = nodes.open({.kind = ast::op::update, .table = table});
        const std::size_t assignments = nodes.open({.kind = ast::op::list});
        std::size_t set = 0;
        for (std::size_t i = 0; i != column_count<Record>; ++i) {
            if (!sets(i)) continue;
            const std::size_t assign = nodes.open({.kind = ast::op::assign});
            detail::emit_table_column(nodes, table, i);
            detail::emit_column_parameter(nodes, table().columns[i]);
            nodes.close(assign, 2);
            ++set;
        }
        nodes.close(assignments, set);
        nodes.leaf({.kind = ast::op::none});
        detail::emit_key_parameters(nodes, table);
        nodes.leaf({.kind = ast::op::none});
        nodes.close(place, 4);
    }
};

/// DELETE of one record by its primary key.
template <class Record>
struct erase_record {
    static constexpr void emit(ast::builder& nodes, only_shape) {
        const std::size_t place =
            nodes.open({.kind = ast::op::delete_, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_key_parameters(nodes, table_ref{&table_of<Record>, record_name<Record>});
        nodes.leaf({.kind = ast::op::none});
        nodes.close(place, 2);
    }
};

} // namespace stoa

#endif

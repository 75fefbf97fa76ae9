// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_PARTITIONS_HPP
#define STOA_DDL_PARTITIONS_HPP

// The partitions of a table, and the CHECK that stands for them where there are none.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/literal.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa {

namespace detail {

constexpr std::string_view strategy_name(partition_strategy strategy) {
    switch (strategy) {
    case partition_strategy::none: return {};
    case partition_strategy::range: return "RANGE";
    case partition_strategy::list: return "LIST";
    case partition_strategy::hash: return "HASH";
    }
    return {};
}

/// Writes the bound, or `open` where there is none.
template <class Dialect>
constexpr void write_bound(text_sink& out, const ast::node& bound, std::string_view open) {
    if (bound.kind == ast::op::none)
        out << open;
    else
        write_literal<Dialect>(out, bound);
}

template <class Dialect>
constexpr void write_values(text_sink& out, ast::view bounds) {
    for (std::size_t i = 1; i != bounds.size(); ++i) {
        if (i != 1) out << ", ";
        write_literal<Dialect>(out, bounds[i]);
    }
}

/// Writes which rows are in a partition, such as FOR VALUES IN (1, 2).
template <class Dialect>
constexpr void write_partition_bounds(text_sink& out, partition_strategy strategy, ast::view bounds) {
    if (bounds.empty()) {
        out << "DEFAULT";
    } else if (strategy == partition_strategy::range) {
        out << "FOR VALUES FROM (";
        write_bound<Dialect>(out, bounds[1], "MINVALUE");
        out << ") TO (";
        write_bound<Dialect>(out, bounds[2], "MAXVALUE");
        out << ')';
    } else if (strategy == partition_strategy::list) {
        out << "FOR VALUES IN (";
        write_values<Dialect>(out, bounds);
        out << ')';
    } else {
        out << "FOR VALUES WITH (MODULUS ";
        out.number(bounds[1].integer) << ", REMAINDER ";
        out.number(bounds[2].integer) << ')';
    }
}

template <class Dialect>
constexpr void write_partitions(text_sink& out, const table_def& table, bool if_missing) {
    for (const partition_def& each : table.partitioning.partitions) {
        out << "CREATE TABLE ";
        if (if_missing) out << "IF NOT EXISTS ";
        write_qualified_name<Dialect>(out, table.schema_name, each.name);
        out << " PARTITION OF ";
        write_table_name<Dialect>(out, table);
        out << ' ';
        write_partition_bounds<Dialect>(out, table.partitioning.strategy, each.bounds);
        out << ";\n";
    }
}

/// Writes that the column's value is in the range, which may be open.
template <class Dialect>
constexpr void write_within(text_sink& out, std::string_view column, ast::view range) {
    const bool from = range[1].kind != ast::op::none;
    const bool to = range[2].kind != ast::op::none;
    if (!from && !to) out << Dialect::true_;
    if (from) {
        quote(out, column);
        out << " >= ";
        write_literal<Dialect>(out, range[1]);
    }
    if (from && to) out << " AND ";
    if (to) {
        quote(out, column);
        out << " < ";
        write_literal<Dialect>(out, range[2]);
    }
}

/// Writes the condition that a row fits one of the partitions, none of which is the default one.
template <class Dialect>
constexpr void write_partition_check(text_sink& out, const table_def& table) {
    const column_def& key = table.columns[table.partitioning.columns[0]];
    const bool is_list = table.partitioning.strategy == partition_strategy::list;
    if (key.nullable) {
        quote(out, key.name);
        out << " IS NOT NULL AND (";
    }
    if (is_list) {
        quote(out, key.name);
        out << " IN (";
    }
    bool first = true;
    for (const partition_def& each : table.partitioning.partitions) {
        if (!first) out << (is_list ? ", " : " OR ");
        first = false;
        if (is_list) {
            write_values<Dialect>(out, each.bounds);
        } else {
            out << '(';
            write_within<Dialect>(out, key.name, each.bounds);
            out << ')';
        }
    }
    if (is_list) out << ')';
    if (key.nullable) out << ')';
}

} // namespace detail
} // namespace stoa

#endif

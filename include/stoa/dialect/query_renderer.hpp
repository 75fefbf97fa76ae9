// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_QUERY_RENDERER_HPP
#define STOA_DIALECT_QUERY_RENDERER_HPP

// Queries to SQL: selects, their sources, and queries within expressions.

#include "stoa/dialect/set_operation_renderer.hpp"
#include "stoa/dialect/table_name.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

template <class Dialect>
class query_renderer : protected set_operation_renderer<Dialect, query_renderer<Dialect>> {
    using base = set_operation_renderer<Dialect, query_renderer<Dialect>>;
    friend base;
    friend grouping_renderer<Dialect, query_renderer<Dialect>>;
    friend expression_renderer<Dialect, query_renderer<Dialect>>;

protected:
    using base::absent;
    using base::apart;
    using base::base;
    using base::child;
    using base::each;
    using base::needs_;
    using base::nodes_;
    using base::out_;

    constexpr void table_name(std::size_t at) { write_table_name<Dialect>(out_, nodes_[at].table()); }

    constexpr void where(std::size_t at) {
        if (absent(at)) return;
        out_ << " WHERE ";
        this->whole(at);
    }

    /// A query; the columns get the names and types of those of the node `named`, unless it is 0.
    constexpr void rows(std::size_t at, std::size_t named = 0) {
        if (nodes_[at].kind == ast::op::compound) {
            this->compound(at, named);
        } else {
            queries_before(child(at, ast::select_part::with));
            select(at, named);
            page(child(at, ast::select_part::limit), child(at, ast::select_part::offset));
            if constexpr (Dialect::has_row_locks) lock(nodes_[at]);
        }
    }

    constexpr void source(std::size_t at) {
        const ast::node& node = nodes_[at];
        switch (node.kind) {
        case ast::op::derived: apart([&] { rows_to_read(at + 1, at); }); break;
        case ast::op::elements: this->elements(at); break;
        case ast::op::named: quote(out_, node.text); break;
        case ast::op::raw_source: this->raw_text(at, at + 1); break;
        case ast::op::values: this->written_rows(at); break;
        case ast::op::lists: this->listed_rows(at); break;
        default: table_name(at); break;
        }
        if (node.alias.empty() || (node.kind == ast::op::named && node.alias == node.text)) return;
        out_ << " AS ";
        quote(out_, node.alias);
    }

private:
    /// A query to read from, in parentheses. An OFFSET keeps it from being merged with the query around it
    /// (https://sqlite.org/optoverview.html#flattening), where a UNION ALL of right joins would lose its conditions.
    constexpr void rows_to_read(std::size_t at, std::size_t named) {
        out_ << '(';
        rows(at, named);
        if (!Dialect::has_sound_right_joins && has_right_join(at, nodes_[at].extent)) {
            const bool compound = nodes_[at].kind == ast::op::compound;
            const bool limited = !absent(child(at, compound ? 3 : ast::select_part::limit));
            const bool skipping = !absent(child(at, compound ? 4 : ast::select_part::offset));
            if (!limited && !skipping) out_ << " LIMIT -1";
            if (!skipping) out_ << " OFFSET 0";
        }
        out_ << ')';
    }

    constexpr bool has_right_join(std::size_t at, std::size_t extent) const {
        const auto is = [](const ast::node& n, ast::join_kind kind) { return n.index == static_cast<unsigned>(kind); };
        for (std::size_t n = at; n != at + extent; ++n)
            if (nodes_[n].kind == ast::op::join &&
                (is(nodes_[n], ast::join_kind::right) || is(nodes_[n], ast::join_kind::full)))
                return true;
        return false;
    }

    constexpr void select(std::size_t at, std::size_t named) {
        using parts = ast::select_part;
        if (!absent(child(at, parts::distinct_on))) {
            first_rows(at, named);
            return;
        }
        const auto part = [&](std::size_t which) { return child(at, which); };
        out_ << (nodes_[at].distinct ? "SELECT DISTINCT " : "SELECT ");
        if (nodes_[at].distinct) distinct_on(part(parts::projection), part(parts::order_by));
        std::size_t column = 0;
        // What distinct rows are sorted by must be selected.
        const bool as_sorted = needs_.sorted || (nodes_[at].distinct && !absent(part(parts::order_by)));
        // Rows and names of their own are told by their bytes everywhere.
        const bool by_bytes = needs_.compared || nodes_[at].distinct || named != 0;
        each(part(parts::projection), [&](std::size_t term) {
            if (named == 0)
                selected(term, nodes_[term].type, at != 0, as_sorted, by_bytes);
            else
                named_column(term, nodes_[named].table().columns[column++], as_sorted);
        });
        rows_of(at);
        sorted(part(parts::projection), part(parts::order_by));
    }

    /// ORDER BY takes a lone name for what is selected under it before it takes it for a column, and some databases
    /// name expressions themselves, a CAST like its column (PostgreSQL manual, 7.3.2 Column Labels; SELECT, ORDER BY
    /// Clause). So columns have their table in front of them there.
    constexpr void sorted(std::size_t projection, std::size_t order) {
        bool expressions = false;
        ast::for_each_child(nodes_, projection, [&](std::size_t term) {
            expressions = expressions || nodes_[term].kind != ast::op::column;
        });
        if (absent(order) || !expressions) return this->order(order);
        out_ << " ORDER BY ";
        each(order, [this](std::size_t term) { with_table(term + 1, [&] { this->order_term(term); }); });
    }

    template <class Write>
    constexpr void with_table(std::size_t term, Write write) {
        const bool outer = this->qualifies();
        if (Dialect::names_expressions && nodes_[term].kind == ast::op::column) this->qualify(true);
        write();
        this->qualify(outer);
    }

    /// The rows of a select: everything but what is selected, and in which order.
    constexpr void rows_of(std::size_t select) {
        using parts = ast::select_part;
        const std::size_t having = child(select, parts::having);
        if (this->is_expanded(select)) {
            out_ << " FROM ";
            this->rows_of_sets(select);
            where(having);
        } else {
            sources_and_conditions(select);
            this->group_by(child(select, parts::group_by));
            if (!absent(having)) {
                out_ << " HAVING ";
                this->whole(having);
            }
        }
        this->windows(child(select, parts::window));
    }

    /// The first row of each key: the rows are numbered in the order, which they carry along, to be sorted by it.
    constexpr void first_rows(std::size_t at, std::size_t named) {
        using parts = ast::select_part;
        const std::size_t projection = child(at, parts::projection);
        const std::size_t order = child(at, parts::order_by);
        out_ << "SELECT ";
        std::size_t column = 0;
        each(projection, [&](std::size_t) {
            this->made_up('c', ++column);
            if (named == 0) return;
            out_ << " AS ";
            quote(out_, nodes_[named].table().columns[column - 1].name);
        });
        out_ << " FROM (SELECT ";
        column = 0;
        ast::for_each_child(nodes_, projection, [&](std::size_t term) {
            const type_def& type = named == 0 ? nodes_[term].type : nodes_[named].table().columns[column].type;
            selected(term, type, true, needs_.sorted, needs_.compared || named != 0);
            out_ << " AS ";
            this->made_up('c', ++column);
            out_ << ", ";
        });
        column = 0;
        ast::for_each_child(nodes_, order, [&](std::size_t term) {
            this->sort_key(term + 1);
            out_ << " AS ";
            this->made_up('s', ++column);
            out_ << ", ";
        });
        out_ << "row_number() OVER (PARTITION BY ";
        each(child(at, parts::distinct_on), [this](std::size_t key) { this->exact(key); });
        this->order(order);
        out_ << ") AS \"number\"";
        rows_of(at);
        out_ << ") AS \"stoa_rows\" WHERE \"number\" = 1 ORDER BY ";
        column = 0;
        each(order, [&](std::size_t term) {
            this->made_up('s', ++column);
            this->direction(term, nodes_[term + 1].nullable);
        });
    }

    /// FROM and WHERE.
    constexpr void sources_and_conditions(std::size_t select) {
        const std::size_t from = child(select, ast::select_part::from);
        std::size_t number = 0;
        ast::for_each_child(nodes_, from, [&](std::size_t place) {
            if (number++ == 0) {
                out_ << " FROM ";
                source(place);
            } else {
                join(place, from);
            }
        });
        where(child(select, ast::select_part::where));
    }

    constexpr void named_column(std::size_t term, const column_def& column, bool as_sorted) {
        selected(term, column.type, true, as_sorted, true);
        out_ << " AS ";
        quote(out_, column.name);
    }

    /// A term as a column of this type, which a narrower number is only where it is cast to it. Text of a query that is
    /// `read_on` has an order of its own if there is no column in it to take that from.
    constexpr void selected(std::size_t term, const type_def& type, bool read_on, bool as_sorted, bool by_bytes) {
        const ast::node& node = nodes_[term];
        if (Dialect::has_narrow_numbers && node.type.kind != type.kind) {
            out_ << "CAST(";
            this->whole(term);
            out_ << " AS ";
            Dialect::type_name(out_, type);
            out_ << ')';
        } else if (read_on && type.kind == type_kind::text && !has_column(term)) {
            this->expression(term);
            out_ << Dialect::bytewise;
        } else if (as_sorted && this->is_enum(term)) {
            this->sort_key(term);
        } else if (by_bytes && this->ignores_case(term)) {
            this->exact(term);
        } else {
            this->whole(term);
        }
    }

    constexpr bool has_column(std::size_t term) const {
        for (std::size_t n = term; n != term + nodes_[term].extent; ++n)
            if (nodes_[n].kind == ast::op::column && nodes_[n].type.kind == type_kind::text) return true;
        return false;
    }

    constexpr void queries_before(std::size_t list) {
        if (absent(list)) return;
        bool recursive = false;
        ast::for_each_child(nodes_, list, [&](std::size_t query) { recursive = recursive || nodes_[query].distinct; });
        out_ << (recursive ? "WITH RECURSIVE " : "WITH ");
        each(list, [this](std::size_t query) {
            quote(out_, nodes_[query].text);
            out_ << " AS ";
            apart([&] { rows_to_read(query + 1, query); });
        });
        out_ << ' ';
    }

    /// Rows that are sorted by lower() of what is selected, and not by that itself: lower() must be said to be among
    /// what tells rows apart, which changes nothing (PostgreSQL manual, SELECT, DISTINCT Clause).
    constexpr void distinct_on(std::size_t columns, std::size_t order) {
        bool folded = false;
        if (!absent(order))
            ast::for_each_child(nodes_, order, [&](std::size_t term) { folded = folded || this->folds(term + 1); });
        if (!folded) return;
        out_ << "ON (";
        each(columns, [this](std::size_t column) { with_table(column, [&] { this->expression(column); }); });
        ast::for_each_child(nodes_, order, [this](std::size_t term) {
            if (!this->folds(term + 1)) return;
            out_ << ", ";
            this->sort_key(term + 1);
        });
        out_ << ") ";
    }

    constexpr void join(std::size_t at, std::size_t from) {
        switch (static_cast<ast::join_kind>(nodes_[at].index)) {
        case ast::join_kind::inner: out_ << " JOIN "; break;
        case ast::join_kind::left: out_ << " LEFT JOIN "; break;
        case ast::join_kind::right: out_ << " RIGHT JOIN "; break;
        case ast::join_kind::full: out_ << " FULL JOIN "; break;
        case ast::join_kind::cross: out_ << " CROSS JOIN "; break;
        }
        if (nodes_[at].distinct) out_ << "LATERAL ";
        source(child(at, 0));
        if (const std::size_t condition = child(at, 1); !absent(condition)) {
            out_ << " ON ";
            const std::size_t behind = at + nodes_[at].extent;
            if (!Dialect::has_sound_right_joins && has_constant(condition) &&
                has_right_join(behind, from + nodes_[from].extent - behind))
                by_row(at, condition);
            else
                this->whole(condition);
        }
    }

    /// Whether a part of a condition is the same for all rows.
    constexpr bool has_constant(std::size_t condition) const {
        if (nodes_[condition].kind == ast::op::and_)
            return has_constant(condition + 1) || has_constant(child(condition, 1));
        for (std::size_t n = condition; n != condition + nodes_[condition].extent; ++n)
            if (nodes_[n].kind == ast::op::column) return false;
        return true;
    }

    /// The condition as one that seems to depend on the joined row. A constant one that is false would end the query
    /// before a right join behind it could keep its rows.
    constexpr void by_row(std::size_t join, std::size_t condition) {
        const ast::node& joined = nodes_[join + 1];
        out_ << "CASE WHEN ";
        quote(out_, joined.alias.empty() ? joined.table().name : joined.alias);
        out_ << '.';
        quote(out_, joined.table().columns[0].name);
        out_ << " IS NULL THEN ";
        this->whole(condition);
        out_ << " ELSE ";
        this->whole(condition);
        out_ << " END";
    }

    /// The case of letters counts as the value says that is looked for.
    constexpr void in_query(std::size_t value, std::size_t query) {
        if (nodes_[value].kind == ast::op::row) {
            row_in_query(value, query);
            return;
        }
        const bool fold = this->folds(value);
        if (fold)
            this->sort_key(value);
        else
            this->key(value);
        out_ << (fold ? " IN (SELECT lower(\"value\") FROM (" : " IN (");
        apart([&] { rows(query); });
        out_ << (fold ? ") AS \"rows\" (\"value\"))" : ")");
    }

    constexpr void row_in_query(std::size_t row, std::size_t query) {
        bool fold = false;
        ast::for_each_child(nodes_, row, [&](std::size_t value) { fold = fold || this->folds(value); });
        this->row_of_keys(row);
        out_ << " IN (";
        if (fold) {
            out_ << "SELECT ";
            this->key_columns(row);
            out_ << " FROM (";
        }
        apart([&] { rows(query); });
        if (fold) {
            out_ << ") AS \"rows\" (";
            std::size_t n = 0;
            each(row, [&](std::size_t) { this->numbered(++n); });
            out_ << ')';
        }
        out_ << ')';
    }

    /// A query within an expression; written for the expression renderer.
    constexpr void query_expression(std::size_t at) {
        switch (nodes_[at].kind) {
        case ast::op::exists: out_ << "EXISTS ("; break;
        case ast::op::in_query: in_query(child(at, 0), child(at, 1)); return;
        case ast::op::grouping: this->grouping(at); return;
        default: out_ << '('; break;
        }
        apart([&] { rows(child(at, 0)); });
        out_ << ')';
    }

    constexpr void lock(const ast::node& select) {
        if (select.index == static_cast<std::uint16_t>(ast::row_lock::none)) return;
        out_ << (select.index == static_cast<std::uint16_t>(ast::row_lock::update) ? " FOR UPDATE" : " FOR SHARE");
        if (select.table) {
            out_ << " OF ";
            quote(out_, select.table().name); // without its namespace
        }
        if (select.integer == static_cast<std::int64_t>(ast::lock_wait::skip)) out_ << " SKIP LOCKED";
        if (select.integer == static_cast<std::int64_t>(ast::lock_wait::refuse)) out_ << " NOWAIT";
    }

    constexpr void page(std::size_t limit, std::size_t offset) {
        if (!absent(limit)) {
            out_ << " LIMIT ";
            this->expression(limit);
        } else if (!absent(offset) && !Dialect::has_bare_offset) {
            out_ << " LIMIT -1";
        }
        if (absent(offset)) return;
        out_ << " OFFSET ";
        this->expression(offset);
    }
};

} // namespace stoa

#endif

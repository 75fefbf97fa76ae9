// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_STATEMENT_RENDERER_HPP
#define STOA_DIALECT_STATEMENT_RENDERER_HPP

// Statement nodes to SQL, clause by clause, on top of the expression renderer.

#include "stoa/dialect/expression_renderer.hpp"

#include <cstddef>
#include <string_view>

namespace stoa {

template <class Dialect>
class statement_renderer : expression_renderer<Dialect> {
    using base = expression_renderer<Dialect>;
    using base::child;
    using base::nodes_;
    using base::out_;

public:
    using base::base;

    /// Writes the statement whose node is the first.
    constexpr void statement() {
        switch (nodes_[0].kind) {
        case ast::op::select: select(0); return;
        case ast::op::insert: insert(0); return;
        case ast::op::update: update(0); return;
        case ast::op::delete_: erase(0); return;
        default: return;
        }
    }

private:
    constexpr bool absent(std::size_t at) const { return nodes_[at].kind == ast::op::none; }

    constexpr void table_name(std::size_t at) { quote(out_, nodes_[at].table().name); }

    template <class Visit>
    constexpr void each_child(std::size_t list, Visit visit) {
        std::size_t at = list + 1;
        for (std::size_t n = 0; n != nodes_[list].arity; ++n, at += nodes_[at].extent) visit(at);
    }

    /// The children of a list, separated by commas.
    template <class Write>
    constexpr void each(std::size_t list, Write write) {
        each_child(list, [&](std::size_t at) {
            if (at != list + 1) out_ << ", ";
            write(at);
        });
    }

    constexpr void bare_column(std::size_t at) { quote(out_, this->column_name(nodes_[at])); }

    /// Of the unique key that an upsert recognises rows by.
    constexpr void key_column(std::size_t at) {
        const bool fold = this->folds(at);
        if (fold) out_ << "lower(";
        bare_column(at);
        if (fold) out_ << ')';
    }

    constexpr void where(std::size_t at) {
        if (absent(at)) return;
        out_ << " WHERE ";
        this->whole(at);
    }

    constexpr void returning(std::size_t at) {
        if (absent(at)) return;
        out_ << " RETURNING ";
        each(at, [this](std::size_t column) { this->expression(column); });
    }

    constexpr void select(std::size_t at) {
        const std::size_t from = child(at, 1);
        this->qualify(nodes_[from].arity > 1);
        out_ << (nodes_[at].distinct ? "SELECT DISTINCT " : "SELECT ");
        if (nodes_[at].distinct) distinct_on(child(at, 0), child(at, 5));
        each(child(at, 0), [&](std::size_t column) {
            if (nodes_[at].distinct && this->ignores_case(column))
                this->exact(column);
            else
                this->whole(column);
        });
        out_ << " FROM ";
        std::size_t source = from + 1;
        for (std::size_t n = 0; n != nodes_[from].arity; ++n) {
            if (n == 0)
                table_name(source);
            else
                join(source);
            source += nodes_[source].extent;
        }
        where(child(at, 2));
        if (const std::size_t group = child(at, 3); !absent(group)) {
            out_ << " GROUP BY ";
            each(group, [this](std::size_t term) { this->exact(term); });
        }
        if (const std::size_t having = child(at, 4); !absent(having)) {
            out_ << " HAVING ";
            this->whole(having);
        }
        if (const std::size_t order = child(at, 5); !absent(order)) {
            out_ << " ORDER BY ";
            each(order, [this](std::size_t term) { order_term(term); });
        }
        page(child(at, 6), child(at, 7));
    }

    /// Rows that are sorted by lower() of what is selected, and not by that itself: lower() must be said to be among
    /// what tells rows apart, which changes nothing (PostgreSQL manual, SELECT, DISTINCT Clause).
    constexpr void distinct_on(std::size_t columns, std::size_t order) {
        bool folded = false;
        if (!absent(order)) each_child(order, [&](std::size_t term) { folded = folded || this->folds(term + 1); });
        if (!folded) return;
        out_ << "ON (";
        each(columns, [this](std::size_t column) { this->expression(column); });
        each_child(order, [this](std::size_t term) {
            if (!this->folds(term + 1)) return;
            out_ << ", ";
            this->sort_key(term + 1);
        });
        out_ << ") ";
    }

    constexpr void join(std::size_t at) {
        out_ << " JOIN ";
        table_name(at);
        out_ << " ON ";
        this->whole(child(at, 0));
    }

    /// NULL is the largest value everywhere: said only where the database thinks otherwise and a NULL can come.
    constexpr void order_term(std::size_t at) {
        const bool descending = nodes_[at].kind == ast::op::descending;
        const std::size_t term = child(at, 0);
        this->sort_key(term);
        if (descending) out_ << " DESC";
        if (!Dialect::sorts_null_last && nodes_[term].nullable) out_ << (descending ? " NULLS FIRST" : " NULLS LAST");
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

    constexpr void insert(std::size_t at) {
        out_ << "INSERT INTO ";
        table_name(at);
        const std::size_t columns = child(at, 0);
        if (nodes_[columns].arity == 0) {
            out_ << " DEFAULT VALUES";
        } else {
            out_ << " (";
            each(columns, [this](std::size_t column) { bare_column(column); });
            out_ << ") VALUES (";
            each(child(at, 1), [this](std::size_t value) { this->expression(value); });
            out_ << ')';
        }
        conflict(child(at, 2));
        returning(child(at, 3));
    }

    constexpr void conflict(std::size_t at) {
        if (absent(at)) return;
        out_ << " ON CONFLICT (";
        each(child(at, 0), [this](std::size_t column) { key_column(column); });
        out_ << ") DO ";
        const std::size_t assignments = child(at, 1);
        if (nodes_[assignments].arity == 0) {
            out_ << "NOTHING";
            return;
        }
        out_ << "UPDATE SET ";
        set(assignments);
    }

    /// The columns that are set are never qualified: no database allows it.
    constexpr void set(std::size_t assignments) {
        each(assignments, [this](std::size_t assignment) {
            bare_column(child(assignment, 0));
            out_ << " = ";
            assigned_value(assignment);
        });
    }

    /// A computed number in a column of single precision is rounded to it; a parameter is so already.
    constexpr void assigned_value(std::size_t assignment) {
        const std::size_t value = child(assignment, 1);
        const bool round = !Dialect::to_single_precision.empty() &&
                           nodes_[child(assignment, 0)].type.kind == type_kind::float32 &&
                           nodes_[value].type.kind != type_kind::float32;
        if (round) out_ << Dialect::to_single_precision << '(';
        this->whole(value);
        if (round) out_ << ')';
    }

    constexpr void update(std::size_t at) {
        out_ << "UPDATE ";
        table_name(at);
        out_ << " SET ";
        set(child(at, 0));
        where(child(at, 1));
        returning(child(at, 2));
    }

    constexpr void erase(std::size_t at) {
        out_ << "DELETE FROM ";
        table_name(at);
        where(child(at, 0));
        returning(child(at, 1));
    }
};

} // namespace stoa

#endif

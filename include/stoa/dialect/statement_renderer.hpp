// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_STATEMENT_RENDERER_HPP
#define STOA_DIALECT_STATEMENT_RENDERER_HPP

// Statement nodes to SQL, clause by clause, on top of the renderers of queries and expressions.

#include "stoa/dialect/query_renderer.hpp"

#include <cstddef>
#include <string_view>

namespace stoa {

template <class Dialect>
class statement_renderer : query_renderer<Dialect> {
    using base = query_renderer<Dialect>;
    using base::absent;
    using base::child;
    using base::each;
    using base::nodes_;
    using base::out_;
    using base::rows;
    using base::source;
    using base::table_name;
    using base::where;

public:
    constexpr statement_renderer(text_sink& out, ast::view nodes) : base(out, nodes) {}

    /// Writes the statement whose node is the first.
    constexpr void statement() {
        this->qualify(count_sources() > 1);
        switch (nodes_[0].kind) {
        case ast::op::select:
        case ast::op::compound: rows(0); return;
        case ast::op::insert: insert(0); return;
        case ast::op::update: update(0); return;
        case ast::op::delete_: erase(0); return;
        case ast::op::raw_statement: this->raw_text(0, child(0, 1)); return;
        default: return;
        }
    }

private:
    /// The tables and queries that columns can belong to, in the whole statement.
    constexpr std::size_t count_sources() const {
        std::size_t count = 0;
        for (const ast::node& node : nodes_) {
            switch (node.kind) {
            case ast::op::table:
            case ast::op::derived:
            case ast::op::named:
            case ast::op::raw_source:
            case ast::op::values:
            case ast::op::lists:
            case ast::op::elements:
            case ast::op::update:
            case ast::op::delete_: ++count; break;
            default: break;
            }
        }
        return count;
    }

    constexpr void bare_column(std::size_t at) { quote(out_, this->column_name(nodes_[at])); }

    /// Of the unique key that an upsert recognises rows by.
    constexpr void key_column(std::size_t at) {
        const bool fold = this->folds(at);
        if (fold) out_ << "lower(";
        bare_column(at);
        if (fold) out_ << ')';
    }

    constexpr void returning(std::size_t at) {
        if (absent(at)) return;
        out_ << " RETURNING ";
        each(at, [this](std::size_t column) { this->expression(column); });
    }

    constexpr void insert(std::size_t at) {
        out_ << "INSERT INTO ";
        table_name(at);
        const std::size_t columns = child(at, 0);
        const std::size_t values = child(at, 1);
        const std::size_t on_conflict = child(at, 2);
        if (nodes_[columns].arity == 0) {
            out_ << " DEFAULT VALUES";
        } else {
            out_ << " (";
            each(columns, [this](std::size_t column) { bare_column(column); });
            out_ << ')';
            if (nodes_[values].kind == ast::op::list) {
                out_ << " VALUES (";
                each(values, [this](std::size_t value) { this->expression(value); });
                out_ << ')';
            } else {
                out_ << ' ';
                inserted_rows(values, !absent(on_conflict));
            }
        }
        conflict(on_conflict);
        returning(child(at, 3));
    }

    /// Before ON CONFLICT a SELECT needs a WHERE, or SQLite takes the ON for that of a join
    /// (https://sqlite.org/lang_upsert.html, "Parsing Ambiguity").
    constexpr void inserted_rows(std::size_t at, bool before_conflict) {
        if (!before_conflict || (nodes_[at].kind == ast::op::select && !absent(child(at, ast::select_part::where)))) {
            rows(at);
            return;
        }
        out_ << "SELECT * FROM (";
        rows(at);
        out_ << ") AS \"rows\" WHERE " << Dialect::true_;
    }

    constexpr void conflict(std::size_t at) {
        if (absent(at)) return;
        out_ << " ON CONFLICT ";
        if (const std::size_t target = child(at, 0); !absent(target)) {
            out_ << '(';
            each(target, [this](std::size_t column) { key_column(column); });
            out_ << ") ";
        }
        out_ << "DO ";
        const std::size_t assignments = child(at, 1);
        if (nodes_[assignments].arity == 0) {
            out_ << "NOTHING";
            return;
        }
        out_ << "UPDATE SET ";
        const bool outer = this->qualifies();
        this->qualify(true); // the row that is there and the other one have the same columns
        set(assignments);
        where(child(at, 2));
        this->qualify(outer);
    }

    /// The columns that are set are never qualified: no database allows it.
    constexpr void set(std::size_t assignments) {
        bool first = true;
        ast::for_each_child(nodes_, assignments, [&](std::size_t assignment) {
            if (is_written(assignments, assignment)) return;
            if (!first) out_ << ", ";
            first = false;
            bare_column(child(assignment, 0));
            out_ << " = ";
            if (nodes_[assignment].kind == ast::op::assign_path)
                this->changed_document(assignments, assignment);
            else
                assigned_value(assignment);
        });
    }

    /// Whether it is a change in a document that is written where the first one in that document is.
    constexpr bool is_written(std::size_t assignments, std::size_t assignment) const {
        if (nodes_[assignment].kind != ast::op::assign_path) return false;
        std::size_t before = assignments + 1;
        while (!this->changes_same(before, assignment)) before += nodes_[before].extent;
        return before != assignment;
    }

    /// A computed number in a column of single precision is rounded to it; a parameter is so already.
    constexpr void assigned_value(std::size_t assignment) {
        const std::size_t value = child(assignment, 1);
        const bool round = !Dialect::to_single_precision.empty() &&
                           nodes_[child(assignment, 0)].type.kind == type_kind::float32 &&
                           nodes_[value].type.kind != type_kind::float32;
        if (round) out_ << Dialect::to_single_precision << '(';
        // A text, such as a member of a document, becomes an enumerator only where it is said.
        if (const std::size_t column = child(assignment, 0); this->is_enum(column) && !this->is_enum(value)) {
            this->expression(value);
            out_ << "::";
            quote(out_, nodes_[column].type.enum_name);
        } else {
            this->whole(value);
        }
        if (round) out_ << ')';
    }

    constexpr void update(std::size_t at) {
        out_ << "UPDATE ";
        table_name(at);
        out_ << " SET ";
        set(child(at, 0));
        if (const std::size_t sources = child(at, 1); !absent(sources)) {
            out_ << " FROM ";
            source(sources + 1);
        }
        where(child(at, 2));
        returning(child(at, 3));
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

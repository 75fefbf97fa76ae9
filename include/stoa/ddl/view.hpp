// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_VIEW_HPP
#define STOA_DDL_VIEW_HPP

// CREATE VIEW and CREATE MATERIALIZED VIEW from the values of a definition, and what brings the rows of the latter up
// to date. Where there are no materialized views, a table takes their place.

#include "stoa/core/text_sink.hpp"
#include "stoa/ddl/create.hpp"
#include "stoa/ddl/kind.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/statement_renderer.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/schema/table.hpp"
#include "stoa/schema/table_def.hpp"

#include <string_view>

namespace stoa {

/// Lets a materialized view be read while it is refreshed; see `session::refresh`.
struct concurrently_option {};
inline constexpr concurrently_option concurrently{};

namespace detail {

template <class Dialect>
class view_writer : table_writer<Dialect> {
    using base = table_writer<Dialect>;
    using base::out_;
    using base::policy_;
    using base::table_;

public:
    using base::base;

    /// The view, and its indexes where it can have any.
    constexpr void write() {
        const bool if_missing = policy_ == existing::keep;
        switch (stored_kind<Dialect>(table_)) {
        case table_kind::view:
            Dialect::write_create_view(out_, table_, if_missing, [this] { definition(); });
            if constexpr (Dialect::has_comments) this->comments();
            break;
        case table_kind::materialized_view:
            out_ << "CREATE MATERIALIZED VIEW " << (if_missing ? "IF NOT EXISTS " : "");
            definition();
            out_ << ";\n";
            if (table_.primary_key.size() != 0) {
                this->begin_index(table_.primary_key_name, true);
                out_ << ' ';
                this->columns(table_, table_.primary_key);
                out_ << ";\n";
            }
            for (const index_def& each : table_.indexes) this->index(each);
            if constexpr (Dialect::has_comments) this->comments();
            break;
        case table_kind::table: filled_table(if_missing); break;
        }
    }

    /// What finds the rows of a materialized view again.
    constexpr void refresh(bool is_concurrent) {
        if (stored_kind<Dialect>(table_) == table_kind::materialized_view) {
            out_ << "REFRESH MATERIALIZED VIEW " << (is_concurrent ? "CONCURRENTLY " : "");
            write_table_name<Dialect>(out_, table_);
            out_ << ";\n";
        } else {
            out_ << "DELETE FROM ";
            write_table_name<Dialect>(out_, table_);
            out_ << ";\n";
            fill();
        }
    }

private:
    constexpr void query() { statement_renderer<Dialect>(out_, table_.query).statement(); }

    constexpr void name_and_columns() {
        write_table_name<Dialect>(out_, table_);
        std::string_view separator = " (";
        for (const column_def& column : table_.columns) {
            out_ << separator;
            quote(out_, column.name);
            separator = ", ";
        }
        out_ << ')';
    }

    constexpr void definition() {
        name_and_columns();
        out_ << " AS ";
        query();
    }

    constexpr void fill() {
        out_ << "INSERT INTO ";
        name_and_columns();
        out_ << ' ';
        query();
        out_ << ";\n";
    }

    constexpr void filled_table(bool if_missing) {
        if constexpr (!Dialect::has_materialized_views) {
            if (!if_missing) {
                base::write();
                fill();
                return;
            }
            Dialect::write_fill_if_missing(
                out_, table_.name, [this] { base::write(); },
                [this](std::string_view condition) {
                    out_ << "INSERT INTO ";
                    name_and_columns();
                    out_ << " SELECT * FROM (";
                    query();
                    out_ << ") WHERE " << condition << ";\n";
                });
        }
    }
};

} // namespace detail

/// Writes the statements that create a table or view and its indexes; for `later` see `write_create_table`.
template <class Dialect>
constexpr void write_create(text_sink& out, const table_def& table, existing policy = existing::fail,
                            key_set later = {}) {
    if (table.kind == table_kind::table)
        write_create_table<Dialect>(out, table, policy, later);
    else
        detail::view_writer<Dialect>(out, table, policy).write();
}

/// The script that brings the rows of a materialized view up to date in `Dialect`. Run it in a transaction.
/// SQL: `REFRESH MATERIALIZED VIEW …`, or DELETE and INSERT.
template <class Record, class Dialect, bool Concurrently = false>
inline constexpr std::string_view refresh_sql =
    written_text<[](text_sink& out) {
        detail::view_writer<Dialect>(out, table_of<Record>(), existing::fail).refresh(Concurrently);
    }>.view();

namespace detail {

template <class Record>
struct require_materialized_view {
    static_assert(table_of<Record>().kind == table_kind::materialized_view,
                  "stoa[E330]: only a materialized view is refreshed; the rows of a table or view are always those of "
                  "now. Define it with materialized_view<record>(…).");
    static constexpr bool value = true;
};

/// Whether a unique index is over columns alone, and over all rows (PostgreSQL manual, REFRESH MATERIALIZED VIEW).
constexpr bool has_plain_unique_index(const table_def& table) {
    if (table.primary_key.size() != 0) return true;
    for (const index_def& index : table.indexes)
        if (index.unique && index.predicate.empty() && index.terms[0].arity == index.columns.size()) return true;
    return false;
}

template <class Record>
struct require_unique_index {
    static_assert(has_plain_unique_index(table_of<Record>()),
                  "stoa[E330]: a materialized view is refreshed concurrently only if it has a unique index over "
                  "columns and all rows. Give its definition a primary_key(…) or an index(…).unique(), or refresh it "
                  "without concurrently.");
    static constexpr bool value = true;
};

} // namespace detail
} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_CREATE_HPP
#define STOA_DDL_CREATE_HPP

// CREATE TABLE and CREATE INDEX from the values of a table's definition.

#include "stoa/core/text_sink.hpp"
#include "stoa/ddl/kind.hpp"
#include "stoa/ddl/partitions.hpp"
#include "stoa/ddl/storage_check.hpp"
#include "stoa/dialect/expression_renderer.hpp"
#include "stoa/dialect/literal.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa {

/// Whether a script fails on what exists already, or leaves it as it is.
enum class existing : bool { fail, keep };

namespace detail {

/// Whether the column's case is ignored by way of lower().
template <class Dialect>
constexpr bool folds(const column_def& column) {
    return Dialect::case_insensitive_collation.empty() && column.collated == collation::case_insensitive;
}

/// Whether a unique key must be an index, because constraints are over columns as they are.
template <class Dialect>
constexpr bool is_index(const table_def& table, const unique_def& key) {
    bool needed = key.nulls_equal && !Dialect::has_nulls_not_distinct;
    for (std::size_t column : key.columns) needed = needed || folds<Dialect>(table.columns[column]);
    return needed;
}

/// Whether the database has no index of the kind, nor one that would do.
template <class Dialect>
constexpr bool is_left_out(const table_def& table, const index_def& index) {
    const bool has_no_trigrams = Dialect::trigram_extension.empty() && index.method == index_method::trigram;
    return has_no_trigrams || (!Dialect::has_arrays && has_array(table, index));
}

template <class Dialect>
class table_writer {
public:
    constexpr table_writer(text_sink& out, const table_def& table, existing policy, key_set later = {})
        : out_(out), table_(table), policy_(policy), later_(Dialect::has_forward_references ? key_set{} : later) {}

    /// The table and its indexes, each statement ended with a semicolon and a line break.
    constexpr void write() {
        out_ << "CREATE TABLE ";
        if (policy_ == existing::keep) out_ << "IF NOT EXISTS ";
        write_table_name<Dialect>(out_, table_);
        out_ << " (\n";
        for (const column_def& each : table_.columns) column(each);
        for (const column_def& each : table_.columns) column_checks(each);
        if (table_.primary_key.size() != 0) {
            constraint(table_.primary_key_name, "PRIMARY KEY ");
            columns(table_, table_.primary_key);
        }
        for (std::size_t key = 0; key != table_.foreign_keys.size(); ++key) {
            if (later_.has(key)) continue;
            line();
            foreign_key(table_.foreign_keys[key]);
        }
        for (const unique_def& each : table_.uniques) {
            if (is_index<Dialect>(table_, each)) continue;
            constraint(each.name, each.nulls_equal ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ");
            columns(table_, each.columns);
        }
        for (const check_def& each : table_.checks) {
            constraint(each.name, "CHECK (");
            expression_renderer<Dialect>(out_, each.predicate).whole(0);
            out_ << ')';
        }
        if (!Dialect::has_partitions && refuses_rows(table_.partitioning)) {
            constraint(partition_check_name(table_), "CHECK (");
            write_partition_check<Dialect>(out_, table_);
            out_ << ')';
        }
        out_ << "\n)" << Dialect::table_suffix;
        if (Dialect::has_partitions) partition_key();
        out_ << ";\n";
        if (Dialect::has_partitions) write_partitions<Dialect>(out_, table_, policy_ == existing::keep);
        for (const unique_def& each : table_.uniques)
            if (is_index<Dialect>(table_, each)) unique_index(each);
        for (const index_def& each : table_.indexes) index(each);
        if constexpr (Dialect::has_comments) comments();
    }

    /// The foreign keys that had to wait for tables created later.
    constexpr void write_later_keys() {
        for (std::size_t key = 0; key != table_.foreign_keys.size(); ++key)
            if (later_.has(key))
                Dialect::write_add_constraint(out_, table_, table_.foreign_keys[key].name, policy_ == existing::keep,
                                              [&] { foreign_key(table_.foreign_keys[key]); });
    }

    /// The statement for one index.
    constexpr void write_index(const index_def& each, bool concurrently) { index(each, concurrently); }

protected: // the writer of views has some of it as well
    constexpr void line() {
        if (!first_) out_ << ",\n";
        first_ = false;
        out_ << "    ";
    }

    constexpr void constraint(std::string_view name, std::string_view kind) {
        line();
        named(name, kind);
    }

    constexpr void named(std::string_view name, std::string_view kind) {
        out_ << "CONSTRAINT ";
        quote(out_, name);
        out_ << ' ' << kind;
    }

    constexpr void column(const column_def& column) {
        line();
        quote(out_, column.name);
        out_ << ' ';
        if (column.plain_json && !Dialect::plain_json.empty())
            out_ << Dialect::plain_json;
        else
            Dialect::type_name(out_, column.type);
        if (column.collated == collation::case_insensitive && !folds(column))
            out_ << " COLLATE " << Dialect::case_insensitive_collation;
        if (Dialect::has_identity_columns && column.generated == generation::identity) identity(column.identity);
        if (!column.nullable) out_ << " NOT NULL";
        if (!column.computed.empty()) {
            out_ << " GENERATED ALWAYS AS (";
            expression_renderer<Dialect>(out_, column.computed).whole(0);
            out_ << ") STORED";
        } else if (column.generated == generation::now) {
            out_ << " DEFAULT " << Dialect::current_timestamp;
        } else if (!column.default_value.empty()) {
            out_ << " DEFAULT ";
            expression_renderer<Dialect>(out_, column.default_value).expression(0);
        }
    }

    constexpr void identity(const identity_def& options) {
        out_ << " GENERATED BY DEFAULT AS IDENTITY";
        if (options == identity_def{}) return;
        out_ << " (START WITH ";
        out_.number(options.start) << " INCREMENT BY ";
        out_.number(options.increment);
        // Counters end at 1 or -1 where nothing else is said (PostgreSQL manual, CREATE SEQUENCE).
        if (options.increment > 0 && options.start < 1) (out_ << " MINVALUE ").number(options.start);
        if (options.increment < 0 && options.start > -1) (out_ << " MAXVALUE ").number(options.start);
        out_ << ')';
    }

    /// The checks that follow from a column's type and options.
    constexpr void column_checks(const column_def& column) {
        const auto name = [&](std::string_view rule) {
            return column_check_name(table_, static_cast<std::size_t>(&column - table_.columns.data()), rule);
        };
        const bool is_enum = Dialect::has_enum_types && !column.type.enum_name.empty();
        const bool is_array = column.type.kind == type_kind::array;
        if (!column.enumerators.empty() && !is_enum && (!is_array || Dialect::has_arrays)) {
            constraint(name("values"), "CHECK (");
            quote(out_, column.name);
            out_ << (is_array ? " <@ ARRAY[" : " IN (");
            for (std::size_t i = 0; i != column.enumerators.size(); ++i) {
                if (i != 0) out_ << ", ";
                quote_text(out_, column.enumerators[i]);
            }
            out_ << (is_array ? "])" : "))");
        }
        if (column.max_length != 0) {
            constraint(name("length"), "CHECK (length(");
            quote(out_, column.name);
            if (is_enum) out_ << "::text";
            out_ << ") <= ";
            out_.number(column.max_length) << ')';
        }
        // Before the range: a number that its type does not have is an overflow on every database.
        if constexpr (!Dialect::has_strict_types) {
            if (needs_storage_check(column)) {
                constraint(name("type"), "CHECK (");
                write_storage_check<Dialect>(out_, column);
                out_ << ')';
            }
        }
        if (!column.range.empty()) {
            constraint(name("range"), "CHECK (");
            expression_renderer<Dialect>(out_, column.range).whole(0);
            out_ << ')';
        }
    }

    constexpr void foreign_key(const foreign_key_def& key) {
        named(key.name, "FOREIGN KEY ");
        columns(table_, key.columns);
        out_ << " REFERENCES ";
        write_table_name<Dialect>(out_, key.target());
        out_ << ' ';
        columns(key.target(), key.target_columns);
        action(" ON DELETE ", key.on_delete);
        action(" ON UPDATE ", key.on_update);
        if (key.deferred) out_ << " DEFERRABLE INITIALLY DEFERRED";
    }

    constexpr void action(std::string_view when, referential_action action) {
        switch (action) {
        case referential_action::no_action: return;
        case referential_action::restrict_: out_ << when << "RESTRICT"; return;
        case referential_action::cascade: out_ << when << "CASCADE"; return;
        case referential_action::set_null: out_ << when << "SET NULL"; return;
        case referential_action::set_default: out_ << when << "SET DEFAULT"; return;
        }
    }

    constexpr void columns(const table_def& table, const column_list& list) {
        out_ << '(';
        for (std::size_t i = 0; i != list.size(); ++i) {
            if (i != 0) out_ << ", ";
            quote(out_, table.columns[list[i]].name);
        }
        out_ << ')';
    }

    constexpr void partition_key() {
        if (table_.partitioning.strategy == partition_strategy::none) return;
        out_ << " PARTITION BY " << strategy_name(table_.partitioning.strategy) << ' ';
        columns(table_, table_.partitioning.columns);
    }

    constexpr void comments() {
        if (!table_.comment.empty()) {
            out_ << "COMMENT ON " << kind_words<Dialect>(table_) << ' ';
            write_table_name<Dialect>(out_, table_);
            comment_text(table_.comment);
        }
        for (const column_def& each : table_.columns) {
            if (each.comment.empty()) continue;
            out_ << "COMMENT ON COLUMN ";
            write_table_name<Dialect>(out_, table_);
            out_ << '.';
            quote(out_, each.name);
            comment_text(each.comment);
        }
    }

    constexpr void comment_text(std::string_view text) {
        out_ << " IS ";
        quote_text(out_, text);
        out_ << ";\n";
    }

    constexpr void begin_index(std::string_view name, bool unique, bool concurrently = false) {
        out_ << (unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
        if (concurrently) out_ << "CONCURRENTLY ";
        if (policy_ == existing::keep) out_ << "IF NOT EXISTS ";
        quote(out_, name);
        out_ << " ON ";
        write_table_name<Dialect>(out_, table_);
    }

    /// A unique key that cannot be a constraint. Where NULL equals NULL only so: whether a column is NULL, and its
    /// value or some other one of its type.
    constexpr void unique_index(const unique_def& key) {
        begin_index(key.name, true);
        out_ << " (";
        for (std::size_t i = 0; i != key.columns.size(); ++i) {
            if (i != 0) out_ << ", ";
            const column_def& column = table_.columns[key.columns[i]];
            if (!column.nullable || !key.nulls_equal || Dialect::has_nulls_not_distinct) {
                key_column(column);
                continue;
            }
            out_ << '(';
            quote(out_, column.name);
            out_ << " IS NULL), coalesce(";
            quote(out_, column.name);
            out_ << ", 0)";
            if (column.collated == collation::case_insensitive)
                out_ << " COLLATE " << Dialect::case_insensitive_collation;
        }
        out_ << (key.nulls_equal && Dialect::has_nulls_not_distinct ? ") NULLS NOT DISTINCT;\n" : ");\n");
    }

    static constexpr bool folds(const column_def& column) { return detail::folds<Dialect>(column); }

    /// A column as what rows are found by.
    constexpr void key_column(const column_def& column) {
        if (folds(column)) out_ << "lower(";
        quote(out_, column.name);
        if (folds(column)) out_ << ')';
    }

    constexpr void index(const index_def& index, bool concurrently = false) {
        if (is_left_out<Dialect>(table_, index)) return;
        begin_index(index.name, index.unique, concurrently);
        if (const std::string_view method = method_name(index.method); Dialect::has_index_methods && method != "btree")
            out_ << " USING " << method;
        out_ << " (";
        for (std::size_t at = 1; at != index.terms.size(); at += index.terms[at].extent) {
            if (at != 1) out_ << ", ";
            index_term(index, at);
        }
        if (!Dialect::has_included_columns && !index.unique) {
            for (std::size_t column : index.included) {
                out_ << ", ";
                quote(out_, table_.columns[column].name);
            }
        }
        out_ << ')';
        if (Dialect::has_included_columns && index.included.size() != 0) {
            out_ << " INCLUDE ";
            columns(table_, index.included);
        }
        if (!index.predicate.empty()) {
            out_ << " WHERE ";
            expression_renderer<Dialect>(out_, index.predicate).whole(0);
        }
        out_ << ";\n";
    }

    /// A column as it is, anything else in parentheses.
    constexpr void index_term(const index_def& index, std::size_t at) {
        expression_renderer<Dialect> renderer(out_, index.terms);
        if (index.terms[at + 1].kind == ast::op::column) {
            if (is_sorted(index.method))
                renderer.index_key(at + 1);
            else
                renderer.exact(at + 1);
        } else {
            out_ << '(';
            renderer.index_expression(at + 1);
            out_ << ')';
        }
        const bool by_default = index.operators.empty();
        const std::string_view operators =
            by_default && index.method == index_method::trigram ? "gin_trgm_ops" : index.operators;
        if (Dialect::has_index_methods && !operators.empty()) out_ << ' ' << operators;
        if (index.terms[at].kind == ast::op::descending) out_ << " DESC";
    }

    /// Whether it finds values that are equal or near, and not what is in them.
    static constexpr bool is_sorted(index_method method) {
        return method == index_method::btree || method == index_method::hash || method == index_method::brin;
    }

    static constexpr std::string_view method_name(index_method method) {
        switch (method) {
        case index_method::btree:
        case index_method::prefix: return "btree"; // columns are sorted by bytes, as LIKE needs it
        case index_method::hash: return "hash";
        case index_method::gin:
        case index_method::trigram: return "gin";
        case index_method::gist: return "gist";
        case index_method::brin: return "brin";
        }
        return {};
    }

    text_sink& out_;         // NOLINT(*-non-private-member-variables-in-classes)
    const table_def& table_; // NOLINT(*-non-private-member-variables-in-classes)
    existing policy_;        // NOLINT(*-non-private-member-variables-in-classes)

private:
    key_set later_; // foreign keys left for the end of the script
    bool first_ = true;
};

} // namespace detail

/// Writes the statements that create a table and its indexes. Where a foreign key cannot name a table that is not there
/// yet, those in `later` are left out.
template <class Dialect>
constexpr void write_create_table(text_sink& out, const table_def& table, existing policy = existing::fail,
                                  key_set later = {}) {
    detail::table_writer<Dialect>(out, table, policy, later).write();
}

/// Writes the statement that creates an index while others write, where the database can do that, unless it exists.
template <class Dialect>
constexpr void write_create_index_concurrently(text_sink& out, const table_def& table, const index_def& index) {
    detail::table_writer<Dialect>(out, table, existing::keep).write_index(index, Dialect::has_concurrent_indexes);
}

/// Writes the statements that add the foreign keys that were left out.
template <class Dialect>
constexpr void write_later_keys(text_sink& out, const table_def& table, existing policy, key_set later) {
    detail::table_writer<Dialect>(out, table, policy, later).write_later_keys();
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_LIST_RENDERER_HPP
#define STOA_DIALECT_LIST_RENDERER_HPP

// Rows of the program to SQL: written out as VALUES, or in list parameters side by side, one for each column.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/call_renderer.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Expressions` is the class that derives from this one and writes the values.
template <class Dialect, class Expressions>
class list_renderer : protected call_renderer<Dialect, Expressions> {
    using base = call_renderer<Dialect, Expressions>;
    friend base;
    friend window_renderer<Dialect, Expressions>;

protected:
    using base::base;
    using base::each;
    using base::nodes_;
    using base::out_;

    constexpr void numbered(std::size_t n) {
        out_ << '"';
        out_.number(static_cast<std::int64_t>(n));
        out_ << '"';
    }

    /// What stands in a FROM for lists of which each is a column, called "1", "2" …; `is_named(n)` tells whether its
    /// values are of an enumeration type. Where lists are JSON they are read before they are joined, or one would be
    /// searched for every element of the other.
    template <class IsNamed>
    constexpr void side_by_side(std::size_t lists, IsNamed is_named) {
        std::size_t n = 0;
        if constexpr (Dialect::has_array_parameters) {
            out_ << "unnest(";
            each(lists, [&](std::size_t list) {
                self().parameter(nodes_[list], is_named(n++) ? nodes_[list].type.enum_name : std::string_view());
            });
            out_ << ") AS \"list\" (";
            n = 0;
            each(lists, [&](std::size_t) { numbered(++n); });
            out_ << ')';
        } else {
            ast::for_each_child(nodes_, lists, [&](std::size_t list) {
                if (n++ != 0) out_ << " JOIN ";
                out_ << "(SELECT key, " << Dialect::list_element(nodes_[list].type.kind) << " AS ";
                numbered(n);
                out_ << " FROM json_each(";
                self().parameter(nodes_[list], {});
                out_ << ") LIMIT -1) AS \"list";
                out_.number(static_cast<std::int64_t>(n));
                out_ << (n == 1 ? "\"" : "\" USING (key)");
            });
        }
    }

    /// Rows of parameters. Not every database takes names of columns behind them, so they are given within
    /// (https://sqlite.org/lang_select.html, "table-or-subquery").
    constexpr void written_rows(std::size_t at) {
        named_columns(at, "\"column");
        out_ << "(VALUES ";
        each(at, [this](std::size_t row) {
            out_ << '(';
            each(row, [this](std::size_t value) { self().expression(value); });
            out_ << ')';
        });
        out_ << ") AS \"rows\")";
    }

    constexpr void listed_rows(std::size_t at) {
        const table_def& table = nodes_[at].table();
        named_columns(at, "\"");
        side_by_side(at + 1, [&](std::size_t n) { return !table.columns[n].type.enum_name.empty(); });
        out_ << ')';
    }

private:
    /// Begins a query that names its columns, numbered from 1 so far, and gives texts the order they have in tables.
    constexpr void named_columns(std::size_t at, std::string_view numbered) {
        out_ << "(SELECT ";
        std::size_t n = 0;
        for (const column_def& column : nodes_[at].table().columns) {
            if (n != 0) out_ << ", ";
            out_ << numbered;
            out_.number(static_cast<std::int64_t>(++n));
            out_ << '"';
            const bool is_enum = Dialect::has_enum_types && !column.type.enum_name.empty();
            if (column.type.kind == type_kind::text && !is_enum) {
                if (column.collated == collation::binary || Dialect::case_insensitive_collation.empty())
                    out_ << Dialect::bytewise;
                else
                    out_ << " COLLATE " << Dialect::case_insensitive_collation;
            }
            out_ << " AS ";
            quote(out_, column.name);
        }
        out_ << " FROM ";
    }

    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }
};

} // namespace stoa

#endif

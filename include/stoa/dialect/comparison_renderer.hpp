// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_COMPARISON_RENDERER_HPP
#define STOA_DIALECT_COMPARISON_RENDERER_HPP

// Comparisons to SQL: of values, of rows of them, with lists and patterns. What is compared decides how: the case of
// letters, enumerators by their names, rows value by value.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/list_renderer.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/like_pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Expressions` is the class that derives from this one and writes the operands.
template <class Dialect, class Expressions>
class comparison_renderer : protected list_renderer<Dialect, Expressions> {
    using base = list_renderer<Dialect, Expressions>;
    friend base;
    friend call_renderer<Dialect, Expressions>;
    friend window_renderer<Dialect, Expressions>;

protected:
    using base::base;
    using base::child;
    using base::each;
    using base::nodes_;
    using base::numbered;
    using base::out_;
    using base::side_by_side;
    using parentheses = typename base::parentheses;

    /// Whether it is a column that ignores the case of ASCII letters.
    constexpr bool ignores_case(std::size_t at) const {
        const ast::node& n = nodes_[at];
        return (n.kind == ast::op::column || n.kind == ast::op::excluded) &&
               n.table().columns[n.index].collated == collation::case_insensitive;
    }

    /// Whether it does so by way of lower().
    constexpr bool folds(std::size_t at) const {
        return Dialect::case_insensitive_collation.empty() && ignores_case(at);
    }

    /// Whether it does so, and is a column of a query, which selects it to be told by its bytes.
    constexpr bool lost_collation(std::size_t at) const {
        if (Dialect::case_insensitive_collation.empty() || !ignores_case(at) || nodes_[at].alias.empty()) return false;
        for (const ast::node& node : nodes_) {
            const bool is_query = node.kind == ast::op::derived || node.kind == ast::op::named;
            if (is_query && node.table == nodes_[at].table && node.alias == nodes_[at].alias) return true;
        }
        return false;
    }

    /// Says that case is ignored.
    constexpr void collate() { out_ << " COLLATE " << Dialect::case_insensitive_collation; }

    constexpr std::string_view column_name(const ast::node& n) const { return n.table().columns[n.index].name; }

    /// Whether the value is of an enumeration type of the database's own.
    constexpr bool is_enum(std::size_t at) const {
        return Dialect::has_enum_types && !nodes_[at].type.enum_name.empty();
    }

    /// Writes the expression, enumerators as their names.
    constexpr void as_text(std::size_t at) {
        self().expression(at);
        if (is_enum(at)) out_ << "::text";
    }

    /// What an operand of a comparison is: a value as it is, its text where it is an enumerator, or what is sorted by.
    enum class role : std::uint8_t { value, text, order };

    /// Case is ignored where one side is a column that ignores it. An enumerator beside a text, such as a member of a
    /// document, is its name.
    constexpr void comparison(std::size_t at, std::string_view op, role as = role::value) {
        const parentheses around(*this);
        const std::size_t left = child(at, 0);
        const std::size_t right = child(at, 1);
        if (nodes_[left].kind != ast::op::row) {
            first_operand(left, ignore_case(left, right), role_of(left, right, as));
            out_ << op;
            operand(right, ignore_case(left, right), role_of(left, right, as));
            return;
        }
        out_ << '(';
        each_pair(left, right,
                  [&](std::size_t a, std::size_t b) { first_operand(a, ignore_case(a, b), role_of(a, b, as)); });
        out_ << ')' << op << '(';
        each_pair(left, right, [&](std::size_t a, std::size_t b) { operand(b, ignore_case(a, b), role_of(a, b, as)); });
        out_ << ')';
    }

    constexpr bool ignore_case(std::size_t left, std::size_t right) const {
        return ignores_case(left) || ignores_case(right);
    }

    constexpr role role_of(std::size_t left, std::size_t right, role as) const {
        return as == role::value && is_enum(left) != is_enum(right) ? role::text : as;
    }

    /// The children of two rows side by side, separated by commas.
    template <class Write>
    constexpr void each_pair(std::size_t left, std::size_t right, Write write) {
        std::size_t n = 0;
        each(left, [&](std::size_t a) { write(a, child(right, n++)); });
    }

    constexpr void operand(std::size_t at, bool ignore, role as) {
        if (ignore && Dialect::case_insensitive_collation.empty())
            folded(at);
        else if (as == role::order)
            self().sort_key(at);
        else if (as == role::text)
            as_text(at);
        else
            self().expression(at);
    }

    /// The one whose collation counts, unless it is no column (https://sqlite.org/datatype3.html, section 7.1).
    constexpr void first_operand(std::size_t at, bool ignore, role as) {
        operand(at, ignore, as);
        const bool said = Dialect::case_insensitive_collation.empty() || (ignores_case(at) && !lost_collation(at));
        if (ignore && !said) collate();
    }

    constexpr void folded(std::size_t at) {
        out_ << "lower(";
        self().expression(at);
        if (!ignores_case(at)) out_ << " COLLATE " << Dialect::binary_collation;
        out_ << ')';
    }

    constexpr void between(std::size_t at) {
        const parentheses around(*this);
        bool ignore = false;
        for (std::size_t n = 0; n != 3; ++n) ignore = ignore || ignores_case(child(at, n));
        first_operand(child(at, 0), ignore, role::order);
        out_ << " BETWEEN ";
        operand(child(at, 1), ignore, role::text); // of three, one says in which order
        out_ << " AND ";
        operand(child(at, 2), ignore, role::text);
    }

    constexpr void like(std::size_t at) {
        if constexpr (Dialect::has_case_sensitive_like) {
            const parentheses around(*this);
            self().expression(child(at, 0));
            out_ << " LIKE ";
            self().expression(child(at, 1));
            out_ << " ESCAPE '\\'";
        } else if (const ast::node& pattern = nodes_[child(at, 1)]; pattern.kind == ast::op::literal) {
            const parentheses around(*this);
            self().expression(child(at, 0));
            out_ << " GLOB '";
            translate_like(pattern.text, [this](char c) { out_ << (c == '\'' ? "''" : std::string_view(&c, 1)); });
            out_ << '\'';
        } else {
            const parentheses around(*this);
            self().expression(child(at, 0));
            out_ << " GLOB ";
            self().expression(child(at, 1));
        }
    }

    constexpr void in_list(std::size_t at) {
        const parentheses around(*this);
        const std::size_t value = child(at, 0);
        if (nodes_[value].kind == ast::op::row) {
            in_rows(value, child(at, 1));
            return;
        }
        key(value);
        const ast::node& list = nodes_[child(at, 1)];
        if constexpr (Dialect::has_array_parameters) {
            const bool fold = folds(value);
            out_ << " = ANY(";
            if (fold) out_ << "ARRAY(SELECT lower(value COLLATE " << Dialect::binary_collation << ") FROM unnest(";
            self().parameter(list, is_enum(value) ? list.type.enum_name : std::string_view());
            out_ << (fold ? ") AS value))" : ")");
        } else {
            out_ << " IN (SELECT " << Dialect::list_element(list.type.kind) << " FROM json_each(";
            self().parameter(list, {});
            out_ << "))";
        }
    }

    /// A row among those that lists hold, one list for each of its values.
    constexpr void in_rows(std::size_t row, std::size_t lists) {
        row_of_keys(row);
        out_ << " IN (SELECT ";
        key_columns(row);
        out_ << " FROM ";
        side_by_side(lists, [&](std::size_t n) { return is_enum(child(row, n)); });
        out_ << ')';
    }

    /// A value as it is looked for among others.
    constexpr void key(std::size_t value) {
        operand(value, folds(value), role::value);
        if (lost_collation(value)) collate();
    }

    /// A row as it is looked for among others.
    constexpr void row_of_keys(std::size_t row) {
        out_ << '(';
        each(row, [this](std::size_t value) { key(value); });
        out_ << ')';
    }

    /// Columns called "1", "2" … as values of the row are compared with them.
    constexpr void key_columns(std::size_t row) {
        std::size_t n = 0;
        each(row, [&](std::size_t value) {
            const bool fold = folds(value);
            if (fold) out_ << "lower(";
            numbered(++n);
            if (fold) out_ << " COLLATE " << Dialect::binary_collation << ')';
        });
    }

private:
    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }
};

} // namespace stoa

#endif

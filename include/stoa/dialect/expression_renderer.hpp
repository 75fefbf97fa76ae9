// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_EXPRESSION_RENDERER_HPP
#define STOA_DIALECT_EXPRESSION_RENDERER_HPP

// Expression nodes to SQL: ordinary functions over values, the same at compile time and at run time. Every
// composite within another is put in parentheses, so that no database's idea of precedence matters.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/json_change_renderer.hpp"
#include "stoa/dialect/literal.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace stoa {

/// `Statements` is the class that derives from this one and writes queries, void where there are none.
template <class Dialect, class Statements = void>
class expression_renderer : protected json_change_renderer<Dialect, expression_renderer<Dialect, Statements>> {
    using base = json_change_renderer<Dialect, expression_renderer<Dialect, Statements>>;
    friend base;
    friend json_renderer<Dialect, expression_renderer<Dialect, Statements>>;
    friend comparison_renderer<Dialect, expression_renderer<Dialect, Statements>>;
    friend window_renderer<Dialect, expression_renderer<Dialect, Statements>>;
    friend call_renderer<Dialect, expression_renderer<Dialect, Statements>>;
    friend list_renderer<Dialect, expression_renderer<Dialect, Statements>>;

protected:
    using base::between;
    using base::child;
    using base::column_name;
    using base::comparison;
    using base::folded;
    using base::folds;
    using base::ignores_case;
    using base::in_list;
    using base::is_enum;
    using base::like;
    using base::nodes_;
    using base::out_;
    using role = typename base::role;

public:
    constexpr expression_renderer(text_sink& out, ast::view nodes) : base(out, nodes) {}

    /// Whether columns are written with their table; statements over several tables need it.
    constexpr void qualify(bool on) { qualified_ = on; }
    constexpr bool qualifies() const { return qualified_; }

    /// Writes the expression at `at` where nothing stands beside it, so that it needs no parentheses of its own.
    constexpr void whole(std::size_t at) {
        this->bare_ = true;
        expression(at);
        this->bare_ = false;
    }

    /// Writes the expression at `at` as what an index keeps.
    constexpr void index_key(std::size_t at) {
        if (folds(at))
            folded(at);
        else
            expression(at);
        if (this->lost_collation(at)) this->collate();
    }

    /// Writes the expression at `at`, which is no column, as what an index keeps, without parentheses.
    constexpr void index_expression(std::size_t at) {
        this->bare_ = true;
        if (nodes_[at].kind == ast::op::json_part)
            this->document(at); // what `contains` looks into
        else
            expression(at);
        this->bare_ = false;
    }

    /// Writes the expression at `at` as what rows are sorted by: enumerators by their names, as where they are text,
    /// and not in the order of their type.
    constexpr void sort_key(std::size_t at) {
        index_key(at);
        if (is_enum(at)) out_ << "::text COLLATE " << Dialect::binary_collation;
    }

    /// Writes the expression at `at` as a value of its own, told from others by its bytes.
    constexpr void exact(std::size_t at) {
        expression(at);
        if (ignores_case(at) && !folds(at)) out_ << " COLLATE " << Dialect::binary_collation;
    }

    /// Writes the expression at `at`.
    constexpr void expression(std::size_t at) {
        const ast::node& n = nodes_[at];
        if (n.carried != 0 && carried(at)) return;
        switch (n.kind) {
        case ast::op::column: column(n); return;
        case ast::op::excluded:
            out_ << "excluded.";
            quote(out_, column_name(n));
            return;
        case ast::op::parameter: parameter(n, n.type.enum_name); return;
        case ast::op::literal: write_literal<Dialect>(out_, n); return;
        case ast::op::star: out_ << '*'; return;
        case ast::op::random_guid: out_ << Dialect::random_guid; return;
        case ast::op::constant_true: out_ << Dialect::true_; return;
        case ast::op::constant_false: out_ << Dialect::false_; return;
        case ast::op::equal: comparison(at, " = "); return;
        case ast::op::not_equal: comparison(at, " <> "); return;
        case ast::op::less: comparison(at, " < ", role::order); return;
        case ast::op::less_equal: comparison(at, " <= ", role::order); return;
        case ast::op::greater: comparison(at, " > ", role::order); return;
        case ast::op::greater_equal: comparison(at, " >= ", role::order); return;
        case ast::op::not_distinct: comparison(at, " IS NOT DISTINCT FROM "); return;
        case ast::op::distinct: comparison(at, " IS DISTINCT FROM "); return;
        case ast::op::and_: chain(at, " AND "); return;
        case ast::op::or_: chain(at, " OR "); return;
        case ast::op::not_: prefix(at, "NOT "); return;
        case ast::op::is_null: suffix(at, " IS NULL"); return;
        case ast::op::is_not_null: suffix(at, " IS NOT NULL"); return;
        case ast::op::between: between(at); return;
        case ast::op::like: like(at); return;
        case ast::op::in_list: in_list(at); return;
        case ast::op::add: arithmetic(at, " + "); return;
        case ast::op::subtract: arithmetic(at, " - "); return;
        case ast::op::multiply: arithmetic(at, " * "); return;
        case ast::op::divide: arithmetic(at, " / "); return;
        case ast::op::modulo: arithmetic(at, " % "); return;
        case ast::op::negate: negate(at); return;
        case ast::op::json_value: this->json_value(at); return;
        case ast::op::json_part: this->json_part(at); return;
        case ast::op::has_key: this->has_key(at); return;
        case ast::op::cardinality: this->cardinality(at); return;
        case ast::op::contains: this->contains(at); return;
        case ast::op::count: this->call(at, "count("); return;
        case ast::op::count_distinct: this->call(at, "count(DISTINCT "); return;
        case ast::op::minimum: this->extremum(at, "min("); return;
        case ast::op::maximum: this->extremum(at, "max("); return;
        case ast::op::sum: this->sum(at); return;
        case ast::op::average: this->average(at); return;
        case ast::op::subquery:
        case ast::op::exists:
        case ast::op::in_query:
        case ast::op::grouping: query(at); return;
        case ast::op::filter: this->filter(at); return;
        case ast::op::window: this->window(at); return;
        case ast::op::call: this->function(at); return;
        case ast::op::raw: this->raw(at); return;
        default: return; // clauses and statements are the statement renderer's
        }
    }

protected:
    using parentheses = typename base::parentheses;

    /// A column that is read.
    constexpr void column(const ast::node& n) {
        if constexpr (!Dialect::has_lateral_joins)
            if (is_element(n)) return element(n);
        if (qualified_) {
            if (n.alias.empty())
                write_table_name<Dialect>(out_, n.table());
            else
                quote(out_, n.alias);
            out_ << '.';
        }
        quote(out_, column_name(n));
        if constexpr (!Dialect::plain_json.empty())
            if (n.table().columns[n.index].plain_json) out_ << Dialect::json_cast;
    }

    /// The server is told the type of an enumerator, which is not one of its own.
    constexpr void parameter(const ast::node& n, std::string_view enum_name) {
        out_ << Dialect::placeholder;
        out_.number(n.index + 1);
        if (!Dialect::has_enum_types || enum_name.empty()) return;
        out_ << "::";
        quote(out_, enum_name);
        if (n.type.list) out_ << "[]";
    }

private:
    /// Whether the value comes with the rows of grouping sets, and so is written.
    constexpr bool carried(std::size_t at) {
        if constexpr (std::is_void_v<Statements> || Dialect::has_grouping_sets)
            return false;
        else
            return static_cast<Statements&>(*this).carried(at);
    }

    /// Whether the column is one of json_each, whose rows are those of a source in this statement.
    constexpr bool is_element(const ast::node& column) const {
        if (column.alias.empty()) return false;
        for (const ast::node& n : nodes_)
            if (n.kind == ast::op::elements && n.table == column.table && n.alias == column.alias) return true;
        return false;
    }

    constexpr void element(const ast::node& n) {
        const std::string_view column = column_name(n) == "value" ? ".\"value\"" : ".\"key\"";
        if (n.type.kind == type_kind::json) {
            out_ << "CASE WHEN ";
            quote(out_, n.alias);
            out_ << ".\"type\" IN ('object', 'array') THEN ";
            quote(out_, n.alias);
            out_ << column << " END";
            return;
        }
        const bool real = is_floating(n.type.kind);
        const bool guid = n.type.kind == type_kind::guid; // stored as the connection says
        out_ << (real ? "CAST(" : guid ? "stoa_guid(" : "");
        quote(out_, n.alias);
        out_ << column << (real ? " AS REAL)" : guid ? ")" : "");
    }

    /// A query within the expression.
    constexpr void query(std::size_t at) {
        if constexpr (!std::is_void_v<Statements>) {
            const parentheses around(*this, nodes_[at].kind == ast::op::in_query);
            static_cast<Statements&>(*this).query_expression(at);
        }
    }

    /// Operands of one operator after another, without parentheses between them: SQLite's parser has room for about 90.
    /// Many stand in groups, as it counts one level for each (https://sqlite.org/limits.html#max_expr_depth: 1000).
    constexpr void chain(std::size_t at, std::string_view op) {
        constexpr std::size_t group = 100;
        const bool grouped = nodes_[at].extent > 2 * group && operands(at, nodes_[at].kind) > group;
        const parentheses around(*this);
        std::size_t written = 0;
        links(at, nodes_[at].kind, [&](std::size_t operand) {
            const bool begins = grouped && written % group == 0;
            if (written != 0) out_ << (begins ? ")" : "") << op;
            if (begins) out_ << '(';
            expression(operand);
            ++written;
        });
        if (grouped) out_ << ')';
    }

    constexpr std::size_t operands(std::size_t at, ast::op kind) const {
        if (nodes_[at].kind != kind) return 1;
        return operands(at + 1, kind) + operands(child(at, 1), kind);
    }

    template <class Use>
    constexpr void links(std::size_t at, ast::op kind, const Use& use) {
        for (std::size_t n = 0; n != 2; ++n) {
            const std::size_t operand = child(at, n);
            if (nodes_[operand].kind == kind)
                links(operand, kind, use);
            else
                use(operand);
        }
    }

    constexpr void prefix(std::size_t at, std::string_view op) {
        const parentheses around(*this);
        out_ << op;
        expression(child(at, 0));
    }

    constexpr void suffix(std::size_t at, std::string_view op) {
        const parentheses around(*this);
        expression(child(at, 0));
        out_ << op;
    }

    /// Integers in 64 bits, floating point numbers in double precision: it is enough that one operand has them.
    constexpr void arithmetic(std::size_t at, std::string_view op) {
        const type_kind left = nodes_[child(at, 0)].type.kind;
        const parentheses around(*this);
        if (nodes_[at].type.kind == type_kind::int64 || left == type_kind::float32)
            this->widened(child(at, 0));
        else
            expression(child(at, 0));
        out_ << op;
        expression(child(at, 1));
    }

    /// A space keeps two signs from being a comment.
    constexpr void negate(std::size_t at) {
        const parentheses around(*this);
        out_ << "- ";
        this->widened(child(at, 0));
    }

    bool qualified_ = false;
};

} // namespace stoa

#endif

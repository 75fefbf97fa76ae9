// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_EXPRESSION_RENDERER_HPP
#define STOA_DIALECT_EXPRESSION_RENDERER_HPP

// Expression nodes to SQL: ordinary functions over values, the same at compile time and at run time. Every
// composite within another is put in parentheses, so that no database's idea of precedence matters.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/literal.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/like_pattern.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace stoa {

/// `Statements` is the class that derives from this one and writes queries, void where there are none.
template <class Dialect, class Statements = void>
class expression_renderer {
public:
    constexpr expression_renderer(text_sink& out, ast::view nodes) : out_(out), nodes_(nodes) {}

    /// Whether columns are written with their table; statements over several tables need it.
    constexpr void qualify(bool on) { qualified_ = on; }

    /// Writes the expression at `at` where nothing stands beside it, so that it needs no parentheses of its own.
    constexpr void whole(std::size_t at) {
        bare_ = true;
        expression(at);
        bare_ = false;
    }

    /// Writes the expression at `at`.
    constexpr void expression(std::size_t at) {
        const ast::node& n = nodes_[at];
        switch (n.kind) {
        case ast::op::column: column(n); return;
        case ast::op::excluded:
            out_ << "excluded.";
            quote(out_, column_name(n));
            return;
        case ast::op::parameter: parameter(n); return;
        case ast::op::literal: write_literal<Dialect>(out_, n); return;
        case ast::op::star: out_ << '*'; return;
        case ast::op::constant_true: out_ << Dialect::true_; return;
        case ast::op::constant_false: out_ << Dialect::false_; return;
        case ast::op::equal: binary(at, " = "); return;
        case ast::op::not_equal: binary(at, " <> "); return;
        case ast::op::less: binary(at, " < "); return;
        case ast::op::less_equal: binary(at, " <= "); return;
        case ast::op::greater: binary(at, " > "); return;
        case ast::op::greater_equal: binary(at, " >= "); return;
        case ast::op::not_distinct: binary(at, " IS NOT DISTINCT FROM "); return;
        case ast::op::distinct: binary(at, " IS DISTINCT FROM "); return;
        case ast::op::and_: binary(at, " AND "); return;
        case ast::op::or_: binary(at, " OR "); return;
        case ast::op::not_: prefix(at, "NOT "); return;
        case ast::op::is_null: suffix(at, " IS NULL"); return;
        case ast::op::is_not_null: suffix(at, " IS NOT NULL"); return;
        case ast::op::between: between(at); return;
        case ast::op::like: like(at); return;
        case ast::op::in_list: in_list(at); return;
        case ast::op::add: arithmetic(at, " + "); return;
        case ast::op::subtract: arithmetic(at, " - "); return;
        case ast::op::multiply: arithmetic(at, " * "); return;
        case ast::op::json_value: json_value(at); return;
        case ast::op::count: call(at, "count("); return;
        case ast::op::count_distinct: call(at, "count(DISTINCT "); return;
        case ast::op::minimum: call(at, "min("); return;
        case ast::op::maximum: call(at, "max("); return;
        case ast::op::sum: sum(at); return;
        case ast::op::average: average(at); return;
        case ast::op::subquery:
        case ast::op::exists:
        case ast::op::in_query: query(at); return;
        case ast::op::filter: filter(at); return;
        case ast::op::window: window(at); return;
        case ast::op::call: function(at); return;
        default: return; // clauses and statements are the statement renderer's
        }
    }

protected:
    constexpr std::size_t child(std::size_t at, std::size_t n) const { return ast::child(nodes_, at, n); }

    /// The children of a list, separated by commas.
    template <class Write>
    constexpr void each(std::size_t list, Write write) {
        bool first = true;
        ast::for_each_child(nodes_, list, [&](std::size_t at) {
            if (!first) out_ << ", ";
            first = false;
            write(at);
        });
    }

    /// ORDER BY; nothing where there is none.
    constexpr void order(std::size_t list) {
        if (nodes_[list].kind == ast::op::none) return;
        out_ << " ORDER BY ";
        each(list, [this](std::size_t term) { order_term(term); });
    }

    constexpr void order_term(std::size_t at) {
        expression(child(at, 0));
        direction(at, nodes_[child(at, 0)].nullable);
    }

    /// NULL is the largest value everywhere: said only where the database thinks otherwise and a NULL can come.
    constexpr void direction(std::size_t term, bool nullable) {
        const bool descending = nodes_[term].kind == ast::op::descending;
        if (descending) out_ << " DESC";
        if (!Dialect::sorts_null_last && nullable) out_ << (descending ? " NULLS FIRST" : " NULLS LAST");
    }

    constexpr std::string_view column_name(const ast::node& n) const { return n.table().columns[n.index].name; }

    constexpr void column(const ast::node& n) {
        if (qualified_) {
            quote(out_, n.alias.empty() ? n.table().name : n.alias);
            out_ << '.';
        }
        quote(out_, column_name(n));
    }

    constexpr void parameter(const ast::node& n) {
        out_ << Dialect::placeholder;
        out_.number(n.index + 1);
    }

    text_sink& out_;  // NOLINT(*-non-private-member-variables-in-classes): the statement renderer writes on
    ast::view nodes_; // NOLINT(*-non-private-member-variables-in-classes)

private:
    // Writes an opening parenthesis when made, and the closing one in the end, unless the expression is `whole`.
    class parentheses {
    public:
        constexpr explicit parentheses(expression_renderer& renderer, bool wanted = true)
            : out_(renderer.out_), needed_(wanted && !renderer.bare_) {
            renderer.bare_ = false;
            if (needed_) out_ << '(';
        }
        parentheses(const parentheses&) = delete;
        parentheses& operator=(const parentheses&) = delete;
        constexpr ~parentheses() {
            if (needed_) out_ << ')';
        }

    private:
        text_sink& out_;
        bool needed_;
    };

    /// A query within the expression.
    constexpr void query(std::size_t at) {
        if constexpr (!std::is_void_v<Statements>) {
            const parentheses around(*this, nodes_[at].kind == ast::op::in_query);
            static_cast<Statements&>(*this).query_expression(at);
        }
    }

    /// FILTER and OVER stand behind the call itself, however the function is written.
    struct modifiers {
        std::size_t filter = 0; // places; 0: none
        std::size_t window = 0;
    };

    constexpr void filter(std::size_t at) {
        const modifiers outer = modifiers_;
        modifiers_.filter = at;
        expression(child(at, 0));
        modifiers_ = outer;
    }

    constexpr void window(std::size_t at) {
        const modifiers outer = modifiers_;
        modifiers_.window = at;
        expression(child(at, 0));
        modifiers_ = outer;
    }

    /// Writes the arguments, which are not meant by the modifiers, and then these.
    template <class Arguments>
    constexpr void modified_call(std::string_view function, Arguments arguments) {
        bare_ = false;
        const modifiers mine = modifiers_;
        modifiers_ = {};
        out_ << function;
        arguments();
        out_ << ')';
        if (mine.filter != 0) {
            out_ << " FILTER (WHERE ";
            whole(child(mine.filter, 1));
            out_ << ')';
        }
        if (mine.window != 0) over(mine.window);
        modifiers_ = mine;
    }

    constexpr void call(std::size_t at, std::string_view function) {
        modified_call(function, [&] { expression(child(at, 0)); });
    }

    constexpr void function(std::size_t at) {
        const auto function = static_cast<ast::function>(nodes_[at].index);
        const bool widen = Dialect::has_narrow_numbers && function == ast::function::ntile; // an integer
        if (widen) out_ << "CAST(";
        modified_call(function_name(function),
                      [&] { each(at, [this](std::size_t argument) { expression(argument); }); });
        if (widen) out_ << " AS bigint)";
    }

    static constexpr std::string_view function_name(ast::function function) {
        switch (function) {
        case ast::function::row_number: return "row_number(";
        case ast::function::rank: return "rank(";
        case ast::function::dense_rank: return "dense_rank(";
        case ast::function::percent_rank: return "percent_rank(";
        case ast::function::cume_dist: return "cume_dist(";
        case ast::function::ntile: return "ntile(";
        case ast::function::lag: return "lag(";
        case ast::function::lead: return "lead(";
        case ast::function::first_value: return "first_value(";
        case ast::function::last_value: return "last_value(";
        case ast::function::nth_value: return "nth_value(";
        }
        return {};
    }

    constexpr void over(std::size_t at) {
        out_ << " OVER (";
        const std::size_t partition = child(at, 1);
        const std::size_t sorted = child(at, 2);
        const std::size_t frame = child(at, 3);
        std::string_view space;
        if (nodes_[partition].kind != ast::op::none) {
            out_ << "PARTITION BY ";
            each(partition, [this](std::size_t term) { expression(term); });
            space = " ";
        }
        if (nodes_[sorted].kind != ast::op::none) {
            out_ << space << "ORDER BY ";
            each(sorted, [this](std::size_t term) { order_term(term); });
            space = " ";
        }
        if (nodes_[frame].kind != ast::op::none) {
            constexpr std::string_view units[] = {"ROWS", "RANGE", "GROUPS"};
            out_ << space << units[nodes_[frame].index] << " BETWEEN ";
            bound(frame + 1);
            out_ << " AND ";
            bound(frame + 2);
        }
        out_ << ')';
    }

    constexpr void bound(std::size_t at) {
        constexpr std::string_view bounds[] = {"UNBOUNDED PRECEDING", " PRECEDING", "CURRENT ROW", " FOLLOWING",
                                               "UNBOUNDED FOLLOWING"};
        const auto kind = static_cast<ast::frame_bound>(nodes_[at].index);
        if (kind == ast::frame_bound::preceding || kind == ast::frame_bound::following) out_.number(nodes_[at].integer);
        out_ << bounds[nodes_[at].index];
    }

    constexpr void binary(std::size_t at, std::string_view op) {
        const parentheses around(*this);
        expression(child(at, 0));
        out_ << op;
        expression(child(at, 1));
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

    constexpr void between(std::size_t at) {
        const parentheses around(*this);
        expression(child(at, 0));
        out_ << " BETWEEN ";
        expression(child(at, 1));
        out_ << " AND ";
        expression(child(at, 2));
    }

    constexpr void like(std::size_t at) {
        if constexpr (Dialect::has_case_sensitive_like) {
            const parentheses around(*this);
            expression(child(at, 0));
            out_ << " LIKE ";
            expression(child(at, 1));
            out_ << " ESCAPE '\\'";
        } else if (const ast::node& pattern = nodes_[child(at, 1)]; pattern.kind == ast::op::literal) {
            const parentheses around(*this);
            expression(child(at, 0));
            out_ << " GLOB '";
            translate_like(pattern.text, [this](char c) { out_ << (c == '\'' ? "''" : std::string_view(&c, 1)); });
            out_ << '\'';
        } else {
            binary(at, " GLOB ");
        }
    }

    constexpr void in_list(std::size_t at) {
        const parentheses around(*this);
        expression(child(at, 0));
        const ast::node& list = nodes_[child(at, 1)];
        if constexpr (Dialect::has_array_parameters) {
            out_ << " = ANY(";
            parameter(list);
            out_ << ')';
        } else {
            out_ << " IN (SELECT " << Dialect::list_element(list.type.kind) << " FROM json_each(";
            parameter(list);
            out_ << "))";
        }
    }

    /// A member of a document, cast to what it is read as.
    constexpr void json_value(std::size_t at) {
        bare_ = false;
        const type_kind kind = nodes_[at].type.kind;
        // Every text is a text there, and every bool a number here.
        const bool cast = Dialect::has_json_operators ? kind != type_kind::text : is_integer(kind) || is_floating(kind);
        if (cast) out_ << "CAST(";
        if constexpr (Dialect::has_json_operators)
            json_text(at);
        else
            json_extract(at);
        if (!cast) return;
        out_ << " AS ";
        Dialect::type_name(out_, nodes_[at].type);
        out_ << ')';
    }

    constexpr void json_text(std::size_t at) {
        out_ << '(';
        expression(child(at, 0));
        out_ << (nodes_[at].arity == 2 ? " ->> " : " #>> ARRAY[");
        for (std::size_t n = 1; n != nodes_[at].arity; ++n) {
            if (n != 1) out_ << ", ";
            quote_text(out_, nodes_[child(at, n)].text);
        }
        out_ << (nodes_[at].arity == 2 ? ")" : "])");
    }

    constexpr void json_extract(std::size_t at) {
        out_ << "json_extract(";
        expression(child(at, 0));
        out_ << ", '$";
        for (std::size_t n = 1; n != nodes_[at].arity; ++n) {
            out_ << ".\"";
            for (char c : nodes_[child(at, n)].text) out_ << (c == '\'' ? "''" : std::string_view(&c, 1));
            out_ << '"';
        }
        out_ << "')";
    }

    /// Integers in 64 bits, floating point numbers in double precision: it is enough that one operand has them.
    constexpr void arithmetic(std::size_t at, std::string_view op) {
        const type_kind result = nodes_[at].type.kind;
        const type_kind left = nodes_[child(at, 0)].type.kind;
        std::string_view wider;
        if (Dialect::has_narrow_numbers && result == type_kind::int64 && left != type_kind::int64) wider = "bigint";
        if (Dialect::has_narrow_numbers && left == type_kind::float32) wider = "double precision";
        const parentheses around(*this);
        if (!wider.empty()) out_ << "CAST(";
        expression(child(at, 0));
        if (!wider.empty()) out_ << " AS " << wider << ')';
        out_ << op;
        expression(child(at, 1));
    }

    constexpr void sum(std::size_t at) {
        const type_kind kind = nodes_[child(at, 0)].type.kind;
        if (Dialect::widens_aggregates && is_integer(kind)) {
            bare_ = false;
            out_ << "CAST(";
            call(at, "sum(");
            out_ << " AS bigint)";
        } else if (Dialect::widens_aggregates && kind == type_kind::float32) {
            modified_call("sum(", [&] {
                out_ << "CAST(";
                expression(child(at, 0));
                out_ << " AS double precision)";
            });
        } else {
            call(at, "sum(");
        }
    }

    /// The mean in double precision, by one division of exact numbers, so that every database rounds alike.
    constexpr void average(std::size_t at) {
        const type_def& type = nodes_[child(at, 0)].type;
        if (type.kind != type_kind::decimal && !(Dialect::widens_aggregates && is_integer(type.kind))) {
            call(at, "avg(");
            return;
        }
        std::int64_t scale = 1;
        for (unsigned n = 0; n != type.scale; ++n) scale *= 10;
        const parentheses around(*this);
        out_ << "CAST(";
        call(at, "sum(");
        if (scale != 1 && Dialect::has_decimal) {
            out_ << " * ";
            out_.number(scale);
        }
        out_ << " AS double precision) / nullif(";
        call(at, "count(");
        if (scale != 1) {
            out_ << " * ";
            out_.number(scale);
        }
        out_ << ", 0)";
    }

    bool qualified_ = false;
    bool bare_ = false;
    modifiers modifiers_{};
};

} // namespace stoa

#endif

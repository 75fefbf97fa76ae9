// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_CALL_RENDERER_HPP
#define STOA_DIALECT_CALL_RENDERER_HPP

// Calls of functions to SQL: aggregates, and the functions that a dialect spells by a pattern.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/raw_renderer.hpp"
#include "stoa/dialect/window_renderer.hpp"
#include "stoa/expression/ast.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Expressions` is the class that derives from this one and writes the arguments.
template <class Dialect, class Expressions>
class call_renderer : protected window_renderer<Dialect, Expressions> {
    using base = window_renderer<Dialect, Expressions>;

protected:
    using base::base;
    using base::child;
    using base::each;
    using base::nodes_;
    using base::out_;

    /// Writes an opening parenthesis when made, and the closing one in the end, unless the expression is `whole`.
    class parentheses {
    public:
        constexpr explicit parentheses(call_renderer& renderer, bool wanted = true)
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

    /// SQL that was written by hand.
    constexpr void raw(std::size_t at) {
        const parentheses around(*this);
        raw_text(at, at + 1);
    }

    /// The text of a raw node, whose arguments begin at `first`.
    constexpr void raw_text(std::size_t at, std::size_t first) {
        detail::write_raw(out_, nodes_, at, first, [this](std::size_t place) { this->self().expression(place); });
    }

    /// A number in 64 bits or in double precision, where databases would compute in the width of its column.
    constexpr void widened(std::size_t at) {
        const type_kind kind = nodes_[at].type.kind;
        const bool narrow = kind == type_kind::int16 || kind == type_kind::int32 || kind == type_kind::float32;
        const bool needed = Dialect::has_narrow_numbers && narrow;
        if (needed) out_ << "CAST(";
        self().expression(at);
        if (needed) out_ << (is_integer(kind) ? " AS bigint)" : " AS double precision)");
    }

    constexpr void filter(std::size_t at) {
        const modifiers outer = modifiers_;
        modifiers_.filter = at;
        self().expression(child(at, 0));
        modifiers_ = outer;
    }

    constexpr void window(std::size_t at) {
        const modifiers outer = modifiers_;
        modifiers_.window = at;
        self().expression(child(at, 0));
        modifiers_ = outer;
    }

    constexpr void function(std::size_t at) {
        const auto called = static_cast<ast::function>(nodes_[at].index);
        if (called == ast::function::case_) {
            choice(at);
        } else if (called == ast::function::concat) {
            concatenation(at);
        } else if (called == ast::function::string_agg || called == ast::function::string_agg_distinct) {
            joined_text(at);
        } else if (called == ast::function::count_distinct_rows) {
            count_rows(at);
        } else if (!Dialect::greatest_skips_null && called == ast::function::greatest) {
            extreme(at, "max(");
        } else if (!Dialect::greatest_skips_null && called == ast::function::least) {
            extreme(at, "min(");
        } else if (!Dialect::has_strict_replace && called == ast::function::replace && nodes_[child(at, 2)].nullable) {
            spelt(at, "replace({0}, {1} || substr({2}, 1, 0), {2})"); // or '' would be replaced by NULL with nothing
        } else {
            const type_def& argument = nodes_[nodes_[at].arity == 0 ? at : at + 1].type;
            const std::string_view pattern = Dialect::spelling(called, nodes_[at].type, argument);
            if (pattern.empty()) {
                out_ << to_string(called);
                modified_call("(", [&] { arguments(at); });
            } else {
                spelt(at, pattern);
            }
        }
    }

    constexpr void call(std::size_t at, std::string_view function) {
        modified_call(function, [&] { self().exact(child(at, 0)); });
    }

    /// A value as an SQL literal has all of it in one text without a comma but within quotes
    /// (https://sqlite.org/lang_corefunc.html#quote).
    constexpr void count_rows(std::size_t at) {
        modified_call("count(DISTINCT ", [&] {
            std::string_view before = Dialect::has_row_aggregates ? "(" : "quote(";
            ast::for_each_child(nodes_, at, [&](std::size_t value) {
                out_ << before;
                self().expression(value);
                before = Dialect::has_row_aggregates ? ", " : ") || ',' || quote(";
            });
            out_ << ')';
        });
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
                self().expression(child(at, 0));
                out_ << " AS double precision)";
            });
        } else {
            call(at, "sum(");
        }
    }

    /// The smallest or largest value; where guids have none, their texts do, which are sorted alike.
    constexpr void extremum(std::size_t at, std::string_view function) {
        if (self().is_enum(at)) {
            bare_ = false;
            out_ << "CAST(";
            modified_call(function, [&] { self().sort_key(child(at, 0)); });
            out_ << " AS ";
            quote(out_, nodes_[at].type.enum_name);
            out_ << ')';
            return;
        }
        if (Dialect::has_guid_extremes || nodes_[at].type.kind != type_kind::guid) {
            call(at, function);
            return;
        }
        out_ << "CAST(";
        modified_call(function, [&] {
            out_ << "CAST(";
            self().expression(child(at, 0));
            out_ << " AS text)" << Dialect::bytewise;
        });
        out_ << " AS uuid)";
    }

    /// The mean in double precision, by one division of exact numbers, so that every database rounds alike.
    constexpr void average(std::size_t at) {
        const type_def& type = nodes_[child(at, 0)].type;
        if (type.kind != type_kind::decimal && !(Dialect::widens_aggregates && is_integer(type.kind))) {
            call(at, "avg(");
            return;
        }
        const std::int64_t scale = power_of_ten(type.scale);
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

    bool bare_ = false; // NOLINT(*-non-private-member-variables-in-classes)

private:
    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }

    /// FILTER and OVER stand behind the call itself, however the function is written.
    struct modifiers {
        static constexpr std::size_t none = static_cast<std::size_t>(-1);
        std::size_t filter = none;
        std::size_t window = none;
    };

    /// Writes what the modifiers do not mean, such as the arguments of a call.
    template <class Write>
    constexpr void unmodified(Write write) {
        bare_ = false;
        const modifiers outer = modifiers_;
        modifiers_ = {};
        write();
        modifiers_ = outer;
    }

    constexpr void write_modifiers() {
        const modifiers mine = modifiers_;
        unmodified([&] {
            if (mine.filter != modifiers::none) {
                out_ << " FILTER (WHERE ";
                self().whole(child(mine.filter, 1));
                out_ << ')';
            }
            if (mine.window != modifiers::none) this->over(mine.window);
        });
    }

    template <class Arguments>
    constexpr void modified_call(std::string_view function, Arguments arguments) {
        unmodified([&] {
            out_ << function;
            arguments();
            out_ << ')';
        });
        write_modifiers();
    }

    constexpr void arguments(std::size_t at) {
        each(at, [this](std::size_t argument) { self().expression(argument); });
    }

    /// Follows a pattern: {0} to {9} are arguments, {w} the first one widened, {*} all of them, {o} FILTER and OVER,
    /// {u} the power of ten between the scales of the first argument and the result, {h} half of that, {t} the type of
    /// the result and {s} its scale. What is an operation stands in parentheses of its own.
    constexpr void spelt(std::size_t at, std::string_view pattern) {
        if (bare_ && pattern.front() == '(') pattern = pattern.substr(1, pattern.size() - 2);
        bare_ = false;
        for (std::size_t i = 0; i != pattern.size(); ++i) {
            if (pattern[i] != '{') {
                out_ << pattern.substr(i, 1);
                continue;
            }
            const char what = pattern[i + 1];
            i += 2;
            switch (what) {
            case 'o': write_modifiers(); break;
            case '*': unmodified([&] { arguments(at); }); break;
            case 'w': unmodified([&] { widened(at + 1); }); break;
            case 'u': out_.number(unit(at)); break;
            case 'h': out_.number(unit(at) / 2); break;
            case 's': out_.number(nodes_[at].type.scale); break;
            case 't': Dialect::type_name(out_, nodes_[at].type); break;
            default: unmodified([&] { self().expression(child(at, static_cast<std::size_t>(what - '0'))); }); break;
            }
        }
    }

    constexpr std::int64_t unit(std::size_t at) const {
        const unsigned from = nodes_[at + 1].type.scale;
        const unsigned to = nodes_[at].type.scale;
        return power_of_ten(from < to ? to - from : from - to);
    }

    static constexpr std::int64_t power_of_ten(unsigned digits) {
        std::int64_t power = 1;
        for (; digits != 0; --digits) power *= 10;
        return power;
    }

    constexpr void choice(std::size_t at) {
        unmodified([&] {
            out_ << "CASE";
            const std::size_t count = nodes_[at].arity;
            for (std::size_t n = 0; n != count; ++n) {
                const bool otherwise = n + 1 == count && count % 2 == 1;
                out_ << (otherwise ? " ELSE " : n % 2 == 0 ? " WHEN " : " THEN ");
                self().whole(child(at, n));
            }
            out_ << " END";
        });
    }

    constexpr void concatenation(std::size_t at) {
        const parentheses around(*this);
        std::string_view between;
        ast::for_each_child(nodes_, at, [&](std::size_t text) {
            out_ << between;
            self().expression(text);
            between = " || ";
        });
    }

    /// Where one NULL would make the result NULL, another argument stands in for it.
    constexpr void extreme(std::size_t at, std::string_view name) {
        modified_call(name, [&] {
            const std::size_t count = nodes_[at].arity;
            for (std::size_t n = 0; n != count; ++n) {
                if (n != 0) out_ << ", ";
                const bool replaced = nodes_[child(at, n)].nullable;
                if (replaced) out_ << "coalesce(";
                for (std::size_t other = 0; other != (replaced ? count : 1); ++other) {
                    if (other != 0) out_ << ", ";
                    self().expression(child(at, (n + other) % count));
                }
                if (replaced) out_ << ')';
            }
        });
    }

    /// Rows that are equal in the order are sorted by the text itself, so that there is one result.
    constexpr void joined_text(std::size_t at) {
        const bool distinct = static_cast<ast::function>(nodes_[at].index) == ast::function::string_agg_distinct;
        modified_call(Dialect::string_agg, [&] {
            if (distinct && Dialect::has_ordered_aggregates) out_ << "DISTINCT ";
            sorted_text(at);
            out_ << ", ";
            self().expression(child(at, 1));
            if (Dialect::has_ordered_aggregates) {
                out_ << " ORDER BY ";
                for (std::size_t n = 2; n != nodes_[at].arity; ++n) {
                    this->order_term(child(at, n));
                    out_ << ", ";
                }
                sorted_text(at);
                return;
            }
            out_ << ", '" << (distinct ? "u" : "");
            for (std::size_t n = 2; n != nodes_[at].arity; ++n) out_ << sort_letter(nodes_[child(at, n)]);
            out_ << '\'';
            for (std::size_t n = 2; n != nodes_[at].arity; ++n) {
                out_ << ", ";
                self().expression(child(at, n) + 1);
            }
        });
    }

    /// How the driver's function is told of a term: a and d are the directions, in capitals where NULL is not the
    /// largest value.
    static constexpr char sort_letter(const ast::node& term) {
        const bool descending = term.kind == ast::op::descending;
        const auto otherwise = descending ? ast::null_place::last : ast::null_place::first;
        const bool moved = term.index == static_cast<std::uint16_t>(otherwise);
        return descending ? (moved ? 'D' : 'd') : (moved ? 'A' : 'a');
    }

    constexpr void sorted_text(std::size_t at) {
        self().expression(at + 1);
        out_ << Dialect::bytewise;
    }

    modifiers modifiers_{};
};

} // namespace stoa

#endif

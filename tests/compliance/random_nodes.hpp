// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_RANDOM_NODES_HPP
#define STOA_TESTS_COMPLIANCE_RANDOM_NODES_HPP

// Random terms and conditions of queries, as nodes: some of them made here, knowing exactly what can be NULL, the
// others emitted by typed expressions.

#include "random_expressions.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace random_queries {

using stoa::type_kind;

inline constexpr stoa::type_def integer{type_kind::int64}, boolean{type_kind::boolean};

/// What is selected, so that queries can be put side by side.
enum class shape { whole_number, sum_like, word, condition, amount, fraction, instant };

class node_maker {
public:
    ast::view nodes() const { return nodes_.nodes(); }
    const stoa::detail::kept_values& values() const { return values_; }

protected:
    explicit node_maker(unsigned seed) : random_(seed), draw_(random_) {}
    node_maker(const node_maker&) = delete;
    node_maker& operator=(const node_maker&) = delete;
    ~node_maker() = default;

    /// A condition that asks another query.
    virtual void asking(const columns_in_sight& sight, unsigned depth) = 0;

    unsigned below(unsigned n) { return draw_.below(n); }
    bool one_in(unsigned n) { return draw_.one_in(n); }

    // Nodes

    template <class Operands>
    void operation(ast::node node, std::size_t arity, Operands operands) {
        const std::size_t place = nodes_.open(node);
        operands();
        nodes_.close(place, arity);
    }

    void none() { nodes_.leaf({.kind = ast::op::none}); }

    void put(column which) {
        stoa::detail::emit_table_column(nodes_, items, which.index, ast::op::column, which.alias);
    }

    template <class T>
    void put_value(const T& given, stoa::type_def type) {
        nodes_.leaf({.kind = ast::op::parameter, .index = nodes_.next_parameter(), .type = type});
        stoa::detail::value_keeper{values_}(given);
    }

    void put(const stoa::detail::composition& made) {
        nodes_.append(made.nodes);
        values_.insert(values_.end(), made.values.begin(), made.values.end());
    }

    template <class T>
    void put(const any<T>& expression) {
        put(expression.made);
    }

    /// A column of one of these, or a value where there is none in sight.
    void leaf(const columns_in_sight& sight, std::initializer_list<std::size_t> fitting, bool with_values) {
        columns_in_sight found;
        for (const column& each : sight)
            for (std::size_t index : fitting)
                if (each.index == index) found.push_back(each);
        if (!found.empty() && (!with_values || !one_in(4))) {
            put(found[below(static_cast<unsigned>(found.size()))]);
            return;
        }
        switch (*fitting.begin()) {
        case text: put_value(draw_.word(), {type_kind::text}); return;
        case flag: put_value(one_in(2), boolean); return;
        case price: put_value(draw_.price(), {type_kind::decimal, 8, 2}); return;
        default: put_value(draw_.small(-2, 3), {type_kind::int32}); return;
        }
    }

    // Expressions

    void number(const columns_in_sight& sight, bool with_values, unsigned depth = 2) {
        if (depth != 0 && one_in(3)) {
            constexpr std::array kinds{ast::op::add, ast::op::subtract, ast::op::multiply};
            operation({.kind = kinds[below(3)], .type = integer}, 2, [&] {
                number(sight, with_values, depth - 1);
                number(sight, with_values, depth - 1);
            });
        } else {
            leaf(sight, {a, b, id}, with_values);
        }
    }

    /// In 64 bits whatever it is made of.
    void wide_number(const columns_in_sight& sight) {
        operation({.kind = ast::op::add, .type = integer}, 2, [&] {
            number(sight, false, 1);
            leaf(sight, {id}, false);
        });
    }

    void condition(const columns_in_sight& sight, bool with_values, unsigned depth = 3) {
        static constexpr std::array comparisons{ast::op::equal,      ast::op::not_equal,   ast::op::less,
                                                ast::op::less_equal, ast::op::greater,     ast::op::greater_equal,
                                                ast::op::distinct,   ast::op::not_distinct};
        if (one_in(3)) {
            put(expressions(random_, sight, with_values).condition(depth));
            return;
        }
        const auto boolean_node = [](ast::op kind) { return ast::node{.kind = kind, .type = boolean}; };
        const auto compared = [&](std::size_t kind) {
            operation(boolean_node(comparisons[below(8)]), 2, [&] {
                leaf(sight, {kind}, with_values);
                leaf(sight, {kind}, with_values);
            });
        };
        switch (below(depth == 0 ? 5 : 10)) {
        case 0: leaf(sight, {flag}, with_values); return;
        case 1: compared(text); return;
        case 2: compared(price); return;
        case 3:
            operation(boolean_node(comparisons[below(8)]), 2, [&] {
                number(sight, with_values);
                number(sight, with_values);
            });
            return;
        case 4:
            operation(boolean_node(one_in(2) ? ast::op::is_null : ast::op::is_not_null), 1,
                      [&] { number(sight, with_values); });
            return;
        case 5:
            operation(boolean_node(ast::op::between), 3, [&] {
                for (int n = 0; n != 3; ++n) number(sight, with_values, 1);
            });
            return;
        case 6: operation(boolean_node(ast::op::not_), 1, [&] { condition(sight, with_values, depth - 1); }); return;
        case 7:
        case 8:
            if (with_values && depth > 1) {
                asking(sight, depth);
                return;
            }
            [[fallthrough]];
        default:
            operation(boolean_node(one_in(2) ? ast::op::and_ : ast::op::or_), 2, [&] {
                condition(sight, with_values, depth - 1);
                condition(sight, with_values, depth - 1);
            });
            return;
        }
    }

    void term(shape wanted, const columns_in_sight& sight, bool with_values) {
        expressions typed(random_, sight, with_values);
        switch (wanted) {
        case shape::word: one_in(2) ? leaf(sight, {text}, false) : put(typed.word(2)); return;
        case shape::amount: one_in(2) ? leaf(sight, {price}, false) : put(typed.amount(2)); return;
        case shape::condition: condition(sight, with_values, 2); return;
        case shape::fraction: put(typed.fraction(2)); return;
        case shape::instant: put(typed.instant(2)); return;
        case shape::sum_like:
        case shape::whole_number: one_in(2) ? wide_number(sight) : put(typed.number(2)); return;
        }
    }

    // Aggregates

    void aggregate(shape wanted, const columns_in_sight& rows, bool with_values) {
        if (wanted == shape::fraction || wanted == shape::instant || one_in(3))
            typed_aggregate(wanted, expressions(random_, rows, with_values), with_values);
        else
            plain_aggregate(wanted, rows, with_values);
    }

    void plain_aggregate(shape wanted, const columns_in_sight& rows, bool with_values) {
        const bool filtered = wanted != shape::condition && one_in(3);
        const auto call = [&](ast::op kind, stoa::type_def type, auto operand) {
            const bool nullable = kind != ast::op::count && kind != ast::op::count_distinct;
            const auto plain = [&] { operation({.kind = kind, .nullable = nullable, .type = type}, 1, operand); };
            if (!filtered) return plain();
            operation({.kind = ast::op::filter, .nullable = nullable, .type = type}, 2, [&] {
                plain();
                condition(rows, with_values, 1);
            });
        };
        const ast::op extreme = one_in(2) ? ast::op::minimum : ast::op::maximum;
        switch (wanted) {
        case shape::word: call(extreme, {type_kind::text}, [&] { leaf(rows, {text}, false); }); return;
        case shape::amount:
            call(ast::op::sum, {type_kind::decimal, 18, 2}, [&] { leaf(rows, {price}, false); });
            return;
        case shape::condition:
            operation({.kind = ast::op::greater, .type = boolean}, 2, [&] {
                aggregate(shape::sum_like, rows, with_values);
                aggregate(shape::sum_like, rows, with_values);
            });
            return;
        default:
            switch (below(4)) {
            case 0: call(ast::op::count, integer, [&] { nodes_.leaf({.kind = ast::op::star}); }); return;
            case 1: call(ast::op::count_distinct, integer, [&] { number(rows, false); }); return;
            case 2: call(ast::op::count, integer, [&] { number(rows, false); }); return;
            default: call(ast::op::sum, integer, [&] { number(rows, false); }); return;
            }
        }
    }

    void typed_aggregate(shape wanted, expressions typed, bool with_values) {
        using number_type = any<std::int64_t>;
        const unsigned which = below(4);
        switch (wanted) {
        case shape::word:
            switch (with_values ? which : which % 2) {
            case 0: put(any<std::string>(min(typed.word(1)))); return;
            case 1: put(any<std::string>(max(typed.word(1)))); return;
            case 2: put(any<std::string>(string_agg(typed.word(1), ",", desc(typed.number(0))))); return;
            default: put(any<std::string>(string_agg_distinct(typed.word(1), "|"))); return;
            }
        case shape::amount:
            put(which < 2 ? any<money>(sum(typed.amount(1))) : any<money>(max(typed.amount(1))));
            return;
        case shape::condition:
            put(which < 2 ? any<bool>(bool_and(typed.condition(1))) : any<bool>(bool_or(typed.condition(1))));
            return;
        case shape::fraction:
            switch (which) {
            case 0: put(any<double>(avg(typed.number(1)))); return;
            case 1: put(any<double>(avg(typed.amount(1)))); return;
            case 2: put(any<double>(sum(typed.plain_fraction()))); return;
            default: put(any<double>(min(typed.fraction(1)))); return;
            }
        case shape::instant:
            put(which < 2 ? any<stoa::timestamp>(min(typed.instant(1))) : any<stoa::timestamp>(max(typed.instant(1))));
            return;
        default:
            switch (which) {
            case 0: put(number_type(sum(typed.number(1)))); return;
            case 1: put(number_type(sum_distinct(typed.number(1)).filter(typed.condition(1)))); return;
            case 2: put(number_type(count_distinct(typed.word(1)))); return;
            default: put(number_type(stoa::count().filter(typed.condition(1)))); return;
            }
        }
    }

    // Windows

    template <class Expression>
    void sorted(Expression expression) {
        operation({.kind = one_in(2) ? ast::op::ascending : ast::op::descending}, 1, expression);
    }

    /// A function over a window: of rows in the one order of their keys, or of such that are equal in it.
    void window(const columns_in_sight& sight) {
        using enum ast::function;
        const unsigned which = below(8);
        const bool by_key = which < 4 || one_in(2);
        const auto call = [&](ast::function function, bool nullable, std::size_t arity, auto operands) {
            const auto index = static_cast<std::uint16_t>(function);
            operation({.kind = ast::op::call, .nullable = nullable, .index = index, .type = integer}, arity, operands);
        };
        const auto aggregated = [&](ast::op kind) {
            const bool nullable = kind != ast::op::count;
            operation({.kind = kind, .nullable = nullable, .type = integer}, 1, [&] { number(sight, false); });
        };
        const bool nullable = which != 0 && which != 4 && which != 5 && which != 6;
        operation({.kind = ast::op::window, .nullable = nullable, .type = integer}, 4, [&] {
            switch (which) {
            case 0: call(row_number, false, 0, [] {}); break;
            case 1: call(lag, true, 1, [&] { wide_number(sight); }); break;
            case 2: call(first_value, true, 1, [&] { wide_number(sight); }); break;
            case 3: call(last_value, true, 1, [&] { wide_number(sight); }); break;
            case 4: call(rank, false, 0, [] {}); break;
            case 5: call(dense_rank, false, 0, [] {}); break;
            case 6: aggregated(ast::op::count); break;
            default: aggregated(ast::op::sum);
            }
            if (one_in(2))
                operation({.kind = ast::op::list}, 1, [&] { leaf(sight, {a, b, level}, false); });
            else
                none();
            columns_in_sight keys;
            for (const column& each : sight)
                if (each.index == (by_key ? id : b)) keys.push_back(each);
            operation({.kind = ast::op::list}, keys.size(), [&] {
                for (const column& each : keys) sorted([&] { put(each); });
            });
            which > 1 && one_in(2) ? frame(by_key) : none();
        });
    }

    /// Rows are only counted where they have one order.
    void frame(bool in_order) {
        const unsigned unit = in_order ? below(3) : 1 + below(2);
        const bool range = unit == static_cast<unsigned>(ast::frame_unit::range);
        const unsigned first = range ? 2 * below(2) : below(3);
        const unsigned last = range ? 2 + 2 * below(2) : 2 + below(3);
        operation({.kind = ast::op::frame,
                   .index = static_cast<std::uint16_t>(unit),
                   .integer = one_in(3) ? static_cast<std::int64_t>(below(4)) : 0},
                  2, [&] {
                      for (unsigned end : {first, last})
                          nodes_.leaf({.kind = ast::op::bound,
                                       .index = static_cast<std::uint16_t>(end),
                                       .integer = static_cast<std::int64_t>(below(3))});
                  });
    }

    /// What was put at this place, once more.
    void copy(std::size_t at) {
        const ast::node node = nodes()[at];
        if (node.arity == 0)
            nodes_.leaf(node);
        else
            operation(node, node.arity, [&] {
                std::size_t next = at + 1;
                for (std::size_t n = 0; n != node.arity; ++n) {
                    copy(next);
                    next += nodes()[next].extent;
                }
            });
    }

    std::mt19937 random_;              // NOLINT(*-non-private-member-variables-in-classes)
    drawing draw_;                     // NOLINT(*-non-private-member-variables-in-classes)
    ast::builder nodes_;               // NOLINT(*-non-private-member-variables-in-classes)
    stoa::detail::kept_values values_; // NOLINT(*-non-private-member-variables-in-classes)
};

} // namespace random_queries

#endif

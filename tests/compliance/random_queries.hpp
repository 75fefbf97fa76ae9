// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_RANDOM_QUERIES_HPP
#define STOA_TESTS_COMPLIANCE_RANDOM_QUERIES_HPP

// Makes random queries as typed expressions would emit them: nodes, and the values of their parameters. Rows are sorted
// by everything that is selected, so that every database must give the same ones in the same order.

#include "stoa/stoa.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace random_queries {

using stoa::type_kind;
namespace ast = stoa::ast;

struct item {
    int id;
    std::optional<int> a;
    std::optional<int> b;
    std::optional<std::string> text;
    std::optional<bool> flag;
    std::optional<stoa::decimal<8, 2>> price;
};

} // namespace random_queries

template <>
inline constexpr auto stoa::table<random_queries::item> =
    stoa::define<random_queries::item>("items", stoa::primary_key(stoa::col<&random_queries::item::id>));

namespace random_queries {

inline constexpr std::size_t id = 0, a = 1, b = 2, text = 3, flag = 4, price = 5, columns = 6;
inline constexpr stoa::type_def integer{type_kind::int64}, boolean{type_kind::boolean};

using value = std::variant<std::int32_t, std::string, bool, stoa::decimal<8, 2>>;

class maker {
public:
    explicit maker(unsigned seed) : random_(seed) {}

    void query() {
        if (one_in(5))
            compound(2);
        else
            select({}, shapes());
    }

    ast::view nodes() const { return nodes_.nodes(); }
    const std::vector<value>& values() const { return values_; }

private:
    using parts = ast::select_part;

    struct column {
        std::string_view alias;
        std::size_t index;
    };
    using columns_in_sight = std::vector<column>;
    enum class shape { whole_number, sum_like, word, condition, money };

    struct wish {
        std::vector<shape> terms;
        bool without_values = false;
        bool is_part = false; ///< of a set operation, which sorts its rows itself
    };

    unsigned below(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }
    bool one_in(unsigned n) { return below(n) == 0; }

    wish shapes() {
        wish wanted;
        for (unsigned n = 1 + below(3); n != 0; --n) wanted.terms.push_back(static_cast<shape>(below(5)));
        return wanted;
    }

    std::string_view new_alias() {
        static const std::array<std::string, 64> names = [] {
            std::array<std::string, 64> all;
            for (std::size_t n = 0; n != all.size(); ++n) all[n] = 't' + std::to_string(n);
            return all;
        }();
        return names[next_alias_++ % names.size()];
    }

    // Nodes

    static ast::node item_node(ast::op kind, std::string_view alias) {
        return {.kind = kind, .table = {&stoa::table_of<item>, stoa::record_name<item>}, .alias = alias};
    }

    template <class Operands>
    void operation(ast::node node, std::size_t arity, Operands operands) {
        const std::size_t place = nodes_.open(node);
        operands();
        nodes_.close(place, arity);
    }

    void none() { nodes_.leaf({.kind = ast::op::none}); }

    /// The parts of a select from this one on.
    void absent_parts(std::size_t first) {
        for (; first != parts::count; ++first) none();
    }

    void put(column which) {
        stoa::detail::emit_table_column(nodes_, {&stoa::table_of<item>, stoa::record_name<item>}, which.index,
                                        ast::op::column, which.alias);
    }

    void put(value given, stoa::type_def type) {
        nodes_.leaf({.kind = ast::op::parameter, .index = nodes_.next_parameter(), .type = type});
        values_.push_back(std::move(given));
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
        static constexpr std::array<std::string_view, 6> words{"", "a", "B", "b", "\xC3\xA4", "%"};
        switch (*fitting.begin()) {
        case text: put(std::string(words[below(6)]), {type_kind::text}); return;
        case flag: put(one_in(2), boolean); return;
        case price: put(stoa::decimal<8, 2>(static_cast<int>(below(4)) - 1), {type_kind::decimal, 8, 2}); return;
        default: put(static_cast<std::int32_t>(below(6)) - 2, {type_kind::int32}); return;
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

    void condition(const columns_in_sight& sight, bool with_values, unsigned depth = 3) {
        static constexpr std::array comparisons{ast::op::equal,      ast::op::not_equal,   ast::op::less,
                                                ast::op::less_equal, ast::op::greater,     ast::op::greater_equal,
                                                ast::op::distinct,   ast::op::not_distinct};
        const auto boolean_node = [](ast::op kind, bool nullable = false) {
            return ast::node{.kind = kind, .nullable = nullable, .type = boolean};
        };
        switch (below(depth == 0 ? 5 : 10)) {
        case 0: leaf(sight, {flag}, with_values); return;
        case 1:
            operation(boolean_node(comparisons[below(8)]), 2, [&] {
                leaf(sight, {text}, with_values);
                leaf(sight, {text}, with_values);
            });
            return;
        case 2:
            operation(boolean_node(comparisons[below(8)]), 2, [&] {
                leaf(sight, {price}, with_values);
                leaf(sight, {price}, with_values);
            });
            return;
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
            if (with_values && depth > 1) {
                operation(boolean_node(ast::op::exists), 1, [&] { select(sight, shapes()); });
                return;
            }
            [[fallthrough]];
        case 8:
            if (with_values && depth > 1) {
                operation(boolean_node(ast::op::in_query, true), 2, [&] {
                    number(sight, with_values, 1);
                    select(sight, {{shape::whole_number}});
                });
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

    void aggregate(shape wanted, const columns_in_sight& rows, bool with_values) {
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
        case shape::money: call(ast::op::sum, {type_kind::decimal, 18, 2}, [&] { leaf(rows, {price}, false); }); return;
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

    /// A function over a window in which the rows have only one order.
    void window(const columns_in_sight& sight) {
        using enum ast::function;
        const unsigned which = below(4);
        const bool nullable = which != 0;
        const auto call = [&](ast::function function, bool is_null, auto operand) {
            operation({.kind = ast::op::call,
                       .nullable = is_null,
                       .index = static_cast<std::uint16_t>(function),
                       .type = integer},
                      function == row_number ? 0 : 1, operand);
        };
        operation({.kind = ast::op::window, .nullable = nullable, .type = integer}, 4, [&] {
            switch (which) {
            case 0: call(row_number, false, [] {}); break;
            case 1: call(lag, true, [&] { wide_number(sight); }); break;
            case 2: call(first_value, true, [&] { wide_number(sight); }); break;
            default:
                operation({.kind = ast::op::sum, .nullable = true, .type = integer}, 1, [&] { number(sight, false); });
            }
            if (one_in(2))
                operation({.kind = ast::op::list}, 1, [&] { leaf(sight, {a, b}, false); });
            else
                none();
            std::vector<column> keys;
            for (const column& each : sight)
                if (each.index == id) keys.push_back(each);
            operation({.kind = ast::op::list}, keys.size(), [&] {
                for (const column& each : keys) sorted([&] { put(each); });
            });
            none();
        });
    }

    /// In 64 bits whatever it is made of.
    void wide_number(const columns_in_sight& sight) {
        operation({.kind = ast::op::add, .type = integer}, 2, [&] {
            number(sight, false, 1);
            leaf(sight, {id}, false);
        });
    }

    template <class Expression>
    void sorted(Expression expression) {
        operation({.kind = one_in(2) ? ast::op::ascending : ast::op::descending}, 1, expression);
    }

    void term(shape wanted, const columns_in_sight& sight, bool with_values) {
        switch (wanted) {
        case shape::word: leaf(sight, {text}, false); return;
        case shape::money: leaf(sight, {price}, false); return;
        case shape::condition: condition(sight, with_values, 2); return;
        case shape::sum_like: wide_number(sight); return;
        case shape::whole_number: wide_number(sight); return;
        }
    }

    // Queries

    struct source {
        std::string_view alias;
        bool derived;
    };

    void put(source which) {
        if (!which.derived) {
            nodes_.leaf(item_node(ast::op::table, which.alias));
            return;
        }
        operation(item_node(ast::op::derived, which.alias), 1, [&] {
            const column_list_of inner{new_alias()};
            operation({.kind = ast::op::select}, parts::count, [&] {
                none();
                operation({.kind = ast::op::list}, columns, [&] {
                    for (std::size_t n = 0; n != columns; ++n) put(column{inner.alias, n});
                });
                operation({.kind = ast::op::list}, 1, [&] { nodes_.leaf(item_node(ast::op::table, inner.alias)); });
                condition(inner.all(), true, 1);
                absent_parts(parts::group_by);
            });
        });
    }

    struct column_list_of {
        std::string_view alias;
        columns_in_sight all() const {
            columns_in_sight found;
            for (std::size_t n = 0; n != columns; ++n) found.push_back({alias, n});
            return found;
        }
    };

    void join(ast::join_kind kind, source which, const columns_in_sight& before, const columns_in_sight& outer) {
        operation({.kind = ast::op::join, .index = static_cast<std::uint16_t>(kind)}, 2, [&] {
            put(which);
            if (kind == ast::join_kind::cross) {
                none();
                return;
            }
            columns_in_sight sight = before;
            for (const column& each : column_list_of{which.alias}.all()) sight.push_back(each);
            const auto equality = [&] {
                operation({.kind = ast::op::equal, .type = boolean}, 2, [&] {
                    leaf(before, {a, b, id}, false);
                    put(column{which.alias, below(3)});
                });
            };
            if (kind != ast::join_kind::full && one_in(4)) {
                for (const column& each : outer) sight.push_back(each);
                condition(sight, true, 2);
            } else if (one_in(2)) {
                operation({.kind = ast::op::and_, .type = boolean}, 2, [&] {
                    equality();
                    condition(sight, true, 1);
                });
            } else {
                equality();
            }
        });
    }

    void select(const columns_in_sight& outer, const wish& wanted) {
        const bool is_inner = !outer.empty();
        std::vector<source> sources;
        std::vector<ast::join_kind> kinds;
        columns_in_sight own;
        for (unsigned n = 1 + (is_inner ? below(2) : below(3)); n != 0; --n) {
            sources.push_back({new_alias(), one_in(6)});
            kinds.push_back(static_cast<ast::join_kind>(below(5)));
            for (const column& each : column_list_of{sources.back().alias}.all()) own.push_back(each);
        }
        columns_in_sight sight = own;
        sight.insert(sight.end(), outer.begin(), outer.end());

        const bool grouped = one_in(3);
        const bool distinct = !is_inner && one_in(4);
        const bool with_values = !distinct && !wanted.without_values;
        columns_in_sight groups;
        if (grouped)
            for (unsigned n = below(3); n != 0; --n) groups.push_back(own[below(static_cast<unsigned>(own.size()))]);
        // One term, the same each time it is made from the same state of the random numbers.
        const auto selected = [&](shape which) {
            const bool from_groups = grouped && !groups.empty() && which == shape::sum_like && one_in(2);
            if (from_groups)
                operation({.kind = ast::op::multiply, .type = integer}, 2, [&] {
                    aggregate(which, own, with_values);
                    put_group_or_count(groups);
                });
            else if (grouped)
                aggregate(which == shape::whole_number ? shape::sum_like : which, own, with_values);
            else if (which == shape::sum_like && !is_inner && one_in(3))
                window(own);
            else
                term(which, sight, with_values);
        };

        std::vector<std::mt19937> states;
        operation({.kind = ast::op::select, .distinct = distinct}, parts::count, [&] {
            none();
            operation({.kind = ast::op::list}, wanted.terms.size(), [&] {
                for (shape each : wanted.terms) {
                    states.push_back(random_);
                    selected(each);
                }
            });
            operation({.kind = ast::op::list}, sources.size(), [&] {
                columns_in_sight before;
                for (std::size_t n = 0; n != sources.size(); ++n) {
                    if (n == 0)
                        put(sources[n]);
                    else
                        join(kinds[n], sources[n], before, outer);
                    for (const column& each : column_list_of{sources[n].alias}.all()) before.push_back(each);
                }
            });
            one_in(3) ? none() : condition(sight, true);
            if (groups.empty())
                none();
            else
                operation({.kind = ast::op::list}, groups.size(), [&] {
                    for (const column& each : groups) put(each);
                });
            grouped&& one_in(3) ? aggregate(shape::condition, own, true) : none();
            if (wanted.is_part || is_inner) {
                absent_parts(parts::order_by);
                return;
            }
            operation({.kind = ast::op::list}, wanted.terms.size(), [&] {
                for (std::size_t n = 0; n != wanted.terms.size(); ++n)
                    sorted([&] {
                        const std::mt19937 now = random_;
                        random_ = states[n];
                        selected(wanted.terms[n]);
                        random_ = now;
                    });
            });
            page();
            absent_parts(parts::distinct_on);
        });
    }

    void put_group_or_count(const columns_in_sight& groups) {
        for (const column& each : groups)
            if (each.index <= b) return put(each);
        operation({.kind = ast::op::count, .type = integer}, 1, [&] { nodes_.leaf({.kind = ast::op::star}); });
    }

    void page() {
        for (int n = 0; n != 2; ++n) {
            if (one_in(4))
                put(static_cast<std::int32_t>(below(5)), {type_kind::int32});
            else
                none();
        }
    }

    void compound(unsigned depth) {
        wish wanted = shapes();
        wanted.without_values = wanted.is_part = true;
        compound(depth, wanted, true);
    }

    void compound(unsigned depth, const wish& wanted, bool outermost) {
        operation({.kind = ast::op::compound, .index = static_cast<std::uint16_t>(below(4))}, 5, [&] {
            const std::size_t left = nodes_.size();
            for (int half = 0; half != 2; ++half) {
                if (depth > 1 && one_in(3))
                    compound(depth - 1, wanted, false);
                else
                    select({}, wanted);
            }
            if (!outermost) {
                for (int n = 0; n != 3; ++n) none();
                return;
            }
            // By copies of what the first query selects.
            std::size_t list = left;
            while (nodes()[list].kind == ast::op::compound) ++list;
            list = ast::child(nodes(), list, parts::projection);
            operation({.kind = ast::op::list}, nodes()[list].arity, [&] {
                std::size_t at = list + 1;
                for (std::size_t n = 0; n != wanted.terms.size(); ++n) {
                    sorted([&] { copy(at); });
                    at += nodes()[at].extent;
                }
            });
            page();
        });
    }

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

    std::mt19937 random_;
    ast::builder nodes_;
    std::vector<value> values_;
    std::size_t next_alias_ = 0;
};

} // namespace random_queries

#endif

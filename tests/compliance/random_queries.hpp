// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_RANDOM_QUERIES_HPP
#define STOA_TESTS_COMPLIANCE_RANDOM_QUERIES_HPP

// Makes random queries as typed expressions would emit them: nodes, and the values of their parameters. Rows are sorted
// by everything that is selected, so that every database must give the same ones in the same order.

#include "random_nodes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace random_queries {

class maker : node_maker {
public:
    explicit maker(unsigned seed) : node_maker(seed) {}

    using node_maker::nodes;
    using node_maker::values;

    void query() {
        if (one_in(5))
            compound(2);
        else
            select({}, shapes());
    }

private:
    using parts = ast::select_part;
    using composition = stoa::detail::composition;
    using node_maker::put;
    static constexpr std::string_view common_name = "common";

    struct wish {
        std::vector<shape> terms;
        bool without_values = false;
        bool is_part = false;   ///< of a set operation, which sorts its rows itself
        bool is_single = false; ///< one row
    };

    wish shapes() {
        wish wanted;
        for (unsigned n = 1 + below(3); n != 0; --n) wanted.terms.push_back(static_cast<shape>(below(7)));
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

    static ast::node item_node(ast::op kind, std::string_view alias) {
        return {.kind = kind, .table = items, .alias = alias};
    }

    /// The parts of a select from this one on.
    void absent_parts(std::size_t first) {
        for (; first != parts::count; ++first) none();
    }

    void asking(const columns_in_sight& sight, unsigned) override {
        switch (below(3)) {
        case 0: operation({.kind = ast::op::exists, .type = boolean}, 1, [&] { select(sight, shapes()); }); return;
        case 1:
            operation({.kind = ast::op::in_query, .nullable = true, .type = boolean}, 2, [&] {
                number(sight, true, 1);
                select(sight, {.terms = {shape::whole_number}});
            });
            return;
        default:
            operation({.kind = ast::op::less, .type = boolean}, 2, [&] {
                number(sight, true, 1);
                operation({.kind = ast::op::subquery, .nullable = true, .type = integer}, 1,
                          [&] { select(sight, {.terms = {shape::sum_like}, .is_single = true}); });
            });
            return;
        }
    }

    // Queries

    enum class kind_of_source { table, derived, common };

    struct source {
        std::string_view alias;
        kind_of_source kind;
    };

    kind_of_source any_source() {
        if (has_common_ && one_in(3)) return kind_of_source::common;
        return one_in(6) ? kind_of_source::derived : kind_of_source::table;
    }

    void put(source which) {
        switch (which.kind) {
        case kind_of_source::table: nodes_.leaf(item_node(ast::op::table, which.alias)); return;
        case kind_of_source::derived:
            operation(item_node(ast::op::derived, which.alias), 1, [&] { whole_rows(); });
            return;
        case kind_of_source::common: {
            ast::node node = item_node(ast::op::named, which.alias);
            node.text = common_name;
            nodes_.leaf(node);
            return;
        }
        }
    }

    /// A query of rows that are like those of the table.
    void whole_rows() {
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
                // SQLite 3.40 loses the mark of an outer join's condition that is a lone column of a query around it
                // with windows, so that rows without a match are gone.
                if (kind == ast::join_kind::inner || outer.empty())
                    condition(sight, true, 2);
                else
                    operation({.kind = ast::op::less_equal, .type = boolean}, 2, [&] {
                        number(sight, true);
                        number(sight, true);
                    });
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
        const bool has_common = !is_inner && !wanted.is_part && one_in(6);
        std::vector<source> sources;
        std::vector<ast::join_kind> kinds;
        columns_in_sight own;
        has_common_ = has_common || (has_common_ && is_inner);
        for (unsigned n = 1 + (is_inner ? below(2) : below(3)); n != 0; --n) {
            sources.push_back({new_alias(), any_source()});
            kinds.push_back(static_cast<ast::join_kind>(below(5)));
            for (const column& each : column_list_of{sources.back().alias}.all()) own.push_back(each);
        }
        columns_in_sight sight = own;
        sight.insert(sight.end(), outer.begin(), outer.end());

        const bool grouped = wanted.is_single || one_in(3);
        const bool distinct = !is_inner && one_in(4);
        const bool with_values = !distinct && !wanted.without_values;
        const bool first_rows = !is_inner && !wanted.is_part && !grouped && !distinct && one_in(4);
        std::vector<composition> groups;
        if (grouped && !wanted.is_single)
            for (unsigned n = below(3); n != 0; --n) groups.push_back(group(own));
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
            if (has_common)
                operation({.kind = ast::op::list}, 1, [&] {
                    operation({.kind = ast::op::with, .table = items, .text = common_name}, 1, [&] { whole_rows(); });
                });
            else
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
            put_groups(groups);
            grouped&& one_in(3) ? aggregate(shape::condition, own, true) : none();
            if (wanted.is_part || is_inner) {
                absent_parts(parts::order_by);
                return;
            }
            columns_in_sight keys; // which tell the rows of a query apart
            if (first_rows)
                for (const column& each : own)
                    if (each.index == id) keys.push_back(each);
            operation({.kind = ast::op::list}, wanted.terms.size() + keys.size(), [&] {
                for (std::size_t n = 0; n != wanted.terms.size(); ++n)
                    sorted([&] {
                        const std::mt19937 now = random_;
                        random_ = states[n];
                        selected(wanted.terms[n]);
                        random_ = now;
                    });
                for (const column& each : keys) sorted([&] { put(each); });
            });
            page();
            if (first_rows)
                operation({.kind = ast::op::list}, 1, [&] { leaf(own, {a, b, flag, text}, false); });
            else
                none();
            absent_parts(parts::window);
        });
    }

    /// What rows are grouped by: a column, or a number that is computed from some.
    composition group(const columns_in_sight& own) {
        if (one_in(4)) return expressions(random_, own, false).number(1).made;
        return any<int>(own[below(static_cast<unsigned>(own.size()))]).made;
    }

    void put_groups(const std::vector<composition>& groups) {
        if (groups.empty()) {
            none();
            return;
        }
        const auto terms = [&] {
            for (const composition& each : groups) put(each);
        };
        if (one_in(4))
            operation({.kind = ast::op::list}, 1, [&] {
                const auto kind = one_in(2) ? ast::grouping_kind::rollup : ast::grouping_kind::cube;
                operation({.kind = ast::op::grouping_sets, .index = static_cast<std::uint16_t>(kind)}, groups.size(),
                          terms);
            });
        else
            operation({.kind = ast::op::list}, groups.size(), terms);
    }

    void put_group_or_count(const std::vector<composition>& groups) {
        for (const composition& each : groups)
            if (stoa::is_integer(each.nodes.front().type.kind)) return put(each);
        operation({.kind = ast::op::count, .type = integer}, 1, [&] { nodes_.leaf({.kind = ast::op::star}); });
    }

    void page() {
        for (int n = 0; n != 2; ++n) one_in(4) ? put_value(draw_.small(0, 4), {type_kind::int32}) : none();
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

    std::size_t next_alias_ = 0;
    bool has_common_ = false; ///< a query written before
};

} // namespace random_queries

#endif

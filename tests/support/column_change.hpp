// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_COLUMN_CHANGE_HPP
#define STOA_TESTS_SUPPORT_COLUMN_CHANGE_HPP

// Random changes of columns; see schema_change.hpp.

#include "change.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa_test {

class column_change : public change {
public:
    using change::change;

protected:
    bool default_value() {
        const std::size_t index = any_column();
        stoa::column_def& given = column(index);
        if (!given.computed.empty() || given.generated != stoa::generation::none ||
            !random_expressions::has_literals(given.type))
            return false;
        if (!given.default_value.empty() && random_.one_in(3)) {
            given.default_value = {};
        } else {
            const stoa::ast::view other = maker_.default_for(given);
            if (!given.default_value.empty() && same_literal(given.default_value[0], other[0])) return false;
            given.default_value = other;
        }
        expect(kind::changed, object::column, given.name, "default");
        return true;
    }
    static bool same_literal(const stoa::ast::node& a, const stoa::ast::node& b) {
        return a.text == b.text && a.integer == b.integer && a.id == b.id && !(a.real < b.real) && !(b.real < a.real);
    }

    bool nullability() {
        const std::size_t index = any_column();
        stoa::column_def& given = column(index);
        if (has(table().primary_key, index) || given.generated != stoa::generation::none) return false;
        // Elsewhere a condition is otherwise where NULL cannot come.
        if (given.type.kind == stoa::type_kind::json || has(table().partitioning.columns, index)) return false;
        for (const stoa::unique_def& key : table().uniques)
            if (key.nulls_equal && has(key.columns, index)) return false;
        given.nullable = !given.nullable;
        expect(kind::changed, object::column, given.name, "nullability");
        return true;
    }

    bool remark() {
        if (random_.one_in(3)) {
            table().comment = maker_.remark();
            if (can_.comments) expect(kind::changed, object::table, table().name, "comment");
            return true;
        }
        stoa::column_def& given = column(any_column());
        given.comment = maker_.remark();
        if (can_.comments) expect(kind::changed, object::column, given.name, "comment");
        return true;
    }

    bool max_length() {
        const std::size_t index = column_that([&](std::size_t i) { return column(i).max_length != 0; });
        if (index == none) return false;
        column(index).max_length = random_.one_in(3) ? 0 : column(index).max_length + 1;
        if (column(index).max_length == 0)
            expect(kind::extra, object::check, check_name(index, "length"));
        else
            expect(kind::changed, object::check, check_name(index, "length"), "expression");
        return true;
    }

    bool enumerators() {
        const std::size_t index = column_that([&](std::size_t i) { return !column(i).enumerators.empty(); });
        if (index == none) return false;
        std::vector<std::string_view> all(column(index).enumerators.begin(), column(index).enumerators.end());
        all.push_back("another");
        column(index).enumerators = wanted_.store().list(all);
        expect(kind::changed, object::check, check_name(index, "values"), "expression");
        return true;
    }

    bool range() {
        const std::size_t index = any_column();
        if (!random_expressions::has_order(column(index).type) || !column(index).computed.empty()) return false;
        const bool had_one = !column(index).range.empty();
        if (had_one && random_.one_in(3)) {
            column(index).range = {};
            expect(kind::extra, object::check, check_name(index, "range"));
            return true;
        }
        const stoa::ast::view other = maker_.expressions().range(table(), place_, index);
        if (had_one && same_literal(column(index).range[2], other[2])) return false;
        column(index).range = other;
        expect(had_one ? kind::changed : kind::missing, object::check, check_name(index, "range"),
               had_one ? "expression" : "");
        return true;
    }

    bool new_column() {
        table().columns.push_back(maker_.column());
        expect_column(kind::missing, table().columns.size() - 1);
        return true;
    }

    bool drop_column() {
        const std::size_t last = table().columns.size() - 1;
        if (last == 0 || is_used(last)) return false;
        expect_column(kind::extra, last);
        table().columns.pop_back();
        return true;
    }

    bool rename_column() {
        const std::size_t index = column_that([&](std::size_t i) { return !is_used(i) && column(i).range.empty(); });
        if (index == none) return false;
        expect_column(kind::extra, index);
        column(index).name = maker_.name();
        expect_column(kind::missing, index);
        return true;
    }

    /// To a type that differs in one thing only, on every database.
    bool column_type() {
        using stoa::type_kind;
        const std::size_t index = column_that([&](std::size_t i) {
            const stoa::column_def& each = column(i);
            return !is_used(i) && each.default_value.empty() && each.range.empty() && each.computed.empty() &&
                   each.generated == stoa::generation::none;
        });
        if (index == none) return false;
        stoa::column_def& given = column(index);
        const auto among = [&](auto... kinds) { return ((given.type.kind == kinds) || ...); };
        stoa::type_def other = given.type;
        const bool unchecked = among(type_kind::int64, type_kind::float64, type_kind::bytes);
        if (unchecked)
            other = {random_.any_of({type_kind::int64, type_kind::float64, type_kind::bytes})};
        else if (among(type_kind::boolean, type_kind::int16, type_kind::int32))
            other = {random_.any_of({type_kind::boolean, type_kind::int16, type_kind::int32})};
        else if (among(type_kind::timestamp, type_kind::date))
            other = {random_.any_of({type_kind::timestamp, type_kind::date})};
        else if (among(type_kind::decimal))
            other.precision = static_cast<std::uint8_t>(random_.between(std::max<int>(1, other.scale), 18));
        if (other == given.type) return false;
        given.type = other;
        if (unchecked || can_.strict_types)
            expect(kind::changed, object::column, given.name, "type");
        else
            expect(kind::changed, object::check, check_name(index, "type"), "expression");
        return true;
    }

    bool identity() {
        stoa::column_def& given = column(0);
        if (given.generated != stoa::generation::identity) return false;
        given.identity.increment *= 2;
        if (can_.identities) expect(kind::changed, object::column, given.name, "identity");
        return true;
    }

    bool computation() {
        const std::size_t index = column_that([&](std::size_t i) { return !column(i).computed.empty(); });
        if (index == none) return false;
        stoa::ast::builder nodes;
        if (!maker_.expressions().value(nodes, table(), place_)) return false;
        const stoa::ast::view before = column(index).computed, after = nodes.nodes();
        if (!(before[0].type == after[0].type) || same_literal(before.back(), after.back())) return false;
        column(index).computed = wanted_.store().nodes(nodes);
        expect(kind::changed, object::column, column(index).name, "computation");
        return true;
    }
};

} // namespace stoa_test

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_SCHEMA_CHANGE_HPP
#define STOA_TESTS_SUPPORT_SCHEMA_CHANGE_HPP

// One random change of definition values, and what a comparison must then say: nothing else.

#include "constraint_change.hpp"

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace stoa_test {

/// Changes what is wanted of a database that was created before.
class schema_change : public constraint_change {
public:
    using constraint_change::constraint_change;

    /// Makes a change, and returns the differences without their texts.
    std::vector<stoa::difference> make() {
        constexpr bool (schema_change::*changes[])() = {
            &schema_change::default_value,  &schema_change::nullability,     &schema_change::remark,
            &schema_change::max_length,     &schema_change::enumerators,     &schema_change::range,
            &schema_change::new_column,     &schema_change::drop_column,     &schema_change::rename_column,
            &schema_change::column_type,    &schema_change::identity,        &schema_change::computation,
            &schema_change::primary_key,    &schema_change::drop_unique,     &schema_change::rename_unique,
            &schema_change::reorder_unique, &schema_change::new_unique,      &schema_change::nulls_of_unique,
            &schema_change::foreign_key,    &schema_change::foreign_key,     &schema_change::foreign_key,
            &schema_change::drop_check,     &schema_change::rename_check,    &schema_change::narrow_check,
            &schema_change::new_check,      &schema_change::drop_index,      &schema_change::rename_index,
            &schema_change::new_index,      &schema_change::order_of_index,  &schema_change::unique_index,
            &schema_change::partial_index,  &schema_change::method_of_index, &schema_change::included_column,
            &schema_change::rename_table,   &schema_change::drop_table,      &schema_change::new_table,
            &schema_change::partition};
        // Each as often as another, as far as the schema has what it changes.
        for (;;) {
            const auto chosen = changes[random_.below(std::size(changes))];
            for (int attempt = 0; attempt != 20; ++attempt) {
                place_ = random_.below(wanted_.tables.size());
                if ((this->*chosen)()) return std::move(expected_);
            }
        }
    }

private:
    bool rename_table() {
        if (is_referenced_by_others()) return false;
        expect(kind::extra, object::table, table().name);
        table().name = maker_.table_name();
        expect(kind::missing, object::table, table().name);
        return true;
    }
    bool drop_table() {
        // Places behind it would be others.
        place_ = wanted_.tables.size() - 1;
        if (place_ == 0 || is_referenced_by_others()) return false;
        expect(kind::extra, object::table, table().name);
        wanted_.tables.pop_back();
        return true;
    }
    bool new_table() {
        if (wanted_.tables.size() == table_places::count) return false;
        table_values& added = wanted_.tables.emplace_back();
        added.name = maker_.table_name();
        added.columns.push_back(maker_.column());
        place_ = wanted_.tables.size() - 1;
        expect(kind::missing, object::table, added.name);
        return true;
    }

    bool partition() {
        stoa::partitioning_def& given = table().partitioning;
        if (given.strategy == stoa::partition_strategy::none) return false;
        std::vector<stoa::partition_def> all(given.partitions.begin(), given.partitions.end());
        if (given.strategy == stoa::partition_strategy::hash || random_.one_in(2)) {
            stoa::partition_def& renamed = random_.any_of(all);
            const stoa::identifier before = renamed.name;
            renamed.name = stoa::identifier(maker_.name());
            if (can_.partitions) expect_renamed(object::partition, before, renamed.name);
        } else {
            const bool refuses = stoa::refuses_rows(given);
            stoa::partition_def& changed = all[1]; // values above 0, or one text
            std::vector<stoa::ast::node> bounds(changed.bounds.begin(), changed.bounds.end());
            bounds.back().integer += 1000;
            bounds.back().text = "another";
            changed.bounds = wanted_.store().nodes(bounds);
            if (can_.partitions)
                expect(kind::changed, object::partition, changed.name, "bounds");
            else if (refuses)
                expect(kind::changed, object::check, stoa::partition_check_name(table().definition()), "expression");
        }
        given.partitions = wanted_.store().partitions(all);
        return true;
    }
};

} // namespace stoa_test

#endif

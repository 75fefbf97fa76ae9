// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_CONSTRAINT_CHANGE_HPP
#define STOA_TESTS_SUPPORT_CONSTRAINT_CHANGE_HPP

// Random changes of keys, checks and indexes; see schema_change.hpp.

#include "column_change.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa_test {

class constraint_change : public column_change {
public:
    using column_change::column_change;

protected:
    bool primary_key() {
        stoa::column_list& key = table().primary_key;
        if (key.size() == 0) return false;
        if (random_.one_in(2)) {
            table().primary_key_name = stoa::identifier(maker_.name());
            expect(kind::changed, object::primary_key, table().primary_key_name, "name");
            return true;
        }
        if (key.size() == 1) return false;
        if (random_.one_in(2) && !is_referenced(key)) {
            expect(kind::extra, object::primary_key, table().primary_key_name);
            table().primary_key_name = {};
            key = {};
            return true;
        }
        std::swap(key.index[0], key.index[1]);
        for (const stoa::unique_def& other : table().uniques)
            if (other.columns == key) return std::swap(key.index[0], key.index[1]), false;
        expect(kind::changed, object::primary_key, table().primary_key_name, "columns");
        return true;
    }

    bool is_index(const stoa::unique_def& key) const { return key.nulls_equal && !can_.nulls_not_distinct; }
    object kind_of(const stoa::unique_def& key) const { return is_index(key) ? object::index : object::unique; }

    bool drop_unique() {
        stoa::unique_def* const key = any_of(table().uniques);
        return key != nullptr && !is_referenced(key->columns) && drop(table().uniques, key, kind_of(*key));
    }
    bool rename_unique() {
        stoa::unique_def* const key = any_of(table().uniques);
        return key != nullptr && rename(key, kind_of(*key));
    }
    bool reorder_unique() {
        stoa::unique_def* const key = any_of(table().uniques);
        if (key == nullptr || key->columns.size() < 2) return false;
        std::swap(key->columns.index[0], key->columns.index[1]);
        if (schema_maker::same_lists(table(), *key, key))
            return std::swap(key->columns.index[0], key->columns.index[1]), false;
        expect(kind::changed, kind_of(*key), key->name, is_index(*key) ? "terms" : "columns");
        return true;
    }
    bool new_unique() {
        const stoa::unique_def key = maker_.unique(table());
        if (schema_maker::same_lists(table(), key, nullptr) ||
            table().partitioning.strategy != stoa::partition_strategy::none)
            return false;
        table().uniques.push_back(key);
        expect(kind::missing, kind_of(key), key.name);
        return true;
    }
    bool nulls_of_unique() {
        stoa::unique_def* const key = any_of(table().uniques);
        if (key == nullptr || is_referenced(key->columns)) return false;
        if (can_.nulls_not_distinct) {
            expect(kind::changed, object::unique, key->name, "treatment of NULL");
        } else {
            expect(kind::extra, kind_of(*key), key->name);
            expect(kind::missing, key->nulls_equal ? object::unique : object::index, key->name);
        }
        key->nulls_equal = !key->nulls_equal;
        return true;
    }

    bool foreign_key() {
        stoa::foreign_key_def* const key = any_of(table().foreign_keys);
        if (key == nullptr) return false;
        const auto other = [](stoa::referential_action action) {
            return action == stoa::referential_action::cascade ? stoa::referential_action::restrict_
                                                               : stoa::referential_action::cascade;
        };
        switch (random_.below(5)) {
        case 0: return drop(table().foreign_keys, key, object::foreign_key);
        case 1: return rename(key, object::foreign_key);
        case 2:
            key->on_delete = other(key->on_delete);
            expect(kind::changed, object::foreign_key, key->name, "action on delete");
            return true;
        case 3:
            key->on_update = other(key->on_update);
            expect(kind::changed, object::foreign_key, key->name, "action on update");
            return true;
        default:
            key->deferred = !key->deferred;
            expect(kind::changed, object::foreign_key, key->name, "deferral");
            return true;
        }
    }

    bool drop_check() { return drop(table().checks, any_of(table().checks), object::check); }
    bool rename_check() { return rename(any_of(table().checks), object::check); }
    bool narrow_check() {
        stoa::check_def* const check = any_of(table().checks);
        if (check == nullptr) return false;
        check->predicate = maker_.expressions().narrowed(check->predicate, table(), place_);
        expect(kind::changed, object::check, check->name, "expression");
        return true;
    }
    bool new_check() {
        table().checks.push_back(maker_.check(table(), place_));
        expect(kind::missing, object::check, table().checks.back().name);
        return true;
    }

    bool drop_index() { return drop(table().indexes, any_of(table().indexes), object::index); }
    bool rename_index() { return rename(any_of(table().indexes), object::index); }
    bool new_index() {
        table().indexes.push_back(maker_.index(table(), place_));
        expect(kind::missing, object::index, table().indexes.back().name);
        return true;
    }
    stoa::index_def* ordinary_index() {
        stoa::index_def* const index = any_of(table().indexes);
        return index != nullptr && index->method == stoa::index_method::btree ? index : nullptr;
    }
    bool order_of_index() {
        stoa::index_def* const index = ordinary_index();
        if (index == nullptr) return false;
        std::vector<stoa::ast::node> terms(index->terms.begin(), index->terms.end());
        stoa::ast::node& first = terms[1];
        first.kind = first.kind == stoa::ast::op::ascending ? stoa::ast::op::descending : stoa::ast::op::ascending;
        index->terms = wanted_.store().nodes(terms);
        expect(kind::changed, object::index, index->name, "terms");
        return true;
    }
    bool unique_index() {
        stoa::index_def* const index = ordinary_index();
        if (index == nullptr || index->included.size() != 0 ||
            table().partitioning.strategy != stoa::partition_strategy::none)
            return false;
        index->unique = !index->unique;
        expect(kind::changed, object::index, index->name, "uniqueness");
        return true;
    }
    bool partial_index() {
        stoa::index_def* const index = any_of(table().indexes);
        if (index == nullptr) return false;
        if (index->predicate.empty())
            index->predicate = maker_.expressions().condition(table(), place_);
        else if (random_.one_in(2))
            index->predicate = {};
        else
            index->predicate = maker_.expressions().narrowed(index->predicate, table(), place_);
        expect(kind::changed, object::index, index->name, "predicate");
        return true;
    }
    bool method_of_index() {
        stoa::index_def* const index = ordinary_index();
        if (index == nullptr || index->unique || index->included.size() != 0 || index->terms[0].arity != 1 ||
            index->terms[1].kind != stoa::ast::op::ascending)
            return false;
        index->method = stoa::index_method::hash;
        if (can_.index_methods) expect(kind::changed, object::index, index->name, "method");
        return true;
    }
    bool included_column() {
        stoa::index_def* const index = ordinary_index();
        if (index == nullptr || !maker_.include(*index, table())) return false;
        if (can_.included_columns)
            expect(kind::changed, object::index, index->name, "included columns");
        else if (!index->unique)
            expect(kind::changed, object::index, index->name, "terms");
        return true;
    }
};

} // namespace stoa_test

#endif

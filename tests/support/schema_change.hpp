// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_SCHEMA_CHANGE_HPP
#define STOA_TESTS_SUPPORT_SCHEMA_CHANGE_HPP

// One random change of definition values, and what a comparison must then say: nothing else.

#include "random_schema.hpp"

#include "stoa/ddl/storage_check.hpp"
#include "stoa/inspect/difference.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa_test {

/// What a database can be seen to keep.
struct abilities {
    bool comments, strict_types, identities, nulls_not_distinct, index_methods, included_columns, partitions;

    template <class Dialect>
    static abilities of() {
        return {Dialect::has_comments,           Dialect::has_strict_types,  Dialect::has_identity_columns,
                Dialect::has_nulls_not_distinct, Dialect::has_index_methods, Dialect::has_included_columns,
                Dialect::has_partitions};
    }
};

/// Changes what is wanted of a database that was created before.
class schema_change {
public:
    schema_change(schema_values& wanted, schema_maker& maker, dice& random, abilities database)
        : wanted_(wanted), maker_(maker), random_(random), can_(database) {}

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
            const auto change = changes[random_.below(std::size(changes))];
            for (int attempt = 0; attempt != 20; ++attempt) {
                place_ = random_.below(wanted_.tables.size());
                if ((this->*change)()) return std::move(expected_);
            }
        }
    }

private:
    using kind = stoa::difference_kind;
    using object = stoa::object_kind;

    table_values& table() { return wanted_.tables[place_]; }
    stoa::column_def& column(std::size_t index) { return table().columns[index]; }
    std::size_t any_column() { return random_.below(table().columns.size()); }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    /// One of the columns for which `suits(index)`, or none.
    template <class Suits>
    std::size_t column_that(Suits suits) {
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i != table().columns.size(); ++i)
            if (suits(i)) all.push_back(i);
        return all.empty() ? none : random_.any_of(all);
    }

    void expect(kind what, object of, std::string_view name, std::string_view property = {}) {
        expected_.push_back({what, std::string(table().name), of, std::string(name), std::string(property), {}, {}});
    }
    /// Found is what is no longer wanted, and the other way round.
    void expect_renamed(object of, std::string_view from, std::string_view to) {
        expect(kind::extra, of, from);
        expect(kind::missing, of, to);
    }

    std::string check_name(std::size_t index, std::string_view rule) {
        return std::string(stoa::column_check_name(table().definition(), index, rule).view());
    }
    /// A column that comes or goes, with the checks that follow from it.
    void expect_column(kind what, std::size_t index) {
        const stoa::column_def& given = column(index);
        expect(what, object::column, given.name);
        if (!given.enumerators.empty()) expect(what, object::check, check_name(index, "values"));
        if (given.max_length != 0) expect(what, object::check, check_name(index, "length"));
        if (!given.range.empty()) expect(what, object::check, check_name(index, "range"));
        if (!can_.strict_types && stoa::needs_storage_check(given))
            expect(what, object::check, check_name(index, "type"));
    }

    static bool has(const stoa::column_list& list, std::size_t index) {
        return std::find(list.begin(), list.end(), index) != list.end();
    }
    bool mentions(stoa::ast::view nodes, std::size_t index) const {
        return std::any_of(nodes.begin(), nodes.end(), [&](const stoa::ast::node& node) {
            return node.kind == stoa::ast::op::column && node.index == index;
        });
    }
    /// Whether anything but the column itself refers to it.
    bool is_used(std::size_t index) {
        const table_values& own = table();
        bool used = has(own.primary_key, index) || has(own.partitioning.columns, index);
        for (const stoa::column_def& other : own.columns) used = used || mentions(other.computed, index);
        for (const stoa::unique_def& key : own.uniques) used = used || has(key.columns, index);
        for (const stoa::check_def& check : own.checks) used = used || mentions(check.predicate, index);
        for (const stoa::index_def& each : own.indexes)
            used = used || mentions(each.terms, index) || mentions(each.predicate, index) || has(each.included, index);
        for (const stoa::foreign_key_def& key : own.foreign_keys) used = used || has(key.columns, index);
        return used; // a column that a foreign key references is in a key
    }
    bool is_referenced(const stoa::column_list& key) {
        for (const table_values& each : wanted_.tables)
            for (const stoa::foreign_key_def& other : each.foreign_keys)
                if (table_places::index_of(other.target) == place_ && other.target_columns == key) return true;
        return false;
    }
    bool is_referenced_by_others() {
        for (const table_values& each : wanted_.tables)
            for (const stoa::foreign_key_def& key : each.foreign_keys)
                if (&each != &table() && table_places::index_of(key.target) == place_) return true;
        return false;
    }

    // columns

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

    // keys

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

    /// One of a list, null where it is empty.
    template <class List>
    typename List::value_type* any_of(List& list) {
        return list.empty() ? nullptr : &list[random_.below(list.size())];
    }
    template <class List>
    void erase(List& list, typename List::value_type* element) {
        list.erase(list.begin() + (element - list.data()));
    }
    template <class Value>
    bool rename(Value* given, object of) {
        if (given == nullptr) return false;
        const stoa::identifier before = given->name;
        given->name = stoa::identifier(maker_.name());
        expect_renamed(of, before, given->name);
        return true;
    }
    template <class List>
    bool drop(List& list, typename List::value_type* given, object of) {
        if (given == nullptr) return false;
        expect(kind::extra, of, given->name);
        erase(list, given);
        return true;
    }

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

    // checks and indexes

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

    // tables

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

    schema_values& wanted_;
    schema_maker& maker_;
    dice& random_;
    abilities can_;
    std::size_t place_ = 0;
    std::vector<stoa::difference> expected_;
};

} // namespace stoa_test

#endif

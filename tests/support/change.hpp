// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_CHANGE_HPP
#define STOA_TESTS_SUPPORT_CHANGE_HPP

// What random changes of definition values have in common; see schema_change.hpp.

#include "random_schema.hpp"

#include "stoa/ddl/storage_check.hpp"
#include "stoa/inspect/difference.hpp"

#include <algorithm>
#include <cstddef>
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

/// What all changes need: the place of the table that is changed, and the differences that must be found.
class change {
public:
    change(schema_values& wanted, schema_maker& maker, dice& random, abilities database)
        : wanted_(wanted), maker_(maker), random_(random), can_(database) {}

protected:
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

    // NOLINTBEGIN(*-non-private-member-variables-in-classes)
    schema_values& wanted_;
    schema_maker& maker_;
    dice& random_;
    abilities can_;
    std::size_t place_ = 0;
    std::vector<stoa::difference> expected_;
    // NOLINTEND(*-non-private-member-variables-in-classes)
};

} // namespace stoa_test

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_RANDOM_SCHEMA_HPP
#define STOA_TESTS_SUPPORT_RANDOM_SCHEMA_HPP

// Random schemas that every database takes: tables of all types with everything a definition can say.

#include "random_values.hpp"
#include "table_values.hpp"

#include "stoa/schema/constraint.hpp"
#include "stoa/schema/schema_rules.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa_test {

/// Makes one schema, and later more of its parts.
class schema_maker {
public:
    explicit schema_maker(dice& random) : random_(random), names_(random), expressions_(random, schema_.store()) {}

    schema_values make() {
        schema_.tables.resize(1 + random_.below(table_places::count - 2));
        for (std::size_t place = 0; place != schema_.tables.size(); ++place) begin_table(place);
        for (std::size_t place = 0; place != schema_.tables.size(); ++place) foreign_keys(place);
        for (std::size_t place = 0; place != schema_.tables.size(); ++place) end_table(place);
        return schema_;
    }

    random_expressions& expressions() { return expressions_; }
    std::string_view name() { return schema_.store().text(names_.next()); }
    std::string_view table_name() { return schema_.store().text(names_.next_table()); }
    std::string_view remark() {
        return schema_.store().text(
            std::string(random_.any_of<std::string_view>({"a remark", "it's \\ raw", "größe"})) + " " +
            std::to_string(random_.below(1000)));
    }

    /// A plain column of any type.
    stoa::column_def column() {
        stoa::column_def added;
        added.name = name();
        added.type = any_type();
        added.nullable = random_.one_in(2);
        return added;
    }

    stoa::ast::view default_for(const stoa::column_def& column) {
        if (column.enumerators.empty()) return expressions_.constant(column.type);
        stoa::ast::builder nodes;
        nodes.leaf({.kind = stoa::ast::op::literal,
                    .type = column.type,
                    .text = column.enumerators[random_.below(column.enumerators.size())]});
        return schema_.store().nodes(nodes);
    }

    stoa::check_def check(const table_values& table, std::size_t place) {
        return {stoa::identifier(name()), expressions_.condition(table, place)};
    }

    /// Columns that are the terms of an index: each once.
    stoa::column_list some_columns(const table_values& table, std::size_t most) {
        stoa::column_list list;
        for (std::size_t n = 1 + random_.below(most); n != 0; --n) {
            const std::size_t index = random_.below(table.columns.size());
            if (std::find(list.begin(), list.end(), index) == list.end()) list.add(index);
        }
        return list;
    }

    stoa::unique_def unique(const table_values& table) {
        return {stoa::identifier(name()), some_columns(table, 3), random_.one_in(2)};
    }

    stoa::index_def index(const table_values& table, std::size_t place) {
        stoa::index_def added;
        added.name = stoa::identifier(name());
        if (random_.one_in(3)) added.predicate = expressions_.condition(table, place);
        const stoa::column_list list = some_columns(table, 3);
        const stoa::type_kind first = table.columns[list[0]].type.kind;
        if (first == stoa::type_kind::json && random_.one_in(2)) {
            added.method = stoa::index_method::gin;
            if (random_.one_in(2)) added.operators = "jsonb_path_ops";
        } else if (first != stoa::type_kind::json && first != stoa::type_kind::boolean && random_.one_in(6)) {
            added.method = stoa::index_method::brin;
        } else if (random_.one_in(6)) {
            added.method = stoa::index_method::hash;
        }
        const bool ordered = added.method == stoa::index_method::btree;
        stoa::ast::builder nodes;
        const std::size_t all = nodes.open({.kind = stoa::ast::op::list});
        std::size_t count = 0;
        for (std::size_t place_of_column : list) {
            if (count != 0 && !ordered) break;
            ++count;
            added.columns.add(place_of_column);
            term(nodes, ordered, [&] { nodes.leaf(expressions_.column(table, place, place_of_column)); });
        }
        if (ordered && random_.one_in(3)) {
            stoa::ast::builder value;
            if (expressions_.value(value, table, place)) {
                ++count;
                term(nodes, true, [&] { random_expressions::append(nodes, value.nodes()); });
            }
        }
        nodes.close(all, count);
        added.terms = schema_.store().nodes(nodes);
        if (ordered && random_.one_in(4)) include(added, table);
        added.unique = ordered && table.partitioning.strategy == stoa::partition_strategy::none && random_.one_in(4);
        return added;
    }

    /// Adds an included column; false where there is none left.
    bool include(stoa::index_def& index, const table_values& table) {
        for (std::size_t i = 0; i != table.columns.size(); ++i) {
            const auto has = [&](const stoa::column_list& list) {
                return std::find(list.begin(), list.end(), i) != list.end();
            };
            if (has(index.columns) || has(index.included)) continue;
            index.included.add(i);
            return true;
        }
        return false;
    }

    static bool same_lists(const table_values& table, const stoa::unique_def& key, const stoa::unique_def* self) {
        bool same = key.columns == table.primary_key;
        for (const stoa::unique_def& other : table.uniques)
            same = same || (&other != self && other.columns == key.columns);
        return same;
    }

private:
    stoa::type_def type(stoa::type_kind kind) {
        if (kind != stoa::type_kind::decimal) return {kind};
        const std::size_t precision = 1 + random_.below(18);
        return {kind, static_cast<std::uint8_t>(precision), static_cast<std::uint8_t>(random_.below(precision + 1))};
    }
    stoa::type_def any_type() { return type(static_cast<stoa::type_kind>(random_.below(13))); }

    template <class Term>
    void term(stoa::ast::builder& nodes, bool ordered, Term write) {
        const std::size_t at =
            nodes.open({.kind = ordered && random_.one_in(3) ? stoa::ast::op::descending : stoa::ast::op::ascending});
        write();
        nodes.close(at, 1);
    }

    void begin_table(std::size_t place) {
        table_values& table = schema_.tables[place];
        table.name = table_name();
        if (random_.one_in(3)) table.comment = remark();
        const std::size_t count = 1 + random_.below(8);
        for (std::size_t i = 0; i != count; ++i) table.columns.push_back(column());
        while (!random_expressions::has_order(table.columns[0].type)) table.columns[0].type = any_type();
        if (random_.one_in(8))
            partitions(table);
        else
            keys(table);
        for (std::size_t i = 0; i != count; ++i) options(table, place, i);
    }

    void keys(table_values& table) {
        stoa::column_def& first = table.columns[0];
        table.primary_key_name = stoa::identifier(name());
        switch (random_.below(8)) {
        case 0: table.primary_key_name = {}; break;
        case 1:
        case 2:
            first.type = type(random_.any_of({stoa::type_kind::int16, stoa::type_kind::int32, stoa::type_kind::int64}));
            first.generated = stoa::generation::identity;
            if (random_.one_in(2))
                first.identity = {random_.between(-100, 100), random_.any_of<std::int64_t>({-3, 1, 10})};
            table.primary_key.add(0);
            break;
        case 3:
            first.type = {stoa::type_kind::guid};
            first.generated = random_.any_of({stoa::generation::guid_v4, stoa::generation::guid_v7});
            table.primary_key.add(0);
            break;
        case 4: table.primary_key.add(0); break;
        default: table.primary_key = some_columns(table, 3); break;
        }
        for (std::size_t index : table.primary_key) table.columns[index].nullable = false;
        for (std::size_t n = random_.below(3); n != 0; --n)
            if (stoa::unique_def key = unique(table); !same_lists(table, key, nullptr)) table.uniques.push_back(key);
    }

    stoa::partition_def partition(std::vector<stoa::ast::node> bounds) {
        if (bounds.empty()) return {stoa::identifier(name()), {}};
        stoa::ast::builder nodes;
        const std::size_t at = nodes.open({.kind = stoa::ast::op::list});
        for (const stoa::ast::node& bound : bounds) nodes.leaf(bound);
        nodes.close(at, bounds.size());
        return {stoa::identifier(name()), schema_.store().nodes(nodes)};
    }

    /// Of a table without keys, since they would need the partition key.
    void partitions(table_values& table) {
        stoa::partitioning_def& given = table.partitioning;
        stoa::column_def& key = table.columns[0];
        const auto number = [&](std::int64_t value) {
            return stoa::ast::node{.kind = stoa::ast::op::literal, .type = key.type, .integer = value};
        };
        const auto word = [&](std::string_view value) {
            return stoa::ast::node{.kind = stoa::ast::op::literal, .type = key.type, .text = value};
        };
        given.columns.add(0);
        std::vector<stoa::partition_def> all;
        if (random_.one_in(3)) {
            given.strategy = stoa::partition_strategy::hash;
            const std::int64_t modulus = random_.between(1, 3);
            for (std::int64_t n = 0; n != modulus; ++n) all.push_back(partition({number(modulus), number(n)}));
        } else {
            if (random_.one_in(2)) {
                given.strategy = stoa::partition_strategy::range;
                key.type = {stoa::type_kind::int32};
                all.push_back(partition({random_.one_in(2) ? stoa::ast::node{} : number(-10), number(0)}));
                all.push_back(partition({number(0), number(random_.between(1, 1000))}));
            } else {
                given.strategy = stoa::partition_strategy::list;
                key.type = {stoa::type_kind::text};
                all.push_back(partition({word("a"), word("it's")}));
                all.push_back(partition({word("größe")}));
            }
            if (random_.one_in(2)) all.push_back(partition({}));
        }
        given.partitions = schema_.store().partitions(all);
    }

    void options(table_values& table, std::size_t place, std::size_t index) {
        stoa::column_def& given = table.columns[index];
        if (random_.one_in(5)) given.comment = remark();
        const bool is_text = given.type.kind == stoa::type_kind::text;
        if (is_text && random_.one_in(3)) {
            std::vector<std::string_view> all{"open", "it's", "größe", "a b"};
            all.resize(1 + random_.below(all.size()));
            given.enumerators = schema_.store().list(all);
        } else if (is_text && random_.one_in(2)) {
            given.max_length = static_cast<std::uint32_t>(random_.between(1, 500));
        }
        if (random_expressions::has_order(given.type) && random_.one_in(6))
            given.range = expressions_.range(table, place, index);
        if (given.type.kind == stoa::type_kind::timestamp && !given.nullable && random_.one_in(3))
            given.generated = stoa::generation::now;
        else if (given.generated == stoa::generation::none && random_expressions::has_literals(given.type) &&
                 random_.one_in(3))
            given.default_value = default_for(given);
    }

    /// Keys of one or several columns, to any table that has a key, itself and later ones included.
    void foreign_keys(std::size_t place) {
        for (std::size_t n = random_.below(3); n != 0; --n) {
            const std::size_t other = random_.below(schema_.tables.size());
            const stoa::table_def target = schema_.tables[other].definition();
            std::vector<stoa::column_list> keys;
            for (const stoa::unique_def& key : target.uniques) keys.push_back(key.columns);
            keys.push_back(target.primary_key);
            const stoa::column_list key = random_.any_of(keys);
            if (key.size() == 0 || !stoa::detail::is_referable(target, key)) continue;
            stoa::foreign_key_def added;
            added.name = stoa::identifier(name());
            added.target = table_places::at(other);
            added.target_columns = key;
            const bool nullable = random_.one_in(2);
            for (std::size_t column : key) {
                stoa::column_def own;
                own.name = name();
                own.type = schema_.tables[other].columns[column].type;
                own.nullable = nullable;
                added.columns.add(schema_.tables[place].columns.size());
                schema_.tables[place].columns.push_back(own);
            }
            const auto action = [&] {
                return random_.any_of(
                    {stoa::referential_action::no_action, stoa::referential_action::restrict_,
                     stoa::referential_action::cascade,
                     nullable ? stoa::referential_action::set_null : stoa::referential_action::cascade});
            };
            added.on_delete = action();
            added.on_update = action();
            added.deferred = random_.one_in(3);
            schema_.tables[place].foreign_keys.push_back(added);
        }
    }

    /// What is said of all columns.
    void end_table(std::size_t place) {
        table_values& table = schema_.tables[place];
        if (random_.one_in(3)) computed_column(table, place);
        for (std::size_t n = random_.below(3); n != 0; --n) table.checks.push_back(check(table, place));
        for (std::size_t n = random_.below(4); n != 0; --n) table.indexes.push_back(index(table, place));
    }

    void computed_column(table_values& table, std::size_t place) {
        stoa::ast::builder nodes;
        if (!expressions_.value(nodes, table, place)) return;
        stoa::column_def added = column();
        added.computed = schema_.store().nodes(nodes);
        added.type = added.computed[0].type;
        table.columns.push_back(added);
    }

    dice& random_;
    random_names names_;
    schema_values schema_;
    random_expressions expressions_;
};

} // namespace stoa_test

#endif

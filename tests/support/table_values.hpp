// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_TABLE_VALUES_HPP
#define STOA_TESTS_SUPPORT_TABLE_VALUES_HPP

// Definition values that are made at run time: tables that no record describes, and the scripts of a whole schema of
// them, written by the functions that write those of records.

#include "stoa/ddl/create.hpp"
#include "stoa/ddl/drop.hpp"
#include "stoa/schema/schema.hpp"
#include "stoa/schema/table_def.hpp"

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa_test {

/// Keeps the texts and nodes that definition values only refer to.
class value_store {
public:
    std::string_view text(std::string value) { return texts_.emplace_back(std::move(value)); }
    std::span<const std::string_view> list(std::vector<std::string_view> value) {
        return lists_.emplace_back(std::move(value));
    }
    stoa::ast::view nodes(const stoa::ast::builder& value) {
        return nodes_.emplace_back(value.nodes().begin(), value.nodes().end());
    }
    stoa::ast::view nodes(std::vector<stoa::ast::node> value) { return nodes_.emplace_back(std::move(value)); }
    std::span<const stoa::partition_def> partitions(std::vector<stoa::partition_def> value) {
        return partitions_.emplace_back(std::move(value));
    }

private:
    std::deque<std::string> texts_;
    std::deque<std::vector<std::string_view>> lists_;
    std::deque<std::vector<stoa::ast::node>> nodes_;
    std::deque<std::vector<stoa::partition_def>> partitions_;
};

/// A table_def whose lists can be changed.
struct table_values {
    std::string_view name;
    std::vector<stoa::column_def> columns;
    stoa::identifier primary_key_name;
    stoa::column_list primary_key;
    std::vector<stoa::unique_def> uniques;
    std::vector<stoa::foreign_key_def> foreign_keys;
    std::vector<stoa::check_def> checks;
    std::vector<stoa::index_def> indexes;
    std::string_view comment;
    stoa::partitioning_def partitioning;

    stoa::table_def definition() const {
        stoa::table_def table{};
        table.name = name;
        table.columns = columns;
        table.primary_key_name = primary_key_name;
        table.primary_key = primary_key;
        table.uniques = uniques;
        table.foreign_keys = foreign_keys;
        table.checks = checks;
        table.indexes = indexes;
        table.comment = comment;
        table.partitioning = partitioning;
        return table;
    }
};

/// Where a table stands while scripts are written: a table_ref is a function, so there is one for each place.
class table_places {
public:
    static constexpr std::size_t count = 6;

    static stoa::table_ref at(std::size_t place) { return refs()[place]; }

    /// Position of the table that `ref` means.
    static std::size_t index_of(const stoa::table_ref& ref) {
        std::size_t place = 0;
        while (!(refs()[place] == ref)) ++place;
        return place;
    }

    static void put(std::size_t place, const stoa::table_def& table) { tables()[place] = table; }

private:
    static std::array<stoa::table_def, count>& tables() {
        static std::array<stoa::table_def, count> all{};
        return all;
    }

    template <std::size_t I>
    static const stoa::table_def& get() {
        return tables()[I];
    }

    static const std::array<stoa::table_ref, count>& refs() {
        static const auto all = []<std::size_t... I>(std::index_sequence<I...>) {
            static const std::array<std::string, count> names{"place " + std::to_string(I)...};
            return std::array<stoa::table_ref, count>{stoa::table_ref{&get<I>, names[I]}...};
        }(std::make_index_sequence<count>{});
        return all;
    }
};

/// Tables that may reference one another; the one at position n is named by `table_places::at(n)`. A copy shares the
/// store, so that it can be changed and compared with the original.
class schema_values {
public:
    std::vector<table_values> tables;

    value_store& store() { return *store_; }

    template <class Dialect>
    std::string create_script(stoa::existing policy = stoa::existing::fail) const {
        const auto [refs, forward] = placed();
        return stoa::write_text([&, &refs = refs, &forward = forward](stoa::text_sink& out) {
            for (std::size_t i = 0; i != refs.size(); ++i)
                stoa::write_create_table<Dialect>(out, refs[i](), policy, forward[i]);
            for (std::size_t i = 0; i != refs.size(); ++i)
                stoa::write_later_keys<Dialect>(out, refs[i](), policy, forward[i]);
        });
    }

    template <class Dialect>
    std::string drop_script() const {
        const auto [refs, forward] = placed();
        return stoa::write_text([&, &refs = refs, &forward = forward](stoa::text_sink& out) {
            stoa::write_drop_tables<Dialect>(out, refs, forward);
        });
    }

private:
    /// Puts the tables to their places. What a schema of records has: the tables, each behind those it references, but
    /// for the foreign keys of the second list.
    std::pair<std::vector<stoa::table_ref>, std::vector<stoa::key_set>> placed() const {
        for (std::size_t i = 0; i != tables.size(); ++i) table_places::put(i, tables[i].definition());
        std::pair<std::vector<stoa::table_ref>, std::vector<stoa::key_set>> result;
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((tables.size() == I + 1 ? sort<I + 1>(result.first, result.second) : void()), ...);
        }(std::make_index_sequence<table_places::count>{});
        return result;
    }

    template <std::size_t N>
    static void sort(std::vector<stoa::table_ref>& refs, std::vector<stoa::key_set>& forward) {
        std::array<stoa::table_ref, N> given{}, sorted{};
        for (std::size_t i = 0; i != N; ++i) given[i] = table_places::at(i);
        const std::array<std::size_t, N> order = stoa::detail::dependency_order(given);
        for (std::size_t i = 0; i != N; ++i) sorted[i] = given[order[i]];
        refs.assign(sorted.begin(), sorted.end());
        for (std::size_t i = 0; i != N; ++i) forward.push_back(stoa::detail::forward_keys(sorted, i));
    }

    std::shared_ptr<value_store> store_ = std::make_shared<value_store>();
};

} // namespace stoa_test

#endif

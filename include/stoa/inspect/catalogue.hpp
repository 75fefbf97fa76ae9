// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_CATALOGUE_HPP
#define STOA_INSPECT_CATALOGUE_HPP

// What each database's part of reading back provides, and what these parts share: results that are read from left to
// right, tables that are found by name while rows arrive, and the order everything ends in.

#include "stoa/core/list_view.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/inspect/schema_info.hpp"
#include "stoa/query/statement_info.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::inspection {

using namespace_list = list_view<const std::string_view>;

/// Specialised for each dialect, with
///   `static schema_info read(session&, namespaces)`: everything there is, in a fixed number of statements; tables also
///   of these namespaces, where the database has such;
///   `static auto in_scratch(session&, namespaces, f)`: `f(session)` in an empty place that is gone afterwards, and in
///   which these namespaces are empty too.
template <class Dialect>
struct catalogue;

inline constexpr type_kind as_text = type_kind::text;
inline constexpr type_kind as_number = type_kind::int64;
inline constexpr type_kind as_flag = type_kind::boolean;

/// The columns of a result, for `statement_info`.
template <type_kind... Kinds>
inline constexpr std::array<result_column, sizeof...(Kinds)> result_of{result_column{type_def{Kinds}, true}...};

/// A row's values, one after another.
class row {
public:
    explicit row(driver::statement& statement) : statement_(statement) {}

    /// NULL is empty.
    std::string text() {
        const int column = column_++;
        if (statement_.is_null(column)) return {};
        native::text value;
        statement_.read(column, value);
        return std::string(value);
    }

    /// NULL is 0.
    std::int64_t number() {
        const int column = column_++;
        std::int64_t value = 0;
        if (!statement_.is_null(column)) statement_.read(column, value);
        return value;
    }

    bool flag() {
        const int column = column_++;
        bool value = false;
        if (!statement_.is_null(column)) statement_.read(column, value);
        return value;
    }

private:
    driver::statement& statement_;
    int column_ = 0;
};

/// Calls `f(row)` for every row of a statement whose parameters `bind` hands out.
template <class Session, class Bind, class F>
void for_each_row(Session& db, const statement_info& info, Bind bind, F f) {
    db.run(info, bind, [&](auto& statement) {
        while (statement.next()) {
            row each(statement);
            f(each);
        }
    });
}

/// The same without parameters.
template <class Session, class F>
void for_each_row(Session& db, const statement_info& info, F f) {
    for_each_row(
        db, info, [](auto&) {}, f);
}

/// The name a value is known by among others of its kind.
template <class Named>
const std::string& key_of(const Named& value) {
    return value.name;
}

inline std::string key_of(const table_info& table) {
    return qualified_name(table);
}

/// Bytewise by name; those of one name, such as none, stay in their order.
template <class Named>
void sort_by_name(std::vector<Named>& values) {
    std::multimap<std::string, Named> sorted;
    for (Named& each : values) {
        std::string name = key_of(each);
        sorted.emplace(std::move(name), std::move(each));
    }
    values.clear();
    for (auto& [name, value] : sorted) values.push_back(std::move(value));
}

inline void sort_by_name(schema_info& all) {
    sort_by_name(all.tables);
    sort_by_name(all.views);
    sort_by_name(all.enums);
    for (table_info& table : all.tables) {
        sort_by_name(table.uniques);
        sort_by_name(table.foreign_keys);
        sort_by_name(table.checks);
        sort_by_name(table.indexes);
        sort_by_name(table.partitions);
    }
    for (view_info& view : all.views) sort_by_name(view.indexes);
}

/// The element of this name, null where there is none.
template <class Named>
Named* find_by_name(std::vector<Named>& values, std::string_view name) {
    const auto found = std::find_if(values.begin(), values.end(), [&](const Named& each) { return each.name == name; });
    return found == values.end() ? nullptr : &*found;
}

/// The tables that were found, whose rows come together, so that the last one asked for is mostly the next.
class table_finder {
public:
    /// The list must not grow any more; it is sorted.
    explicit table_finder(std::vector<table_info>& tables) : tables_(tables) { sort_by_name(tables_); }

    /// Null for what is no table, such as a partition of one.
    table_info* find(const std::string& name) {
        if (latest_ != nullptr && key_of(*latest_) == name) return latest_;
        const auto found =
            std::lower_bound(tables_.begin(), tables_.end(), name,
                             [](const table_info& table, const std::string& wanted) { return key_of(table) < wanted; });
        latest_ = found != tables_.end() && key_of(*found) == name ? &*found : nullptr;
        return latest_;
    }

private:
    std::vector<table_info>& tables_;
    table_info* latest_ = nullptr;
};

/// The last element, which is added where the one there has another name.
template <class Named>
Named& last_named(std::vector<Named>& values, const std::string& name) {
    if (values.empty() || values.back().name != name) values.emplace_back().name = name;
    return values.back();
}

} // namespace stoa::inspection

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_COMPARE_HPP
#define STOA_INSPECT_COMPARE_HPP

// Two databases compared as values.

#include "stoa/inspect/catalogue.hpp"
#include "stoa/inspect/difference.hpp"
#include "stoa/inspect/properties.hpp"
#include "stoa/inspect/schema_info.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace stoa {

/// What of a database that is not wanted counts as a difference. Columns, constraints and indexes of wanted tables do
/// always.
struct compare_options {
    bool extra_tables = false;
    bool extra_views = false;
    bool extra_enums = false;
};

namespace inspection {

class comparison {
public:
    /// Compares two lists of values by name, whatever their order. `changed` looks into two of the same name.
    template <class Value, class Changed>
    void lists(const std::string& table, object_kind object, const std::vector<Value>& found,
               const std::vector<Value>& wanted, bool with_extra, Changed changed) {
        const auto here = keyed(found);
        const auto there = keyed(wanted);
        auto a = here.begin();
        auto b = there.begin();
        while (a != here.end() || b != there.end()) {
            if (a == here.end() || (b != there.end() && b->first < a->first)) {
                missing(table, object, *b++->second);
            } else if (b == there.end() || a->first < b->first) {
                if (with_extra) extra(table, object, *a->second);
                ++a;
            } else {
                changed(*a++->second, *b++->second);
            }
        }
    }

    template <class Value>
    void lists(const std::string& table, object_kind object, const std::vector<Value>& found,
               const std::vector<Value>& wanted, bool with_extra = true) {
        lists(table, object, found, wanted, with_extra,
              [&](const Value& a, const Value& b) { values(table, object, a, b); });
    }

    /// Compares two values property by property.
    template <class Value>
    void values(const std::string& table, object_kind object, const Value& found, const Value& wanted) {
        const properties a = properties_of(found);
        const properties b = properties_of(wanted);
        for (std::size_t i = 0; i != b.size(); ++i)
            if (a[i].text != b[i].text)
                all_.push_back({difference_kind::changed, table, object, wanted.name, std::string(b[i].name), a[i].text,
                                b[i].text});
    }

    void tables(const table_info& found, const table_info& wanted) {
        const std::string name = key_of(wanted);
        values(name, object_kind::table, found, wanted);
        lists(name, object_kind::column, found.columns, wanted.columns);
        primary_keys(found, wanted);
        lists(name, object_kind::unique, found.uniques, wanted.uniques);
        lists(name, object_kind::foreign_key, found.foreign_keys, wanted.foreign_keys);
        lists(name, object_kind::check, found.checks, wanted.checks);
        lists(name, object_kind::index, found.indexes, wanted.indexes);
        lists(name, object_kind::partition, found.partitions, wanted.partitions);
    }

    void views(const view_info& found, const view_info& wanted) {
        values({}, object_kind::view, found, wanted);
        lists(wanted.name, object_kind::column, found.columns, wanted.columns);
        lists(wanted.name, object_kind::index, found.indexes, wanted.indexes);
    }

    std::vector<difference> take() { return std::move(all_); }

private:
    /// By name; those without one by what they are.
    template <class Value>
    static std::multimap<std::string, const Value*> keyed(const std::vector<Value>& values) {
        std::multimap<std::string, const Value*> all;
        for (const Value& each : values)
            all.emplace(each.name.empty() ? "\n" + description_of(each) : key_of(each), &each);
        return all;
    }

    void primary_keys(const table_info& found, const table_info& wanted) {
        if (found.primary_key && wanted.primary_key) {
            values(key_of(wanted), object_kind::primary_key, *found.primary_key, *wanted.primary_key);
            if (found.primary_key->name != wanted.primary_key->name)
                all_.push_back({difference_kind::changed, key_of(wanted), object_kind::primary_key,
                                wanted.primary_key->name, "name", found.primary_key->name, wanted.primary_key->name});
        } else if (wanted.primary_key) {
            missing(key_of(wanted), object_kind::primary_key, *wanted.primary_key);
        } else if (found.primary_key) {
            extra(key_of(wanted), object_kind::primary_key, *found.primary_key);
        }
    }

    template <class Value>
    void missing(const std::string& table, object_kind object, const Value& value) {
        all_.push_back({difference_kind::missing,
                        object == object_kind::table ? key_of(value) : table,
                        object,
                        value.name,
                        {},
                        {},
                        description_of(value)});
    }
    template <class Value>
    void extra(const std::string& table, object_kind object, const Value& value) {
        all_.push_back({difference_kind::extra,
                        object == object_kind::table ? key_of(value) : table,
                        object,
                        value.name,
                        {},
                        description_of(value),
                        {}});
    }

    std::vector<difference> all_;
};

} // namespace inspection

/// How `found` differs from `wanted`, table by table in the order of names. The order of columns does not count.
inline std::vector<difference> compare(const schema_info& found, const schema_info& wanted,
                                       compare_options options = {}) {
    inspection::comparison differences;
    differences.lists({}, object_kind::table, found.tables, wanted.tables, options.extra_tables,
                      [&](const table_info& a, const table_info& b) { differences.tables(a, b); });
    differences.lists({}, object_kind::view, found.views, wanted.views, options.extra_views,
                      [&](const view_info& a, const view_info& b) { differences.views(a, b); });
    differences.lists({}, object_kind::enumeration, found.enums, wanted.enums, options.extra_enums);
    return differences.take();
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_DETAIL_ROW_MAKER_HPP
#define STOA_TESTING_DETAIL_ROW_MAKER_HPP

// Random rows that fit the definition of a table, as values.

#include "stoa/core/error.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/testing/detail/check_evaluation.hpp"
#include "stoa/testing/value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing::detail {

/// Numbers that are the same everywhere for one seed, which those of std::uniform_int_distribution are not.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : engine_(seed) {}

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        const std::uint64_t step = span == ~std::uint64_t{0} ? engine_() : engine_() % (span + 1);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + step);
    }

private:
    std::mt19937_64 engine_;
};

/// What belongs to the columns of a rule that a row breaks.
struct broken_rule {
    std::string name;
    std::vector<std::size_t> columns; ///< empty: nothing is broken
    ast::view predicate{};            ///< of a check
};

class row_maker {
public:
    explicit row_maker(std::uint64_t seed) : random_(seed) {}

    /// A row of random values. `empty` has those of a record in which nothing is set, which columns get that the
    /// database or stoa fill, and documents and arrays.
    value_row roll(const table_def& table, const value_row& empty) {
        value_row row = empty;
        for (std::size_t n = 0; n != table.columns.size(); ++n) roll_column(table, n, {}, row);
        for (const foreign_key_def& key : table.foreign_keys) roll_key(table, key, row);
        return row;
    }

    /// Other values for the columns of a rule.
    void roll_again(const table_def& table, const broken_rule& rule, value_row& row) {
        for (const std::size_t n : rule.columns) roll_column(table, n, rule.predicate, row);
        for (const foreign_key_def& key : table.foreign_keys)
            if (std::any_of(key.columns.begin(), key.columns.end(), [&](std::size_t n) {
                    return std::find(rule.columns.begin(), rule.columns.end(), n) != rule.columns.end();
                }))
                roll_key(table, key, row);
    }

    /// A check that refuses the row, or a key that an earlier row has.
    broken_rule find_broken(const table_def& table, const value_row& row) const {
        for (const check_def& check : table.checks)
            if (row_condition(check.predicate, row).refuses())
                return {std::string(check.name.view()), columns_of(check.predicate), check.predicate};
        broken_rule found;
        visit_keys(table, row, [&](std::string_view name, const column_list& columns, const std::string& text) {
            const auto used = keys_.find(key_name(table, name));
            if (used != keys_.end() && used->second.contains(text))
                found = {std::string(name), {columns.begin(), columns.end()}, {}};
        });
        return found;
    }

    void remember_keys(const table_def& table, const value_row& row) {
        visit_keys(table, row, [&](std::string_view name, const column_list&, const std::string& text) {
            keys_[key_name(table, name)].insert(text);
        });
    }

    /// A row that is stored, so that others can reference it.
    void remember_parent(const table_def& table, value_row row) {
        parents_[table_name(table)].push_back(std::move(row));
    }

    bool has_parents(const table_def& table) const { return parents_.contains(table_name(table)); }

private:
    static std::string table_name(const table_def& table) {
        return std::string(table.schema_name).append(".").append(table.name);
    }
    static std::string key_name(const table_def& table, std::string_view key) {
        return table_name(table).append(".").append(key);
    }

    static std::vector<std::size_t> columns_of(ast::view nodes) {
        std::vector<std::size_t> found;
        for (const ast::node& node : nodes)
            if (node.kind == ast::op::column) found.push_back(node.index);
        return found;
    }

    /// Calls `use(name, columns, text)` for each key in which the row has a value that is its own to choose.
    template <class Use>
    static void visit_keys(const table_def& table, const value_row& row, Use use) {
        const auto visit = [&](std::string_view name, const column_list& columns, bool nulls_equal) {
            std::string text;
            for (const std::size_t n : columns) {
                if (is_filled(table.columns[n]) || (row[n].is_null && !nulls_equal)) return;
                text += to_string(row[n]) + ",";
            }
            if (!text.empty()) use(name, columns, text);
        };
        visit(table.primary_key_name.view(), table.primary_key, false);
        for (const unique_def& each : table.uniques) visit(each.name.view(), each.columns, each.nulls_equal);
        for (const index_def& each : table.indexes)
            if (each.unique) visit(each.name.view(), each.columns, false);
    }

    /// The database or stoa gives it its value.
    static bool is_filled(const column_def& column) {
        return column.generated != generation::none || !column.computed.empty();
    }

    static bool is_in_key(const table_def& table, std::size_t column) {
        for (const foreign_key_def& key : table.foreign_keys)
            for (const std::size_t n : key.columns)
                if (n == column) return true;
        return false;
    }

    /// `predicate`: a check that its value broke; its constants are near what satisfies it.
    void roll_column(const table_def& table, std::size_t n, ast::view predicate, value_row& row) {
        const column_def& column = table.columns[n];
        if (is_filled(column) || column.type.kind == type_kind::json || column.type.kind == type_kind::array) return;
        if (is_in_key(table, n)) return;
        if (column.nullable && random_.one_in(4)) {
            row[n] = {};
            return;
        }
        row[n] = any_value(column);
        if (predicate.empty() || random_.one_in(3) || !column.enumerators.empty()) return;
        std::vector<value> near;
        for (const ast::node& node : predicate)
            if (node.kind == ast::op::literal) near.push_back(literal_value(node));
        if (!near.empty()) move_near(near[random_.below(near.size())], row[n]);
    }

    void roll_key(const table_def& table, const foreign_key_def& key, value_row& row) {
        const auto parents = parents_.find(table_name(key.target()));
        bool can_be_null = true;
        for (const std::size_t n : key.columns) can_be_null = can_be_null && table.columns[n].nullable;
        const bool is_null = can_be_null && (parents == parents_.end() || random_.one_in(4));
        if (!is_null && parents == parents_.end()) return;
        const value_row* parent = is_null ? nullptr : &parents->second[random_.below(parents->second.size())];
        for (std::size_t n = 0; n != key.columns.size(); ++n)
            row[key.columns[n]] = parent == nullptr ? value{} : (*parent)[key.target_columns[n]];
    }

    /// A constant, or one a little beside it, in the type of the column.
    void move_near(const value& constant, value& to) {
        if (constant.kind == type_kind::text && to.kind == type_kind::text) {
            to.text.clear();
            for (const char c : constant.text)
                if (c != '%' && c != '\\') to.text += c; // also what a pattern matches
            return;
        }
        const std::int64_t beside = random_.between(-1, 1);
        if (is_number(constant) && is_number(to)) {
            long double number = number_of(constant);
            if (is_floating(to.kind)) {
                to.real = static_cast<double>(number) + static_cast<double>(beside);
                return;
            }
            for (int n = 0; n != to.scale; ++n) number *= 10;
            to.integer = static_cast<std::int64_t>(std::llround(number)) + beside;
        } else if (constant.kind == to.kind) {
            to.integer = constant.integer + beside;
            to.id = constant.id;
        }
    }

    value any_value(const column_def& column) {
        value made{column.type.kind, false};
        made.scale = column.type.scale;
        if (!column.enumerators.empty()) {
            made.text = column.enumerators[random_.below(column.enumerators.size())];
        } else if (column.range.size() == 4) { // BETWEEN, column, low, high
            in_range(literal_value(column.range[2]), literal_value(column.range[3]), made);
        } else {
            any_value(column, made);
        }
        return made;
    }

    void in_range(const value& low, const value& high, value& made) {
        if (is_floating(made.kind)) {
            made.real = low.real + (high.real - low.real) * static_cast<double>(random_.below(1025)) / 1024;
        } else if (made.kind == type_kind::text) {
            made.text = random_.one_in(2) ? low.text : high.text;
        } else {
            // Of a wide range mostly what lies near zero, as values do.
            std::int64_t first = low.integer;
            std::int64_t last = high.integer;
            if (!random_.one_in(4)) {
                first = std::clamp<std::int64_t>(-1000, first, last);
                last = std::clamp<std::int64_t>(1000, first, last);
            }
            made.integer = random_.between(first, last);
        }
    }

    void any_value(const column_def& column, value& made) {
        constexpr std::int64_t day = 86'400'000'000;
        switch (column.type.kind) {
        case type_kind::boolean: made.integer = random_.between(0, 1); break;
        case type_kind::int16:
        case type_kind::int32:
        case type_kind::int64: made.integer = random_.between(-1000, 1000); break;
        case type_kind::decimal: {
            std::int64_t most = 1;
            for (int n = 0; n != std::min<int>(column.type.precision, 9); ++n) most *= 10;
            made.integer = random_.between(1 - most, most - 1);
            break;
        }
        case type_kind::float32:
        case type_kind::float64: made.real = static_cast<double>(random_.between(-8000, 8000)) / 8; break;
        case type_kind::text: made.text = any_text(column.max_length); break;
        case type_kind::bytes:
            for (std::size_t n = random_.below(17); n != 0; --n) made.text += static_cast<char>(random_.below(256));
            break;
        case type_kind::guid: {
            std::array<std::byte, 16> bytes{};
            for (std::byte& each : bytes) each = static_cast<std::byte>(random_.below(256));
            bytes[6] = (bytes[6] & std::byte{0x0F}) | std::byte{0x40}; // version 4 (RFC 9562, 5.4)
            bytes[8] = (bytes[8] & std::byte{0x3F}) | std::byte{0x80};
            made.id = guid::from_bytes(bytes);
            break;
        }
        case type_kind::timestamp: made.integer = random_.between(10'000 * day, 20'000 * day); break; // 1997 to 2024
        case type_kind::date: made.integer = random_.between(10'000, 20'000); break;
        case type_kind::json:
        case type_kind::array: break;
        }
    }

    /// Of 1 to 12 characters, mostly letters and digits, each once in a while beyond ASCII.
    std::string any_text(std::uint32_t max_length) {
        constexpr std::string_view usual = "abcdefghijklmnopqrstuvwxyz0123456789";
        constexpr std::array<std::string_view, 6> odd{" ", "'", "\"", "\u00e9", "\u0416", "\U0001F642"};
        const std::size_t most = max_length == 0 ? 12 : std::min<std::size_t>(max_length, 12);
        std::string text(1, usual[random_.below(26)]);
        for (std::size_t n = random_.below(most); n != 0; --n) {
            if (random_.one_in(12))
                text += odd[random_.below(odd.size())];
            else
                text += usual[random_.below(usual.size())];
        }
        return text;
    }

    random_numbers random_;
    std::map<std::string, std::set<std::string>> keys_;
    std::map<std::string, std::vector<value_row>> parents_;
};

} // namespace stoa::testing::detail

#endif

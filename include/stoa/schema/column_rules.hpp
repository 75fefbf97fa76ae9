// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_COLUMN_RULES_HPP
#define STOA_SCHEMA_COLUMN_RULES_HPP

// Rules about single columns, in the style of rules.hpp: whether what a definition says of a column fits its type and
// its other options.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace stoa::detail {

/// What an expression of constants comes to: a text, or a number in the unit of its type.
struct constant_value {
    enum class form : std::uint8_t { unknown, text, whole, real } is = form::unknown;
    std::string_view text{};
    std::int64_t whole = 0;
    double real = 0; ///< of whole numbers as well
};

constexpr constant_value value_of(ast::view nodes, std::size_t at);

/// Of a sum, difference or product; unknown where it is beyond 64 bits.
constexpr constant_value computed_value(ast::op op, const constant_value& a, const constant_value& b) {
    using form = constant_value::form;
    if (a.is < form::whole || b.is < form::whole) return {};
    const auto compute = [op](auto x, auto y) {
        return op == ast::op::add ? x + y : op == ast::op::subtract ? x - y : x * y;
    };
    constant_value value{form::real, {}, 0, compute(a.real, b.real)};
    if (a.is == form::real || b.is == form::real) return value;
    constexpr double limit = 9.2e18;
    if (value.real > limit || value.real < -limit) return value;
    value.is = form::whole;
    value.whole = compute(a.whole, b.whole);
    return value;
}

constexpr constant_value value_of(ast::view nodes, std::size_t at) {
    using form = constant_value::form;
    const ast::node& node = nodes[at];
    switch (node.kind) {
    case ast::op::literal:
        switch (node.type.kind) {
        case type_kind::text: return {form::text, node.text};
        case type_kind::float32:
        case type_kind::float64: return {form::real, {}, 0, node.real};
        case type_kind::bytes:
        case type_kind::guid:
        case type_kind::json: return {};
        default: return {form::whole, {}, node.integer, static_cast<double>(node.integer)};
        }
    case ast::op::add:
    case ast::op::subtract:
    case ast::op::multiply:
        return computed_value(node.kind, value_of(nodes, at + 1), value_of(nodes, ast::child(nodes, at, 1)));
    default: return {};
    }
}

/// Whether `a` is less than `b`; false where that cannot be told.
constexpr bool is_less(const constant_value& a, const constant_value& b) {
    using form = constant_value::form;
    if (a.is == form::text && b.is == form::text) return a.text < b.text;
    if (a.is == form::whole && b.is == form::whole) return a.whole < b.whole;
    return a.is >= form::whole && b.is >= form::whole && a.real < b.real;
}

constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count; // not within a character of UTF-8
    return count;
}

/// Whether every database could store the number in a column of the type.
constexpr bool fits_number(const constant_value& value, const type_def& type) {
    using form = constant_value::form;
    if (value.is < form::whole) return true;
    const auto within = [&](std::int64_t low, std::int64_t high) {
        return value.is == form::whole && value.whole >= low && value.whole <= high;
    };
    switch (type.kind) {
    case type_kind::int16: return within(INT16_MIN, INT16_MAX);
    case type_kind::int32: return within(INT32_MIN, INT32_MAX);
    case type_kind::int64: return value.is == form::whole;
    case type_kind::float32: {
        constexpr double most = std::numeric_limits<float>::max(), infinity = std::numeric_limits<double>::infinity();
        return (value.real >= -most && value.real <= most) || value.real == infinity || value.real == -infinity;
    }
    case type_kind::decimal: {
        std::int64_t bound = 1;
        for (unsigned n = 0; n != type.precision; ++n) bound *= 10;
        return within(1 - bound, bound - 1);
    }
    default: return true;
    }
}

constexpr bool fits_text(std::string_view text, const column_def& column) {
    if (column.max_length != 0 && count_characters(text) > column.max_length) return false;
    for (std::string_view each : column.enumerators)
        if (each == text) return true;
    return column.enumerators.empty();
}

/// The first column whose default it cannot hold itself.
constexpr std::string_view unfitting_default(const table_def& table) {
    for (const column_def& column : table.columns) {
        if (column.default_value.empty()) continue;
        const constant_value value = value_of(column.default_value, 0);
        if (!fits_number(value, column.type)) return column.name;
        if (value.is == constant_value::form::text && !fits_text(value.text, column)) return column.name;
        if (column.range.empty()) continue;
        const auto end = [&](std::size_t n) { return value_of(column.range, ast::child(column.range, 0, n)); };
        if (is_less(value, end(1)) || is_less(end(2), value)) return column.name;
    }
    return {};
}

/// The first column that names a check it does not have.
constexpr std::string_view column_naming_no_check(const table_def& table) {
    for (const column_def& column : table.columns)
        for (std::string_view rule : option_checks)
            if (!given_check_name(column, rule).empty() && !has_check(column, rule)) return column.name;
    return {};
}

constexpr bool ignores_case(const table_def& table, const column_list& columns) {
    for (std::size_t column : columns)
        if (table.columns[column].collated == collation::case_insensitive) return true;
    return false;
}

/// The first primary or foreign key that does not compare byte by byte.
constexpr std::string_view key_ignoring_case(const table_def& table) {
    if (ignores_case(table, table.primary_key)) return table.primary_key_name;
    for (const foreign_key_def& key : table.foreign_keys)
        if (ignores_case(table, key.columns)) return key.name;
    return {};
}

template <class Record, fixed_string Key>
struct require_exact_key {
    static_assert(Key.size() == 0,
                  "stoa[E327]: a column of this primary or foreign key ignores case, which keys of not every database "
                  "can. Keep it binary, or make the column unique(...) and reference another one.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_fitting_default {
    static_assert(Column.size() == 0,
                  "stoa[E323]: the default of this column is no value of it: longer than its max_length, outside its "
                  "range or that of its type, or no enumerator. Give another default, or allow the value.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_named_check {
    static_assert(Column.size() == 0,
                  "stoa[E328]: values_named, length_named or range_named names a check that this column does not have: "
                  "they belong to an enumeration, to max_length, and to range or a narrow integer.");
    static constexpr bool value = true;
};

} // namespace stoa::detail

#endif

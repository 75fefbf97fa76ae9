// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_RANDOM_VALUES_HPP
#define STOA_TESTS_SUPPORT_RANDOM_VALUES_HPP

// Random names, constants and conditions for definition values.

#include "table_values.hpp"

#include "stoa/types/builtin.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stoa_test {

/// Dice that can be thrown again with the same seed.
class dice {
public:
    explicit dice(unsigned seed) : random_(seed) {}

    /// Less than `count`.
    std::size_t below(std::size_t count) { return random_() % count; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class T>
    T any_of(std::initializer_list<T> values) {
        return values.begin()[below(values.size())];
    }
    template <class List>
    auto& any_of(List& values) {
        return values[below(values.size())];
    }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }

private:
    std::mt19937 random_;
};

/// Names that no two things of a schema share, most of them odd.
class random_names {
public:
    explicit random_names(dice& random) : random_(random) {}

    /// Not of a table: SQLite takes some first characters for quotation marks there (see E313).
    std::string next() {
        const std::string number = std::to_string(++count_);
        if (random_.one_in(12)) return number + std::string(63 - number.size(), 'x'); // the longest there is
        if (random_.one_in(12)) {
            std::string name = number + (number.size() % 2 == 0 ? "_" : ""); // of characters of two bytes
            while (name.size() + 2 <= 63) name += "é";
            return name;
        }
        return std::string(random_.any_of({"plain",      "with space", "say \"it\"",  "it's",      "select", "Order",
                                           "größe",      "表",         "a,b",         "(x)",       "-- no",  "/* c */",
                                           "semi;colon", "100%",       "back\\slash", "[bracket]", "`tick`", "$1",
                                           "?",          "a.b",        "Ünïcode 🙂",  "check",     "1st"})) +
               (random_.one_in(2) ? " " : "_") + number;
    }

    std::string next_table() {
        std::string name = next();
        return name[0] == '[' || name[0] == '`' ? next_table() : name;
    }

private:
    dice& random_;
    int count_ = 0;
};

/// Random expressions over the columns of one table.
class random_expressions {
public:
    random_expressions(dice& random, value_store& store) : random_(random), store_(store) {}

    static bool has_literals(const stoa::type_def& type) {
        return type.kind != stoa::type_kind::bytes && type.kind != stoa::type_kind::array;
    }
    static bool has_order(const stoa::type_def& type) {
        return has_literals(type) && type.kind != stoa::type_kind::json && type.kind != stoa::type_kind::boolean;
    }

    stoa::ast::node literal(const stoa::type_def& type) {
        stoa::ast::node value{.kind = stoa::ast::op::literal, .type = type};
        switch (type.kind) {
        case stoa::type_kind::boolean: value.integer = random_.between(0, 1); break;
        case stoa::type_kind::int16: value.integer = random_.between(INT16_MIN, INT16_MAX); break;
        case stoa::type_kind::int32: value.integer = random_.between(INT32_MIN, INT32_MAX); break;
        case stoa::type_kind::int64:
            value.integer = random_.one_in(4) ? random_.any_of({INT64_MIN, INT64_MAX, std::int64_t{0}})
                                              : random_.between(INT64_MIN, INT64_MAX);
            break;
        case stoa::type_kind::decimal: {
            std::int64_t bound = 1;
            for (unsigned n = 0; n != type.precision; ++n) bound *= 10;
            value.integer = random_.between(1 - bound, bound - 1);
            break;
        }
        case stoa::type_kind::float32: value.real = random_.any_of({0.5f, -1e10f, 0.1f, 3.0f, 1e-5f}); break;
        case stoa::type_kind::float64: value.real = random_.any_of({0.1, -2.5, 1e300, 7.0, -1e-9, 123456789.25}); break;
        case stoa::type_kind::text: value.text = text(); break;
        case stoa::type_kind::json:
            value.text = random_.any_of<std::string_view>({"{}", R"({"a":1})", R"(["it's",null])", "7"});
            break;
        case stoa::type_kind::guid: {
            std::array<std::byte, 16> bytes{};
            for (std::byte& each : bytes) each = static_cast<std::byte>(random_.below(256));
            value.id = stoa::guid(bytes);
            break;
        }
        // Years 1 to 9999.
        case stoa::type_kind::timestamp: value.integer = random_.between(-62135596800000000, 253402300799999999); break;
        case stoa::type_kind::date: value.integer = random_.between(-719162, 2932896); break;
        case stoa::type_kind::array:
        case stoa::type_kind::bytes: break;
        }
        return value;
    }

    /// One value, alone.
    stoa::ast::view constant(const stoa::type_def& type) {
        stoa::ast::builder nodes;
        nodes.leaf(literal(type));
        return store_.nodes(nodes);
    }

    static stoa::ast::node column(const table_values& table, std::size_t place, std::size_t index) {
        const stoa::column_def& given = table.columns[index];
        return {.kind = stoa::ast::op::column,
                .nullable = given.nullable,
                .index = static_cast<std::uint16_t>(index),
                .type = given.type,
                .table = table_places::at(place)};
    }

    /// `column BETWEEN low AND high`.
    stoa::ast::view range(const table_values& table, std::size_t place, std::size_t index) {
        stoa::ast::builder nodes;
        between(nodes, column(table, place, index));
        return store_.nodes(nodes);
    }

    stoa::ast::view condition(const table_values& table, std::size_t place) {
        stoa::ast::builder nodes;
        condition(nodes, table, place, 3);
        return store_.nodes(nodes);
    }

    /// The condition, and another one.
    stoa::ast::view narrowed(stoa::ast::view given, const table_values& table, std::size_t place) {
        stoa::ast::builder nodes;
        operation(nodes, stoa::ast::op::and_, 2, [&] {
            append(nodes, given);
            comparison(nodes, stoa::ast::op::not_equal, table, place, comparable_column(table));
        });
        return store_.nodes(nodes);
    }

    /// A sum, difference or product of two integers or two doubles, or a member of a document; false where the table
    /// has no columns for it. `numeric`: no text.
    bool value(stoa::ast::builder& nodes, const table_values& table, std::size_t place, bool numeric = false) {
        const std::size_t index = random_.below(table.columns.size());
        const stoa::column_def& given = table.columns[index];
        if (!given.computed.empty()) return false;
        if (given.type.kind == stoa::type_kind::json) {
            json_value(nodes, table, place, index, numeric ? stoa::type_kind::int64 : stoa::type_kind::text);
            return true;
        }
        const bool floating = is_floating(given.type.kind);
        if (!is_integer(given.type.kind) && !floating) return false;
        const stoa::ast::op op = random_.any_of({stoa::ast::op::add, stoa::ast::op::subtract, stoa::ast::op::multiply});
        const stoa::type_def type{floating ? stoa::type_kind::float64 : stoa::type_kind::int64};
        const std::size_t at = nodes.open({.kind = op, .nullable = given.nullable, .type = type});
        nodes.leaf(column(table, place, index));
        nodes.leaf(literal(type));
        nodes.close(at, 2);
        return true;
    }

    /// Adds a whole expression.
    static void append(stoa::ast::builder& nodes, stoa::ast::view given) {
        std::size_t at = 0;
        append(nodes, given, at);
    }

    std::string_view text() {
        return random_.any_of<std::string_view>(
            {"", "plain", "it's", "say \"it\"", "back\\slash", "größe 🙂", "100%", "-- no", "a,b", "null", "[x]"});
    }

private:
    template <class Operands>
    static void operation(stoa::ast::builder& nodes, stoa::ast::op op, std::size_t arity, Operands operands) {
        const std::size_t place = nodes.open({.kind = op, .type = {stoa::type_kind::boolean}});
        operands();
        nodes.close(place, arity);
    }

    static void append(stoa::ast::builder& nodes, stoa::ast::view given, std::size_t& at) {
        const stoa::ast::node& node = given[at++];
        if (node.arity == 0) return nodes.leaf(node);
        const std::size_t place = nodes.open(node);
        for (std::size_t n = 0; n != node.arity; ++n) append(nodes, given, at);
        nodes.close(place, node.arity);
    }

    void between(stoa::ast::builder& nodes, const stoa::ast::node& column) {
        operation(nodes, stoa::ast::op::between, 3, [&] {
            nodes.leaf(column);
            nodes.leaf(literal(column.type));
            nodes.leaf(literal(column.type));
        });
    }

    /// One whose values can be written; the first column of every table is such a one.
    std::size_t comparable_column(const table_values& table) {
        for (;;)
            if (const std::size_t index = random_.below(table.columns.size());
                has_literals(table.columns[index].type) && table.columns[index].type.kind != stoa::type_kind::json)
                return index;
    }

    void comparison(stoa::ast::builder& nodes, stoa::ast::op op, const table_values& table, std::size_t place,
                    std::size_t index) {
        operation(nodes, op, 2, [&] {
            nodes.leaf(column(table, place, index));
            nodes.leaf(literal(table.columns[index].type));
        });
    }

    void json_value(stoa::ast::builder& nodes, const table_values& table, std::size_t place, std::size_t index,
                    stoa::type_kind kind) {
        const std::size_t names = 1 + random_.below(3);
        const std::size_t at = nodes.open({.kind = stoa::ast::op::json_value, .nullable = true, .type = {kind}});
        nodes.leaf(column(table, place, index));
        for (std::size_t n = 0; n != names; ++n)
            nodes.leaf({.kind = stoa::ast::op::literal,
                        .type = {stoa::type_kind::text},
                        .text = random_.any_of<std::string_view>({"a", "it's", "größe", "two words", "7"})});
        nodes.close(at, names + 1);
    }

    void condition(stoa::ast::builder& nodes, const table_values& table, std::size_t place, std::size_t depth) {
        using stoa::ast::op;
        if (depth != 0 && random_.one_in(2)) {
            const op kind = random_.any_of({op::and_, op::or_, op::not_});
            const std::size_t arity = kind == op::not_ ? 1 : 2;
            operation(nodes, kind, arity, [&] {
                for (std::size_t n = 0; n != arity; ++n) condition(nodes, table, place, depth - 1);
            });
            return;
        }
        const std::size_t index = random_.below(table.columns.size());
        const stoa::column_def& given = table.columns[index];
        if (random_.one_in(5) || !has_literals(given.type)) {
            operation(nodes, random_.any_of({op::is_null, op::is_not_null}), 1,
                      [&] { nodes.leaf(column(table, place, index)); });
        } else if (given.type.kind == stoa::type_kind::json) {
            operation(nodes, op::equal, 2, [&] {
                json_value(nodes, table, place, index, stoa::type_kind::text);
                nodes.leaf(literal({stoa::type_kind::text}));
            });
        } else if (given.type.kind == stoa::type_kind::text && random_.one_in(3)) {
            operation(nodes, op::like, 2, [&] {
                nodes.leaf(column(table, place, index));
                nodes.leaf({.kind = op::literal,
                            .type = given.type,
                            .text = random_.any_of<std::string_view>({"a%", "%it's%", "_", "\\%[x]*", "größe"})});
            });
        } else if (has_order(given.type) && random_.one_in(5)) {
            between(nodes, column(table, place, index));
        } else if (has_order(given.type)) {
            comparison(nodes,
                       random_.any_of({op::equal, op::not_equal, op::less, op::less_equal, op::greater,
                                       op::greater_equal, op::not_distinct, op::distinct}),
                       table, place, index);
        } else if (random_.one_in(2)) {
            nodes.leaf(column(table, place, index)); // a boolean
        } else {
            comparison(nodes, random_.any_of({op::equal, op::not_equal}), table, place, index);
        }
    }

    dice& random_;
    value_store& store_;
};

} // namespace stoa_test

#endif

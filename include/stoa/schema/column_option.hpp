// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_COLUMN_OPTION_HPP
#define STOA_SCHEMA_COLUMN_OPTION_HPP

// What can be said of a column beyond its type. Each option writes itself into the column's definition; those that
// hold an expression also emit it, and find its nodes again with `take()`.

#include "stoa/expression/ast.hpp"
#include "stoa/expression/comparison.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/reflection/enumerators.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstdint>
#include <string_view>

namespace stoa {

/// Who makes a generated value; see `primary_key(...).generated` and `column(...).generated`.
template <generation Generation>
struct generator {
    static constexpr generation value = Generation;

    identity_def options{};

    /// The first number an identity column gets.
    constexpr generator start(std::int64_t first) const
        requires(Generation == generation::identity)
    {
        return {{first, options.increment}};
    }

    /// How far the next number is from the last.
    constexpr generator increment(std::int64_t step) const
        requires(Generation == generation::identity)
    {
        return {{options.start, step}};
    }
};

/// The database counts: 1, 2, 3, … unless `start` and `increment` say otherwise. For one integer column.
inline constexpr generator<generation::identity> identity{};
/// A random guid, made when a row is inserted with a nil one.
inline constexpr generator<generation::guid_v4> guid_v4{};
/// A time-ordered guid, made when a row is inserted with a nil one.
inline constexpr generator<generation::guid_v7> guid_v7{};

/// The clock's time; see `column(...).default_`.
constexpr generator<generation::now> now() {
    return {};
}

namespace detail {

/// An option without an expression.
struct plain_option {
    constexpr void emit(ast::builder&) const {}
};

struct name_option : plain_option {
    std::string_view name;

    constexpr explicit name_option(std::string_view given) : name(given) {}
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.name = name;
    }
};

struct comment_option : plain_option {
    std::string_view text;

    constexpr explicit comment_option(std::string_view given) : text(given) {}
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.comment = text;
    }
};

struct length_option : plain_option {
    std::uint32_t characters;

    constexpr explicit length_option(std::uint32_t given) : characters(given) {}
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.max_length = characters;
    }
};

struct plain_json_option : plain_option {
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.plain_json = true;
    }
};

struct collation_option : plain_option {
    collation how;

    constexpr explicit collation_option(collation given) : how(given) {}
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.collated = how;
    }
};

template <generation G>
struct generated_option : plain_option {
    generator<G> maker;

    constexpr explicit generated_option(generator<G> given) : maker(given) {}
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.generated = G;
        column.identity = maker.options;
    }
};

/// The name of a check that follows from the column; `Name` is the member of column_def that keeps it.
template <std::string_view column_def::*Name>
struct check_name_option : plain_option {
    std::string_view name;

    constexpr explicit check_name_option(std::string_view given) : name(given) {}
    template <class Take>
    constexpr void apply(column_def& column, Take&&) const {
        column.*Name = name;
    }
};

/// Whether an expression is made of constants only.
template <class Expression>
inline constexpr bool is_constant = false;

template <class Value>
inline constexpr bool is_constant<literal<Value>> = true;

template <ast::op Op, class Value, bool Nullable, class... Operands>
inline constexpr bool is_constant<operation<Op, Value, Nullable, Operands...>> = (is_constant<Operands> && ...);

/// An enumerator that has no name becomes an empty text, which is none either: a rule says so.
template <class Value>
constexpr void emit_default(ast::builder& nodes, const Value& value) {
    Value::emit(nodes, value);
}

template <reflection::named_enum E>
constexpr void emit_default(ast::builder& nodes, const literal<E>& value) {
    for (const auto& each : reflection::enumerators<E>)
        if (each.value == value.value) return literal<E>::emit(nodes, value);
    nodes.leaf({.kind = ast::op::literal, .type = type_of<E>});
}

template <class Value>
struct default_option {
    Value value;

    constexpr void emit(ast::builder& nodes) const { emit_default(nodes, value); }
    template <class Take>
    constexpr void apply(column_def& column, Take&& take) const {
        column.default_value = take();
    }
};

struct default_guid_option {
    constexpr void emit(ast::builder& nodes) const {
        nodes.leaf({.kind = ast::op::random_guid, .type = type_of<guid>});
    }
    template <class Take>
    constexpr void apply(column_def& column, Take&& take) const {
        column.default_value = take();
        if (column.generated == generation::none) column.generated = generation::guid_v4;
    }
};

template <class Value>
struct computed_option {
    Value value;

    constexpr void emit(ast::builder& nodes) const { Value::emit(nodes, value); }
    template <class Take>
    constexpr void apply(column_def& column, Take&& take) const {
        column.computed = take();
    }
};

/// `column BETWEEN low AND high`.
template <class Condition>
struct range_option {
    Condition condition;

    constexpr void emit(ast::builder& nodes) const { Condition::emit(nodes, condition); }
    template <class Take>
    constexpr void apply(column_def& column, Take&& take) const {
        column.range = take();
    }
};

} // namespace detail
} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_CONTRADICTIONS_HPP
#define STOA_SCHEMA_CONTRADICTIONS_HPP

// What a definition can say once. Said again, the later word would replace the earlier one unseen.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/column.hpp"
#include "stoa/schema/naming_policy.hpp"
#include "stoa/schema/partition.hpp"
#include "stoa/schema/primary_key.hpp"
#include "stoa/types/columns.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace stoa::detail {

/// The subject of an item or option; `any` may be said as often as one likes.
enum class subject : std::uint8_t {
    any,
    primary_key,
    naming,
    comment,
    space,
    partitions,
    name,
    length,
    form,
    collation,
    range,
    values_name,
    length_name,
    range_name,
    generated,
    default_value,
    default_guid,
    computed,
};

template <class Said>
inline constexpr subject subject_of = subject::any;

template <generation G, class... C>
inline constexpr subject subject_of<primary_key_item<G, C...>> = subject::primary_key;
template <>
inline constexpr subject subject_of<naming_item> = subject::naming;
template <>
inline constexpr subject subject_of<comment_item> = subject::comment;
template <>
inline constexpr subject subject_of<namespace_item> = subject::space;
template <partition_strategy S, class C, class... P>
inline constexpr subject subject_of<partition_item<S, C, P...>> = subject::partitions;

template <>
inline constexpr subject subject_of<name_option> = subject::name;
template <>
inline constexpr subject subject_of<comment_option> = subject::comment;
template <>
inline constexpr subject subject_of<length_option> = subject::length;
template <>
inline constexpr subject subject_of<plain_json_option> = subject::form;
template <>
inline constexpr subject subject_of<collation_option> = subject::collation;
template <class C>
inline constexpr subject subject_of<range_option<C>> = subject::range;
template <>
inline constexpr subject subject_of<check_name_option<& column_def::values_name>> = subject::values_name;
template <>
inline constexpr subject subject_of<check_name_option<& column_def::length_name>> = subject::length_name;
template <>
inline constexpr subject subject_of<check_name_option<& column_def::range_name>> = subject::range_name;
template <generation G>
inline constexpr subject subject_of<generated_option<G>> = subject::generated;
template <class V>
inline constexpr subject subject_of<default_option<V>> = subject::default_value;
template <>
inline constexpr subject subject_of<default_guid_option> = subject::default_guid;
template <class V>
inline constexpr subject subject_of<computed_option<V>> = subject::computed;

/// Whether both cannot be: they are of one subject, or give a column its value in two ways. A guid that stoa makes can
/// have a default for other programs.
constexpr bool contradict(subject a, subject b) {
    if (a == subject::any || b == subject::any) return false;
    const auto gives = [](subject s) { return s >= subject::generated; };
    if (gives(a) && gives(b))
        return a == b || !((a == subject::generated && b == subject::default_guid) ||
                           (b == subject::generated && a == subject::default_guid));
    return a == b;
}

/// A subject, and the column it is about; `table` where it is the table.
struct statement_about {
    static constexpr std::size_t table = static_cast<std::size_t>(-1);

    std::size_t column = table;
    subject said = subject::any;
};

template <class Item>
struct sayings {
    static constexpr std::array<statement_about, 1> all{statement_about{statement_about::table, subject_of<Item>}};
};

template <class C, class... Options>
struct sayings<column_item<C, Options...>> {
    static constexpr std::array<statement_about, sizeof...(Options)> all{
        statement_about{C::index, subject_of<Options>}...};
};

/// What is said twice: the column, or `table`; empty where there is nothing.
template <class... Items>
inline constexpr statement_about said_twice = [] {
    std::array<statement_about, (std::size_t{0} + ... + sayings<Items>::all.size())> all{};
    std::size_t count = 0;
    [[maybe_unused]] const auto add = [&](const auto& some) {
        for (const statement_about& each : some) all[count++] = each;
    };
    (add(sayings<Items>::all), ...);
    for (std::size_t i = 0; i != count; ++i)
        for (std::size_t before = 0; before != i; ++before)
            if (all[i].column == all[before].column && contradict(all[before].said, all[i].said)) return all[i];
    return statement_about{};
}();

template <class Record, fixed_string Column, bool Twice>
struct require_one_word {
    static_assert(
        !Twice, "stoa[E333]: this definition says two things that cannot both be: a table has one primary_key, naming, "
                "comment, namespace and partitioning, and a column each of its options once, and its value from one "
                "place: generated, a default, or computed. Leave one of them out.");
    static constexpr bool value = true;
};

/// Whether nothing is said twice; does not compile where something is.
template <class Record, class... Items>
inline constexpr bool is_consistent = [] {
    constexpr statement_about twice = said_twice<Items...>;
    if constexpr (twice.said == subject::any || twice.column == statement_about::table) {
        return require_one_word<Record, fixed_string<0>{}, twice.said != subject::any>::value;
    } else {
        constexpr std::string_view name = column_name<Record, twice.column>;
        return require_one_word<Record, fixed_string<name.size()>::copy_of(name), true>::value;
    }
}();

} // namespace stoa::detail

#endif

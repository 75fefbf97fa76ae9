// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_SCRIPT_HPP
#define STOA_DDL_SCRIPT_HPP

// The scripts of a whole schema, as compile-time constants. Each table is rendered in a constant evaluation of its
// own and the texts are joined, which keeps large schemas below the step limits compilers put on one evaluation.

#include "stoa/core/text_sink.hpp"
#include "stoa/ddl/create.hpp"
#include "stoa/ddl/drop.hpp"
#include "stoa/ddl/view.hpp"
#include "stoa/schema/schema.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace stoa {

namespace detail {

template <class Dialect, const table_def& (*Table)(), existing Policy, key_set Later>
inline constexpr auto create_table_text =
    written_text<[](text_sink& out) { write_create<Dialect>(out, Table(), Policy, Later); }>;

/// What `Writer` writes where it is needed, else nothing, which costs a compiler less than to find that out by writing.
template <bool Needed, auto Writer>
constexpr const auto& text_if() {
    if constexpr (Needed)
        return written_text<Writer>;
    else
        return no_text;
}

/// Whether indexes need an extension before their tables are created.
template <class Schema, class Dialect>
inline constexpr bool needs_extension = [] {
    bool needed = false;
    if constexpr (!Dialect::trigram_extension.empty())
        for (const table_ref& table : Schema::tables)
            for (const index_def& index : table().indexes) needed = needed || index.method == index_method::trigram;
    return needed;
}();

template <class Schema, class Dialect>
inline constexpr const auto& extensions_text = text_if<needs_extension<Schema, Dialect>, [](text_sink& out) {
    out << "CREATE EXTENSION IF NOT EXISTS ";
    quote(out, Dialect::trigram_extension);
    out << ";\n";
}>();

/// The namespaces and types that tables need before they are created.
template <class Schema, class Dialect, existing Policy>
inline constexpr const auto& prologue_text =
    text_if<(Dialect::has_namespaces && !Schema::namespaces.empty()) ||
                (Dialect::has_enum_types && !Schema::enums.empty()),
            [](text_sink& out) {
                if constexpr (Dialect::has_namespaces) {
                    for (std::string_view each : Schema::namespaces) {
                        out << "CREATE SCHEMA IF NOT EXISTS ";
                        quote(out, each);
                        out << ";\n";
                    }
                }
                if constexpr (Dialect::has_enum_types)
                    for (const enum_def& each : Schema::enums)
                        Dialect::write_create_enum(out, each, Policy == existing::keep);
            }>();

template <class Schema, class Dialect, existing Policy>
inline constexpr const auto& later_keys_text = text_if<Schema::has_forward_keys, [](text_sink& out) {
    for (std::size_t i = 0; i != Schema::size; ++i)
        write_later_keys<Dialect>(out, Schema::tables[i](), Policy, Schema::forward_keys[i]);
}>();

template <std::size_t Size, std::size_t N>
constexpr static_text<Size> join(const std::array<std::string_view, N>& parts) {
    static_text<Size> whole;
    std::size_t at = 0;
    for (std::string_view part : parts)
        for (std::size_t i = 0; i != part.size(); ++i) whole.data[at++] = part[i];
    return whole;
}

template <const auto& Parts>
inline constexpr auto joined_text = [] {
    constexpr std::size_t size = [] {
        std::size_t total = 0;
        for (std::string_view part : Parts) total += part.size();
        return total;
    }();
    return join<size>(Parts);
}();

template <class Schema, class Dialect, existing Policy>
inline constexpr auto create_parts = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, sizeof...(I) + 3>{
        extensions_text<Schema, Dialect>.view(), prologue_text<Schema, Dialect, Policy>.view(),
        create_table_text<Dialect, Schema::tables[I].get, Policy, Schema::forward_keys[I]>.view()...,
        later_keys_text<Schema, Dialect, Policy>.view()};
}(std::make_index_sequence<Schema::size>{});

/// An index by its place in a schema.
struct index_place {
    std::size_t table;
    std::size_t index;
};

template <class Schema>
inline constexpr auto concurrent_indexes = [] {
    const auto visit = [](auto use) {
        for (std::size_t table = 0; table != Schema::size; ++table)
            for (std::size_t index = 0; index != Schema::tables[table]().indexes.size(); ++index)
                if (Schema::tables[table]().indexes[index].concurrent) use(index_place{table, index});
    };
    constexpr std::size_t count = [&] {
        std::size_t n = 0;
        visit([&](index_place) { ++n; });
        return n;
    }();
    std::array<index_place, count> places{};
    std::size_t n = 0;
    visit([&](index_place place) { places[n++] = place; });
    return places;
}();

template <class Schema, class Dialect, std::size_t N>
inline constexpr auto drop_invalid_text = written_text<[](text_sink& out) {
    constexpr index_place place = concurrent_indexes<Schema>[N];
    const table_def& table = Schema::tables[place.table]();
    Dialect::write_drop_invalid_index(out, table, table.indexes[place.index].name);
}>;

template <class Schema, class Dialect, std::size_t N>
inline constexpr auto concurrent_index_text = written_text<[](text_sink& out) {
    constexpr index_place place = concurrent_indexes<Schema>[N];
    const table_def& table = Schema::tables[place.table]();
    write_create_index_concurrently<Dialect>(out, table, table.indexes[place.index]);
}>;

/// One statement each, since together they would be a transaction; some are empty.
template <class Schema, class Dialect>
inline constexpr auto concurrent_index_parts = []<std::size_t... N>(std::index_sequence<N...>) {
    std::array<std::string_view, 1 + 2 * sizeof...(N)> parts{};
    if constexpr (sizeof...(N) != 0) parts[0] = extensions_text<Schema, Dialect>.view();
    ((parts[2 * N + 1] = drop_invalid_text<Schema, Dialect, N>.view(),
      parts[2 * N + 2] = concurrent_index_text<Schema, Dialect, N>.view()),
     ...);
    return parts;
}(std::make_index_sequence<concurrent_indexes<Schema>.size()>{});

template <class Schema, class Dialect>
inline constexpr auto drop_text = written_text<[](text_sink& out) {
    write_drop_tables<Dialect>(out, Schema::tables, Schema::forward_keys);
    write_drop_enums<Dialect>(out, Schema::enums);
}>;

template <class Schema, class Dialect>
inline constexpr std::array<std::string_view, 1> drop_parts{drop_text<Schema, Dialect>.view()};

} // namespace detail

/// The script that creates all tables, views and indexes of `Schema`, a `stoa::schema<...>`, in `Dialect`. It fails
/// where one of them exists. Example: static_assert(stoa::ddl<library, stoa::dialect::postgres>.starts_with("CREATE
/// TABLE"));
template <class Schema, class Dialect>
inline constexpr std::string_view ddl =
    detail::joined_text<detail::create_parts<Schema, Dialect, existing::fail>>.view();

/// The same, leaving alone what exists.
template <class Schema, class Dialect>
inline constexpr std::string_view ddl_if_missing =
    detail::joined_text<detail::create_parts<Schema, Dialect, existing::keep>>.view();

/// The script that creates the indexes of `Schema` that are `concurrently()` and do not exist, for tables that do. Its
/// statements run one by one, outside of any transaction.
template <class Schema, class Dialect>
inline constexpr std::string_view concurrent_index_ddl =
    detail::joined_text<detail::concurrent_index_parts<Schema, Dialect>>.view();

/// The script that drops all tables and views of `Schema` that exist, those first that reference or read others, and
/// their enumeration types. Namespaces stay.
template <class Schema, class Dialect>
inline constexpr std::string_view drop_ddl = detail::drop_text<Schema, Dialect>.view();

} // namespace stoa

#endif

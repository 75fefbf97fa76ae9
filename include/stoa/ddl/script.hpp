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

template <class Schema, class Dialect, existing Policy>
inline constexpr auto later_keys_text = written_text<[](text_sink& out) {
    for (std::size_t i = 0; i != Schema::size; ++i)
        write_later_keys<Dialect>(out, Schema::tables[i](), Policy, Schema::forward_keys[i]);
}>;

template <std::size_t Size, std::size_t N>
constexpr static_text<Size> join(const std::array<std::string_view, N>& parts) {
    static_text<Size> whole;
    std::size_t at = 0;
    for (std::string_view part : parts)
        for (std::size_t i = 0; i != part.size(); ++i) whole.data[at++] = part[i];
    return whole;
}

template <class Schema, class Dialect, existing Policy>
inline constexpr auto create_text = [] {
    constexpr auto parts = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array<std::string_view, sizeof...(I) + 1>{
            create_table_text<Dialect, Schema::tables[I].get, Policy, Schema::forward_keys[I]>.view()...,
            later_keys_text<Schema, Dialect, Policy>.view()};
    }(std::make_index_sequence<Schema::size>{});
    constexpr std::size_t size = [&] {
        std::size_t total = 0;
        for (std::string_view part : parts) total += part.size();
        return total;
    }();
    return join<size>(parts);
}();

template <class Schema, class Dialect>
inline constexpr auto drop_text = written_text<[](text_sink& out) {
    write_break_cycles<Dialect>(out, Schema::tables, Schema::forward_keys);
    for (std::size_t i = Schema::size; i != 0; --i) write_drop<Dialect>(out, Schema::tables[i - 1]());
}>;

} // namespace detail

/// The script that creates all tables, views and indexes of `Schema`, a `stoa::schema<...>`, in `Dialect`. It fails
/// where one of them exists. Example: static_assert(stoa::ddl<library, stoa::dialect::postgres>.starts_with("CREATE
/// TABLE"));
template <class Schema, class Dialect>
inline constexpr std::string_view ddl = detail::create_text<Schema, Dialect, existing::fail>.view();

/// The same, leaving alone what exists.
template <class Schema, class Dialect>
inline constexpr std::string_view ddl_if_missing = detail::create_text<Schema, Dialect, existing::keep>.view();

/// The script that drops all tables and views of `Schema` that exist, those first that reference or read others.
template <class Schema, class Dialect>
inline constexpr std::string_view drop_ddl = detail::drop_text<Schema, Dialect>.view();

} // namespace stoa

#endif

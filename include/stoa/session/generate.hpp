// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_GENERATE_HPP
#define STOA_SESSION_GENERATE_HPP

// Fills the generated fields of a record before it is sent, so that both databases store the same values and the
// caller has them without asking again.

#include "stoa/schema/table.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/guid_generator.hpp"
#include "stoa/types/mapping.hpp"

#include <chrono>
#include <concepts>
#include <cstddef>
#include <type_traits>

namespace stoa::detail {

/// Makes a value for an empty field; of a stored type by way of what it is stored as.
template <generation Generation, class T>
void generate(T& value) {
    if constexpr (stored_mapping<T>) {
        auto stored = typename mapping<T>::stored_type(mapping<T>::store(value));
        generate<Generation>(stored);
        value = mapping<T>::load(std::move(stored));
    } else if constexpr (std::same_as<T, guid>) {
        if (value.is_nil()) value = Generation == generation::guid_v4 ? make_guid_v4() : make_guid_v7();
    } else {
        static_assert(std::same_as<T, timestamp>);
        if (value == timestamp{}) value = std::chrono::floor<timestamp::duration>(std::chrono::system_clock::now());
    }
}

constexpr bool is_generated_here(generation how) {
    return how != generation::none && how != generation::identity;
}

/// Whether the program makes a value of the record before it is stored.
template <class Record>
inline constexpr bool has_generated_fields = [] {
    for (const column_def& column : table_of<Record>().columns)
        if (is_generated_here(column.generated)) return true;
    return false;
}();

template <std::size_t Column, class Record>
void generate_field(Record& record) {
    constexpr generation how = table_of<Record>().columns[Column].generated;
    if constexpr (is_generated_here(how)) generate<how>(column_field<Column>(record));
}

/// Fills guids and times; identities are the database's business.
template <class Record>
void generate_fields(Record& record) {
    if constexpr (has_generated_fields<Record>)
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (generate_field<I>(record), ...);
        }(std::make_index_sequence<column_count<Record>>{});
}

/// Whether an identity field is still empty.
template <class T>
bool is_empty_identity(const T& value) {
    if constexpr (stored_mapping<T>)
        return is_empty_identity(typename mapping<T>::stored_type(mapping<T>::store(value)));
    else
        return value == T{};
}

} // namespace stoa::detail

#endif

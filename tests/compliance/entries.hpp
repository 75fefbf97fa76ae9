// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_ENTRIES_HPP
#define STOA_TESTS_COMPLIANCE_ENTRIES_HPP

// A table with a column of every type that is compared in a way of its own.

#include "stoa/stoa.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entries {

enum class level { low, high, medium };

struct entry {
    std::int64_t id;
    stoa::guid key;
    std::string name; // the case of letters is ignored
    std::string exact;
    std::optional<std::int32_t> rank;
    level grade; // an enumeration type, in another order than that of the names
    stoa::decimal<9, 2> amount;
    stoa::bytes data;
    stoa::timestamp at;
    stoa::date day;
    double weight;
};

} // namespace entries

template <>
inline constexpr std::string_view stoa::native_enum<entries::level> = "entry_level";

template <>
inline constexpr auto stoa::table<entries::entry> =
    stoa::define<entries::entry>("entries", primary_key(col<&entries::entry::id>), unique(col<&entries::entry::key>),
                                 column(col<&entries::entry::name>).collate(case_insensitive),
                                 index(col<&entries::entry::at>, col<&entries::entry::id>).named("ix_entries_at"));

namespace entries {

using stoa::col;

using tables = stoa::schema<entry>;

constexpr auto id = col<&entry::id>;
constexpr auto key = col<&entry::key>;
constexpr auto name = col<&entry::name>;
constexpr auto exact = col<&entry::exact>;
constexpr auto rank = col<&entry::rank>;
constexpr auto grade = col<&entry::grade>;
constexpr auto amount = col<&entry::amount>;
constexpr auto data = col<&entry::data>;
constexpr auto at = col<&entry::at>;
constexpr auto day = col<&entry::day>;
constexpr auto weight = col<&entry::weight>;

inline stoa::guid guid_number(unsigned n) {
    char text[] = "00000000-0000-4000-8000-000000000000";
    for (char* digit = text + 35; n != 0; n /= 16) *digit-- = "0123456789abcdef"[n % 16];
    return stoa::guid::from_string(text);
}

} // namespace entries

#endif

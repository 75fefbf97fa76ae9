// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_ARRAYS_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_ARRAYS_HPP

// Array columns of every element type, behind tests/golden/<dialect>/arrays.sql; see golden.hpp.

#include "golden.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace golden::arrays {

enum class color { red, green };
using person_id = stoa::strong_id<struct person>;

struct shelf {
    std::int64_t id;
    std::vector<std::string> tags;
    std::vector<bool> flags;
    std::vector<std::uint8_t> octets;
    std::vector<std::int16_t> small;
    std::vector<std::int32_t> medium;
    std::vector<std::int64_t> large;
    std::vector<float> single;
    std::vector<double> real;
    std::vector<stoa::guid> keys;
    std::vector<stoa::timestamp> moments;
    std::vector<stoa::date> days;
    std::vector<stoa::decimal<10, 2>> prices;
    std::vector<color> colors;
    std::vector<person_id> readers;
    std::optional<std::vector<std::string>> maybe;
};

} // namespace golden::arrays

template <>
inline constexpr auto stoa::table<golden::arrays::shelf> = stoa::define<golden::arrays::shelf>(
    "shelves", column(col<&golden::arrays::shelf::tags>).default_(empty_array),
    column(col<&golden::arrays::shelf::maybe>).default_(empty_array), primary_key(col<&golden::arrays::shelf::id>),
    check(cardinality(col<&golden::arrays::shelf::tags>) <= 10), index(col<&golden::arrays::shelf::tags>).using_(gin),
    index(cardinality(col<&golden::arrays::shelf::tags>)).named("by_size"));

namespace golden {

using shelves = stoa::schema<arrays::shelf>;

inline std::vector<script> array_scripts() {
    std::vector<script> all;
    detail::add<shelves>(all, "arrays");
    return all;
}

} // namespace golden

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_DOCUMENTS_HPP
#define STOA_TESTS_COMPILE_DOCUMENTS_HPP

// A record with a document of every shape for the compile tests.

#include "stoa/stoa.hpp"
#include "stoa/types/json.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace app {

using stoa::at, stoa::key, stoa::col, stoa::from, stoa::update;

struct size {
    double width;
    double height;
};

struct chapter {
    std::string title;
};

struct book_meta {
    std::int32_t pages;
    std::optional<size> dimensions;
    std::vector<std::string> tags;
    std::vector<chapter> chapters;
    std::vector<stoa::guid> owners;
    std::map<std::string, std::string> titles;
    std::array<std::int32_t, 2> range;
};

struct book {
    std::int64_t id;
    std::string title;
    stoa::json<book_meta> meta;
    std::optional<stoa::json_document> note;
    std::vector<std::string> lists;
};

struct person {
    std::int64_t id;
    stoa::json<book_meta> likes;
};

/// Whether the statement is well formed.
template <class Statement>
constexpr bool compiles(const Statement&) {
    return stoa::detail::is_well_formed<Statement>;
}

/// The same of a statement whose values need memory.
template <class Statement>
inline constexpr bool compiles_as = stoa::detail::is_well_formed<std::remove_cvref_t<Statement>>;

} // namespace app

#endif

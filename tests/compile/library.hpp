// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_LIBRARY_HPP
#define STOA_TESTS_COMPILE_LIBRARY_HPP

// Tables for the compile tests: a book has an author, a loan two people, a shelf stands alone.

#include "stoa/dialect/all.hpp"
#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/window.hpp"
#include "stoa/query/delete.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/query/subquery.hpp"
#include "stoa/query/update.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace app {

using stoa::col, stoa::from;

enum class format { hardcover, paperback, ebook };

struct author {
    stoa::guid id;
    std::string name;
    std::optional<std::string> motto;
};

struct book {
    stoa::guid id;
    stoa::guid author_id;
    std::string title;
    format kind;
    std::int32_t pages;
    std::optional<std::int32_t> year;
    stoa::decimal<10, 2> price;
    stoa::decimal<10, 3> weight;
    stoa::json_document notes;
    stoa::timestamp bought_at;
    bool lent;
};

struct loan {
    std::int64_t id;
    stoa::guid lender_id;
    stoa::guid borrower_id;
};

struct shelf {
    std::int32_t room;
    std::int32_t number;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", primary_key(col<&app::book::id>).generated(guid_v7),
                            foreign_key(col<&app::book::author_id>).references(col<&app::author::id>));

template <>
inline constexpr auto stoa::table<app::loan> =
    stoa::define<app::loan>("loans", primary_key(col<&app::loan::id>).generated(identity),
                            foreign_key(col<&app::loan::lender_id>).references(col<&app::author::id>),
                            foreign_key(col<&app::loan::borrower_id>).references(col<&app::author::id>));

namespace app {

/// The text of a statement, which is made, and checked, where it is first asked for; and what its rows are read into.
constexpr bool compiles(const auto& statement) {
    if constexpr (stoa::query<decltype(statement)>)
        static_assert(sizeof(std::type_identity<stoa::row_t<decltype(statement)>>) != 0);
    return !stoa::sql_of<stoa::dialect::postgres>(statement).empty();
}

} // namespace app

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_BOOKSHOP_HPP
#define STOA_TESTS_SUPPORT_BOOKSHOP_HPP

// The tables of query tests: authors with books, copies of books with a key of two columns, and customers that
// the database counts.

#include "stoa/stoa.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace bookshop {

using stoa::col;

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
    std::optional<std::int16_t> year;
    stoa::decimal<10, 2> price;
    double weight;
    stoa::timestamp printed_at;
    bool sold_out;
};

struct copy {
    stoa::guid book_id;
    std::int32_t number;
    std::string shelf;
};

/// Lent copies; the foreign key has two columns.
struct loan {
    std::int64_t id;
    stoa::guid book_id;
    std::int32_t copy_number;
    std::int64_t customer_id;
};

struct customer {
    std::int64_t id;
    std::string mail;
    std::string name;
};

/// Nothing but a key.
struct keyword {
    std::string word;
};

} // namespace bookshop

template <>
inline constexpr auto stoa::table<bookshop::author> = stoa::define<bookshop::author>(
    "authors", primary_key(col<&bookshop::author::id>).generated(guid_v7), unique(col<&bookshop::author::name>));

template <>
inline constexpr auto stoa::table<bookshop::book> =
    stoa::define<bookshop::book>("books", primary_key(col<&bookshop::book::id>).generated(guid_v7),
                                 foreign_key(col<&bookshop::book::author_id>).references(col<&bookshop::author::id>),
                                 column(col<&bookshop::book::printed_at>).default_(now()));

template <>
inline constexpr auto stoa::table<bookshop::copy> =
    stoa::define<bookshop::copy>("copies", primary_key(col<&bookshop::copy::book_id>, col<&bookshop::copy::number>),
                                 foreign_key(col<&bookshop::copy::book_id>).references(col<&bookshop::book::id>));

template <>
inline constexpr auto stoa::table<bookshop::loan> = stoa::define<bookshop::loan>(
    "loans", primary_key(col<&bookshop::loan::id>).generated(identity),
    foreign_key(col<&bookshop::loan::book_id>, col<&bookshop::loan::copy_number>)
        .references(col<&bookshop::copy::book_id>, col<&bookshop::copy::number>),
    foreign_key(col<&bookshop::loan::customer_id>).references(col<&bookshop::customer::id>));

template <>
inline constexpr auto stoa::table<bookshop::customer> = stoa::define<bookshop::customer>(
    "customers", primary_key(col<&bookshop::customer::id>).generated(identity), unique(col<&bookshop::customer::mail>));

template <>
inline constexpr auto stoa::table<bookshop::keyword> =
    stoa::define<bookshop::keyword>("keywords", primary_key(col<&bookshop::keyword::word>));

#endif

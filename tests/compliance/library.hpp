// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_LIBRARY_HPP
#define STOA_TESTS_COMPLIANCE_LIBRARY_HPP

// Three related tables with a few rows: authors, their books, and who borrowed which.

#include "databases.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace library {

struct author {
    std::int64_t id;
    std::string name;
    std::optional<std::string> country;
};

struct book {
    std::int64_t id;
    std::int64_t author_id;
    std::string title;
    int pages;
    stoa::decimal<8, 2> price;
};

struct loan {
    std::int64_t book_id;
    std::string reader;
    std::optional<int> days;
};

} // namespace library

template <>
inline constexpr auto stoa::table<library::author> = stoa::define<library::author>(
    "authors", stoa::primary_key(stoa::col<&library::author::id>).generated(stoa::identity));
template <>
inline constexpr auto stoa::table<library::book> = stoa::define<library::book>(
    "books", stoa::primary_key(stoa::col<&library::book::id>).generated(stoa::identity),
    stoa::foreign_key(stoa::col<&library::book::author_id>).references(stoa::col<&library::author::id>));
template <>
inline constexpr auto stoa::table<library::loan> = stoa::define<library::loan>(
    "loans", stoa::primary_key(stoa::col<&library::loan::book_id>, stoa::col<&library::loan::reader>),
    stoa::foreign_key(stoa::col<&library::loan::book_id>).references(stoa::col<&library::book::id>));

namespace library {

using money = stoa::decimal<8, 2>;

/// A database with three authors, one of them without books, four books and three loans.
struct filled : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<loan, book, author>>();
        for (const author& each : {author{1, "Ann", "AT"}, author{2, "Bob", {}}, author{3, "Cid", "CH"}})
            db().insert(each);
        db().insert(book{10, 1, "Alpha", 100, money("10.00")});
        db().insert(book{11, 1, "Beta", 250, money("0.50")});
        db().insert(book{12, 2, "Gamma", 100, money("7.25")});
        db().insert(book{13, 2, "Delta", 300, money("1.25")});
        for (const loan& each : {loan{10, "Rita", 14}, loan{10, "Sam", {}}, loan{12, "Rita", 7}}) db().insert(each);
    }
};

} // namespace library

#endif

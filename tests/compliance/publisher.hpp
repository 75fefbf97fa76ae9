// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_PUBLISHER_HPP
#define STOA_TESTS_COMPLIANCE_PUBLISHER_HPP

// The tables of library.hpp with views over them: of one table, of a join, of a view, and two that keep their rows.

#include "library.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace publisher {

using library::author, library::book, library::loan, library::money;

/// The books of each author who has some.
struct author_total {
    std::int64_t author_id;
    std::int64_t books;
    std::optional<stoa::decimal<18, 2>> worth;

    friend bool operator==(const author_total&, const author_total&) = default;
};

/// A join, with names of its own.
struct title {
    std::int64_t id;
    std::string book_title;
    std::string authorName;
    std::optional<std::string> country;
};

/// A view of a view.
struct busy_author {
    std::int64_t author_id;
    std::int64_t books;
};

/// Keeps its rows.
struct kept_total {
    std::int64_t author_id;
    std::int64_t books;
    std::optional<stoa::decimal<18, 2>> worth;

    friend bool operator==(const kept_total&, const kept_total&) = default;
};

/// Keeps rows of a view, and has nothing that tells them apart.
struct kept_title {
    std::string book_title;
    int pages;
};

} // namespace publisher

// clang-format off
template <>
inline constexpr auto stoa::table<publisher::author_total> = stoa::view<publisher::author_total>("author_totals",
    from<publisher::book>()
        .group_by(col<&publisher::book::author_id>)
        .select(col<&publisher::book::author_id>, count(), sum(col<&publisher::book::price>)),
    primary_key(col<&publisher::author_total::author_id>),
    column(col<&publisher::author_total::worth>).comment("all prices"),
    comment("what an author's books cost"));

template <>
inline constexpr auto stoa::table<publisher::title> = stoa::view<publisher::title>("titles of \"books\"",
    from<publisher::book>().join<publisher::author>()
        .where(col<&publisher::book::title> != "it's" && col<&publisher::book::price> > library::money("0.50"))
        .select(col<&publisher::book::id>, col<&publisher::book::title>, col<&publisher::author::name>,
                col<&publisher::author::country>),
    naming(snake_case),
    column(col<&publisher::title::book_title>).named("Title"));

template <>
inline constexpr auto stoa::table<publisher::busy_author> = stoa::view<publisher::busy_author>("busy_authors",
    from<publisher::author_total>().where(col<&publisher::author_total::books> > 1)
        .select(col<&publisher::author_total::author_id>, col<&publisher::author_total::books>));

template <>
inline constexpr auto stoa::table<publisher::kept_total> = stoa::materialized_view<publisher::kept_total>("kept_totals",
    from<publisher::author_total>(),
    primary_key(col<&publisher::kept_total::author_id>),
    index(desc(col<&publisher::kept_total::books>), col<&publisher::kept_total::worth>),
    index(col<&publisher::kept_total::worth>).where(col<&publisher::kept_total::books> > 1).named("ix_many"),
    comment("totals of last night"));

template <>
inline constexpr auto stoa::table<publisher::kept_title> = stoa::materialized_view<publisher::kept_title>("kept_titles",
    from<publisher::book>()
        .where(col<&publisher::book::title>.like("%a"))
        .order_by(desc(col<&publisher::book::pages>)).limit(3)
        .select(col<&publisher::book::title>, col<&publisher::book::pages>));
// clang-format on

namespace publisher {

/// What reads comes first, so that creating must sort.
using views = stoa::schema<kept_title, kept_total, busy_author, author_total, title, loan, book, author>;

/// An empty database with tables and views.
struct empty : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<views>();
    }

    void add_books() {
        for (const author& each : {author{1, "Ann", "AT"}, author{2, "Bob", {}}, author{3, "Cid", "CH"}})
            db().insert(each);
        db().insert(book{10, 1, "Alpha", 100, money("10.00")});
        db().insert(book{11, 1, "Beta", 250, money("0.50")});
        db().insert(book{12, 2, "it's", 100, money("7.25")});
    }
};

} // namespace publisher

#endif

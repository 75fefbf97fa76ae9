// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_RELATIONS_HPP
#define STOA_TESTS_COMPLIANCE_RELATIONS_HPP

// Tables for tests of relations: authors with books and awards, books with reviews; employees, who have a boss.

#include "counting.hpp"
#include "databases.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace relations {

struct author {
    stoa::guid id;
    std::string name;
};

struct book {
    stoa::guid id;
    stoa::guid author_id;
    std::optional<stoa::guid> translator_id;
    std::string title;
};

struct review {
    std::int64_t id;
    stoa::guid book_id;
    std::int32_t stars;
};

struct award {
    std::int64_t id;
    stoa::guid author_id;
    std::string name;
};

struct employee {
    std::int64_t id;
    std::optional<std::int64_t> boss_id;
    std::string name;
};

} // namespace relations

template <>
inline constexpr auto stoa::table<relations::book> = stoa::define<relations::book>(
    "books", primary_key(col<&relations::book::id>).generated(guid_v7),
    foreign_key(col<&relations::book::author_id>).references(col<&relations::author::id>).on_delete(stoa::cascade),
    foreign_key(col<&relations::book::translator_id>).references(col<&relations::author::id>));

template <>
inline constexpr auto stoa::table<relations::review> = stoa::define<relations::review>(
    "reviews", primary_key(col<&relations::review::id>).generated(identity),
    foreign_key(col<&relations::review::book_id>).references(col<&relations::book::id>).on_delete(stoa::cascade));

template <>
inline constexpr auto stoa::table<relations::award> = stoa::define<relations::award>(
    "awards", primary_key(col<&relations::award::id>).generated(identity),
    foreign_key(col<&relations::award::author_id>).references(col<&relations::author::id>));

template <>
inline constexpr auto stoa::table<relations::employee> = stoa::define<relations::employee>(
    "employees", primary_key(col<&relations::employee::id>),
    foreign_key(col<&relations::employee::boss_id>).references(col<&relations::employee::id>));

namespace relations {

using stoa::col, stoa::from, stoa::with, stoa::desc;
using texts = std::vector<std::string>;

struct related_records : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<author, book, review, award, employee>>();
        counted_ = std::make_unique<stoa_test::counted_session>(db());
    }
    void TearDown() override {
        counted_.reset();
        databases::TearDown();
    }

    stoa_test::counted_session& counted() { return *counted_; }

    /// Jane wrote Emma (two reviews) and Persuasion, which Mary translated; Mary wrote Frankenstein (one review) and
    /// has an award; Ann wrote nothing.
    void fill() {
        jane = db().insert(author{{}, "Jane"});
        mary = db().insert(author{{}, "Mary"});
        ann = db().insert(author{{}, "Ann"});
        const book emma = db().insert(book{{}, jane.id, {}, "Emma"});
        db().insert(book{{}, jane.id, mary.id, "Persuasion"});
        const book frankenstein = db().insert(book{{}, mary.id, {}, "Frankenstein"});
        db().insert(review{0, emma.id, 5});
        db().insert(review{0, frankenstein.id, 4});
        db().insert(review{0, emma.id, 3});
        db().insert(award{0, mary.id, "Prize"});
    }

    static texts titles(const std::vector<book>& books) {
        texts all;
        for (const book& each : books) all.push_back(each.title);
        return all;
    }

    author jane, mary, ann;

private:
    std::unique_ptr<stoa_test::counted_session> counted_;
};

} // namespace relations

#endif

// SPDX-License-Identifier: BSL-1.0
// Random records are what their tables accept, on every database.

#include "stoa/postgres.hpp"
#include "stoa/sqlite.hpp"
#include "stoa/testing/each_database.hpp"
#include "stoa/testing/record_maker.hpp"

#include "bookshop.hpp"
#include "failure.hpp"
#include "golden.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace narrow {

using stoa::col;

enum class step { one, two };

struct entry {
    std::uint8_t number;
    step at;
    std::string code;
    std::optional<std::int32_t> more;
    stoa::decimal<6, 3> share;
    stoa::json_document note;
    std::vector<std::int32_t> marks;
    std::string shout;
};

} // namespace narrow

template <>
inline constexpr auto stoa::table<narrow::entry> =
    stoa::define<narrow::entry>("entries", primary_key(col<&narrow::entry::number>, col<&narrow::entry::at>),
                                column(col<&narrow::entry::code>).max_length(3),
                                column(col<&narrow::entry::share>).range(decimal<6, 3>("0"), decimal<6, 3>("1")),
                                check(col<&narrow::entry::more>.is_null() ||
                                      (col<&narrow::entry::more> > 5000 && col<&narrow::entry::more> != 5001)),
                                check(upper(col<&narrow::entry::code>) != "none"));

namespace {

using stoa::testing::each_database, stoa::testing::record_maker;

TEST(record_maker, fills_tables_that_reference_one_another) {
    using namespace bookshop;
    each_database<stoa::schema<author, book, bookshop::copy, customer, loan>>([](auto& db) {
        record_maker make(7);
        const auto authors = make.insert<author>(db, 5);
        make.insert<book>(db, 10, [](book& b) { b.title = "Dune"; });
        make.insert<bookshop::copy>(db, 20);
        make.insert<customer>(db, 5);
        make.insert<loan>(db, 10);
        EXPECT_EQ(db.all(stoa::from<loan>()).size(), 10U);
        std::set<stoa::guid> used;
        for (const book& each : db.all(stoa::from<book>())) {
            used.insert(each.author_id);
            EXPECT_EQ(each.title, "Dune");
        }
        EXPECT_GT(used.size(), 1U);
        EXPECT_FALSE(authors[0].id.is_nil());
    });
}

TEST(record_maker, keeps_to_checks_ranges_lengths_and_keys) {
    each_database<stoa::schema<golden::checks::product, narrow::entry>>([](auto& db) {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            record_maker make(seed);
            make.insert<golden::checks::product>(db, 20);
            make.insert<narrow::entry>(db, 40);
            db.execute("DELETE FROM products; DELETE FROM entries");
        }
    });
}

TEST(record_maker, makes_the_same_records_of_the_same_seed) {
    const auto texts = [](std::uint64_t seed) {
        record_maker make(seed);
        std::string text;
        for (const auto& each : make.many<narrow::entry>(20)) text += to_string(stoa::testing::values_of(each)) + "\n";
        return text;
    };
    EXPECT_EQ(texts(5), texts(5));
    EXPECT_NE(texts(5), texts(6));
    EXPECT_TRUE(texts(5).starts_with("(")) << texts(5);
}

TEST(record_maker, says_what_it_cannot_make) {
    record_maker make(1);
    const auto parentless = stoa_test::failure_of([&] { make.make<bookshop::book>(); });
    EXPECT_TRUE(stoa_test::says(parentless, "\"books\" references one of \"authors\", and none is known. Insert"))
        << parentless.what();
    make.remember(bookshop::author{stoa::make_guid_v7(), "Ada", {}});
    EXPECT_NO_THROW(make.make<bookshop::book>());
    EXPECT_NO_THROW(make.many<bookshop::keyword>(3, [n = 0](auto& k) mutable { k.word = std::to_string(n++); }));
    const auto again = [&] { make.many<bookshop::keyword>(2, [](auto& k) { k.word = "same"; }); };
    const auto full = stoa_test::failure_of(again);
    EXPECT_TRUE(stoa_test::says(full, "pk_keywords refuses all values")) << full.what();
    const auto checked = stoa_test::failure_of([&] { make.make<narrow::entry>([](auto& e) { e.more = 5001; }); });
    EXPECT_TRUE(stoa_test::says(checked, "ck_entries_more refuses all values")) << checked.what();
}

} // namespace

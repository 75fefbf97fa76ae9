// SPDX-License-Identifier: BSL-1.0
// Indexes for parts of texts, and indexes that are built while others write: where there are none such, nothing but
// speed is missing.

#include "databases.hpp"
#include "failure.hpp"
#include "finders.hpp"

#include "stoa/inspect/verify.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace column_indexes {

using finders::person, finders::people;
using stoa::col, stoa::from;

struct indexes_of_texts : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        allow_trigrams();
        db().create<people>();
    }

    std::vector<std::string> found(const std::string& pattern) {
        return db().all(from<person>()
                            .where(col<&person::town>.like(pattern))
                            .order_by(col<&person::id>)
                            .select(col<&person::name>));
    }
};

TEST_P(indexes_of_texts, find_the_same_as_without) {
    db().insert(person{0, "Ann", "ann", "Hamburg"});
    db().insert(person{0, "Bob", "bob", "Magdeburg"});
    db().insert(person{0, "Cid", "cid", "hamBURG"});
    EXPECT_EQ(found("%burg%"), (std::vector<std::string>{"Ann", "Bob"}));
    EXPECT_EQ(found("Ham%"), (std::vector<std::string>{"Ann"}));
    EXPECT_EQ(db().all(finders::beginning).size(), 1U);
    EXPECT_EQ(db().all(finders::exact_beginning).size(), 0U);
}

TEST_P(indexes_of_texts, are_read_back_as_defined) {
    EXPECT_EQ(stoa::verify<people>(db()), std::vector<stoa::difference>{});
}

TEST_P(indexes_of_texts, are_left_alone_where_they_exist) {
    db().create_if_missing<people>();
    db().create_indexes_concurrently<people>();
    EXPECT_EQ(stoa::verify<people>(db()), std::vector<stoa::difference>{});
}

TEST_P(indexes_of_texts, are_built_later_outside_of_a_transaction) {
    db().execute("DROP INDEX IF EXISTS by_part");
    const stoa::error refusal = stoa_test::failure_of<stoa::statement_error>(
        [&] { db().transaction([&] { db().create_indexes_concurrently<people>(); }); });
    EXPECT_EQ(refusal.code(), stoa::errc::usage);
    db().create_indexes_concurrently<people>();
    EXPECT_EQ(stoa::verify<people>(db()), std::vector<stoa::difference>{});
}

STOA_TEST_ON_EVERY_DATABASE(indexes_of_texts);

} // namespace column_indexes

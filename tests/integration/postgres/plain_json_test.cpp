// SPDX-License-Identifier: BSL-1.0
// The type json beside jsonb: what is stored, what is told apart, and the indexes over members that are used.

#include "databases.hpp"
#include "golden_json.hpp"

#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <string>

namespace postgres_plain_json {

using namespace golden::vocabulary_json;
using stoa::col;
using schema = stoa::schema<book>;

struct plain_json : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<schema>();
    }

    std::string differences() {
        std::string text;
        for (const stoa::difference& each : stoa::verify<schema>(db())) text += to_string(each) + '\n';
        return text;
    }
};

TEST_P(plain_json, is_told_from_jsonb) {
    EXPECT_EQ(differences(), "");
    db().execute(R"(ALTER TABLE books ALTER notes TYPE jsonb)");
    EXPECT_EQ(differences(), "table \"books\", column \"notes\": type jsonb, wanted json\n");
    db().execute(R"(ALTER TABLE books ALTER notes TYPE json, ALTER "first" TYPE json)");
    const std::string found = differences();
    EXPECT_EQ(found.substr(0, found.find('\n')), "table \"books\", column \"first\": type json, wanted jsonb");
}

TEST_P(plain_json, keeps_the_text_that_was_sent) {
    db().insert(book{1, book_meta{1, "en", {}}, {}, book_meta{2, "de", {}}, stoa::json_document::parse("[1, 2]"), {}});
    // Written by another program, in a form of its own.
    db().execute(R"(UPDATE books SET notes = '{"b":  1e2, "a": 1, "a": 2}')");
    EXPECT_EQ(db().find<book>(std::int64_t{1})->notes->text(), R"({"a":2,"b":100})");
    EXPECT_EQ(db().one(stoa::from<book>()
                           .where(stoa::json_value<int, "b">(col<&book::notes>) == 100)
                           .select(stoa::json_value<int, "a">(col<&book::notes>))),
              2);
}

INSTANTIATE_TEST_SUITE_P(on, plain_json, testing::Values(stoa_test::kind::postgres), stoa_test::name_of);

} // namespace postgres_plain_json

// SPDX-License-Identifier: BSL-1.0
// Any one change to any of many schemas is seen as what it is, and as nothing else.

#include "changed_script.hpp"
#include "verified_schemas.hpp"

#include <random>
#include <string>

namespace verified {

struct verify_at_random : stoa_test::databases {
    template <class Schema>
    void round(unsigned seed) {
        changed_script changed(script_of<Schema>(db()), seed);
        stoa::difference expected = changed.change();
        const std::string text = changed.text();
        SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + text);
        db().execute(text);
        const auto found = stoa::verify<Schema>(db());
        ASSERT_EQ(found.size(), 1U) << text_of(found);
        expected.from = found[0].from;
        expected.to = found[0].to;
        EXPECT_EQ(found[0], expected) << text_of(found);
        EXPECT_NE(found[0].from, found[0].to);
        db().drop<Schema>();
    }
};

TEST_P(verify_at_random, one_change_is_one_difference) {
    std::random_device seeds;
    for (int repetition = 0; repetition != 6 && !HasFailure(); ++repetition)
        for_each_schema([&]<class Schema>() {
            if (!HasFatalFailure()) round<Schema>(seeds());
        });
}

STOA_TEST_ON_EVERY_DATABASE(verify_at_random);

} // namespace verified

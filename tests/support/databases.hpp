// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_DATABASES_HPP
#define STOA_TESTS_SUPPORT_DATABASES_HPP

// One test body, every database: a compliance test is a TEST_P of `stoa_test::databases`, and finds in `db` a session
// on a database of its own that is empty.

#include "stoa/postgres.hpp"
#include "stoa/sqlite.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace stoa_test {

/// The databases tests run on. Without a server the last one is skipped, or fails where STOA_TEST_REQUIRE_POSTGRES
/// is set.
enum class kind { sqlite_memory, sqlite_file, sqlite_binary_guids, postgres };

class databases : public testing::TestWithParam<kind> {
protected:
    void SetUp() override;
    void TearDown() override;

    /// A second session on the same database; not for a database in memory.
    stoa::database another();
    /// The same, giving up at once where it would have to wait for a lock.
    stoa::database another_impatient();
    bool can_open_another() const {
        return GetParam() != kind::sqlite_memory && GetParam() != kind::sqlite_binary_guids;
    }

    stoa::database& db() { return *session_; }

    /// Sees to it that trigram indexes can be made where there are such. Their extension is not part of the test's
    /// database, since all tests of a server share it.
    void allow_trigrams();

private:
    std::unique_ptr<stoa::database> session_;
    std::string url_;
    std::string schema_;
    std::string file_;
};

std::string name_of(const testing::TestParamInfo<kind>& info);

} // namespace stoa_test

/// Runs the TEST_P cases of `fixture`, derived from stoa_test::databases, on every database.
#define STOA_TEST_ON_EVERY_DATABASE(fixture) \
    INSTANTIATE_TEST_SUITE_P(on, fixture, \
                             testing::Values(stoa_test::kind::sqlite_memory, stoa_test::kind::sqlite_file, \
                                             stoa_test::kind::sqlite_binary_guids, stoa_test::kind::postgres), \
                             stoa_test::name_of)

#endif

// SPDX-License-Identifier: BSL-1.0
// Addresses that lead nowhere: what is wrong with them is said, and no password ever is.

#include "databases.hpp"
#include "failure.hpp"

#include <string>
#include <vector>

namespace addresses {

using stoa::errc;
using stoa_test::says;

struct bad_address {
    std::string url;
    errc code;
    std::string mentions; ///< what the message must contain
};

void PrintTo(const bad_address& each, std::ostream* out) {
    *out << each.url;
}

struct addresses_that_lead_nowhere : testing::TestWithParam<bad_address> {};

TEST_P(addresses_that_lead_nowhere, are_refused_with_a_reason_and_without_the_password) {
    const bad_address& bad = GetParam();
    const stoa::error failure = stoa_test::failure_of<stoa::connection_error>([&] { stoa::open(bad.url); });
    EXPECT_EQ(failure.code(), bad.code) << failure.what();
    EXPECT_TRUE(says(failure, bad.mentions)) << failure.what();
    EXPECT_FALSE(says(failure, "hunter2")) << failure.what();
    const std::string& message = failure.info().message;
    EXPECT_TRUE(message.find(". ") != message.npos || message.find("… ") != message.npos)
        << "only one sentence: " << message;
    EXPECT_TRUE(message.ends_with('.')) << message;
}

INSTANTIATE_TEST_SUITE_P(
    all, addresses_that_lead_nowhere,
    testing::Values(
        bad_address{"", errc::invalid_url, "driver"}, bad_address{"books.db", errc::invalid_url, "books.db"},
        bad_address{"mysql://ann:hunter2@localhost/books", errc::invalid_url, "mysql"},
        bad_address{"sqlite:", errc::invalid_url, "sqlite:///"},
        bad_address{"sqlite://books.db", errc::invalid_url, "sqlite:///"},
        bad_address{"sqlite:///books.db?mode=nonsense", errc::invalid_url, "mode"},
        bad_address{"sqlite:///books.db?colour=red", errc::invalid_url, "colour"},
        bad_address{"sqlite:////no/such/directory/books.db", errc::connection_failed, "/no/such/directory"},
        bad_address{"sqlite:////tmp", errc::connection_failed, "/tmp"},
        bad_address{"postgresql://ann:hunter2@127.0.0.1:1/books", errc::connection_failed, "127.0.0.1"},
        bad_address{"postgresql://ann@127.0.0.1:1/books?password=hunter2", errc::connection_failed, "server"},
        bad_address{"postgresql://ann:hunter2@%2Fno%2Fsuch%2Fsocket/books", errc::connection_failed, "socket"},
        bad_address{"postgresql://ann:hunter2@localhost:port/books", errc::invalid_url, "port"},
        bad_address{"postgresql://ann:hunter2@127.0.0.1:1/books?colour=red", errc::invalid_url, "postgresql://"},
        bad_address{"postgresql://ann:hunter2@@127.0.0.1/books", errc::invalid_url, "%40"}));

/// On every database: the session's own address.
struct addresses_of_sessions : stoa_test::databases {};

TEST_P(addresses_of_sessions, open_the_same_database_again) {
    const std::string url = db().url();
    EXPECT_FALSE(url.empty());
    stoa::database again = stoa::open(url);
    EXPECT_EQ(again.url(), url);
    EXPECT_NO_THROW(again.transaction([] {}));
}

TEST_P(addresses_of_sessions, have_no_password) {
    const std::string url = db().url();
    std::string with_password = url;
    if (const std::size_t at = url.find('@'); at != url.npos) with_password.insert(at, ":hunter2");
    EXPECT_EQ(stoa::open(with_password).url(), url);
}

STOA_TEST_ON_EVERY_DATABASE(addresses_of_sessions);

} // namespace addresses

// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

namespace {

using namespace sqlite_test;
using stoa::sqlite::guid_storage;
using stoa::sqlite::parse_url;
using stoa::sqlite::to_url;

TEST(sqlite_url, three_slashes_lead_to_a_relative_path) {
    EXPECT_EQ(parse_url("sqlite:///a/b.db").path, "a/b.db");
}

TEST(sqlite_url, four_slashes_lead_to_an_absolute_path) {
    EXPECT_EQ(parse_url("sqlite:////a/b.db").path, "/a/b.db");
}

TEST(sqlite_url, memory_has_no_slashes) {
    EXPECT_EQ(parse_url("sqlite::memory:").path, ":memory:");
}

TEST(sqlite_url, the_defaults_are_the_documented_ones) {
    const stoa::sqlite::options parsed = parse_url("sqlite:///a.db");
    EXPECT_FALSE(parsed.read_only);
    EXPECT_EQ(parsed.busy_timeout, 5000);
    EXPECT_EQ(parsed.guids, guid_storage::text);
    EXPECT_TRUE(parsed.write_ahead_log);
}

TEST(sqlite_url, every_option_is_read) {
    const auto parsed = parse_url("sqlite:///a.db?mode=ro&busy_timeout=250&cache_size=64000&guid=blob&journal=delete");
    EXPECT_TRUE(parsed.read_only);
    EXPECT_EQ(parsed.busy_timeout, 250);
    EXPECT_EQ(parsed.cache_size, 64000);
    EXPECT_EQ(parsed.guids, guid_storage::blob);
    EXPECT_FALSE(parsed.write_ahead_log);
    EXPECT_EQ(parse_url("sqlite::memory:?guid=blob").guids, guid_storage::blob);
    EXPECT_FALSE(parse_url("sqlite:///a.db?mode=rw&guid=text&journal=wal").read_only);
}

TEST(sqlite_url, percent_escapes_are_decoded) {
    EXPECT_EQ(parse_url("sqlite:///a%20b%3Fc%25.db").path, "a b?c%.db");
    EXPECT_EQ(parse_url("sqlite:///%C3%A9.db?mode=r%6f").path, "\xC3\xA9.db");
}

TEST(sqlite_url, options_turn_into_a_url_and_back) {
    for (const char* url : {"sqlite::memory:", "sqlite:///a.db", "sqlite:////x/a%3Fb%25.db?mode=ro",
                            "sqlite:///a.db?busy_timeout=1&cache_size=2&guid=blob&journal=delete"})
        EXPECT_EQ(to_url(parse_url(url)), url);
}

TEST(sqlite_url, a_wrong_url_is_refused_with_what_is_allowed) {
    for (const char* url : {"sqlite:",
                            "sqlite:/a.db",
                            "sqlite://a.db",
                            "sqlite:///",
                            "sqlite:///:memory:",
                            "sqlite:memory",
                            "file.db",
                            "postgresql://x",
                            "sqlite:///a.db?",
                            "sqlite:///a.db?mode",
                            "sqlite:///a.db?mode=wr",
                            "sqlite:///a.db?guid=",
                            "sqlite:///a.db?busy_timeout=-1",
                            "sqlite:///a.db?busy_timeout=5s",
                            "sqlite:///a.db?busy_timeout=99999999999",
                            "sqlite:///a.db?cache=shared",
                            "sqlite:///a.db?cache_size=-1",
                            "sqlite:///a.db?mode=ro&&guid=text",
                            "sqlite:///a%2",
                            "sqlite:///a%zz.db",
                            "sqlite:///a%00.db",
                            "sqlite:///a.db?journal=off"}) {
        const auto error = error_of([&] { parse_url(url); });
        ASSERT_TRUE(error) << url;
        EXPECT_EQ(error->code(), stoa::errc::invalid_url) << url;
        EXPECT_NE(std::string(error->what()).find("Write sqlite:///relative/path.db"), std::string::npos) << url;
    }
}

TEST(sqlite_url, an_unknown_option_is_named) {
    const auto error = error_of([] { parse_url("sqlite:///a.db?cache=shared"); });
    ASSERT_TRUE(error);
    EXPECT_NE(std::string(error->what())
                  .find("no option \"cache\"; the options are mode, busy_timeout, cache_size, guid and journal"),
              std::string::npos);
}

TEST(sqlite_url, the_driver_accepts_its_own_scheme_only) {
    EXPECT_TRUE(stoa::sqlite::connection::accepts("sqlite:///a.db"));
    EXPECT_TRUE(stoa::sqlite::connection::accepts("sqlite::memory:"));
    EXPECT_FALSE(stoa::sqlite::connection::accepts("postgresql://localhost"));
    EXPECT_FALSE(stoa::sqlite::connection::accepts("a.db"));
}

} // namespace

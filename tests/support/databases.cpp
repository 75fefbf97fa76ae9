// SPDX-License-Identifier: BSL-1.0
#include "databases.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace stoa_test {

namespace {

// Test programs run side by side, so names carry the process.
std::string unique_name() {
    static std::atomic<unsigned> next{0};
    return "stoa_test_" + std::to_string(getpid()) + "_" + std::to_string(next++);
}

} // namespace

void databases::SetUp() {
    switch (GetParam()) {
    case kind::sqlite_memory: url_ = "sqlite::memory:"; break;
    case kind::sqlite_binary_guids: url_ = "sqlite::memory:?guid=blob"; break;
    case kind::sqlite_file:
        file_ = (std::filesystem::temp_directory_path() / (unique_name() + ".db")).string();
        url_ = "sqlite:///" + file_;
        break;
    case kind::postgres: {
        const char* server = std::getenv("STOA_TEST_POSTGRES_URL");
        if (server == nullptr) {
            if (std::getenv("STOA_TEST_REQUIRE_POSTGRES") != nullptr)
                FAIL() << "STOA_TEST_POSTGRES_URL is not set, and a PostgreSQL server is required. Run tools/test.";
            GTEST_SKIP() << "STOA_TEST_POSTGRES_URL is not set. Run tools/test to test on PostgreSQL too.";
        }
        url_ = server;
        schema_ = unique_name();
        break;
    }
    }
    session_ = std::make_unique<stoa::database>(stoa::open(url_));
    if (!schema_.empty()) db().execute("CREATE SCHEMA " + schema_ + "; SET search_path TO " + schema_);
}

void databases::TearDown() {
    if (session_ != nullptr && !schema_.empty()) {
        session_ = std::make_unique<stoa::database>(stoa::open(url_)); // the test may have lost its connection
        db().execute("DROP SCHEMA " + schema_ + " CASCADE");
    }
    session_.reset();
    if (!file_.empty())
        for (const char* suffix : {"", "-wal", "-shm"}) std::remove((file_ + suffix).c_str());
}

void databases::allow_trigrams() {
    if (schema_.empty()) return;
    db().execute("SELECT pg_advisory_lock(7364); CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public");
    db().execute("SELECT pg_advisory_unlock(7364); SET search_path TO " + schema_ + ", public");
}

stoa::database databases::another() {
    stoa::database second = stoa::open(url_);
    if (!schema_.empty()) second.execute("SET search_path TO " + schema_);
    return second;
}

stoa::database databases::another_impatient() {
    stoa::database second = another();
    second.execute(schema_.empty() ? "PRAGMA busy_timeout = 0" : "SET lock_timeout = '20ms'");
    return second;
}

std::string name_of(const testing::TestParamInfo<kind>& info) {
    switch (info.param) {
    case kind::sqlite_memory: return "sqlite_in_memory";
    case kind::sqlite_file: return "sqlite_file";
    case kind::sqlite_binary_guids: return "sqlite_binary_guids";
    case kind::postgres: return "postgres";
    }
    return "unknown";
}

} // namespace stoa_test

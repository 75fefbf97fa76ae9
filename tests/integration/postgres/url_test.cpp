// SPDX-License-Identifier: BSL-1.0
// Addresses: what is secret never leaves them, and what could be read in two ways is refused.

#include "with_server.hpp"

#include "stoa/driver/postgres/url.hpp"

namespace postgres_driver {
namespace {

using stoa::postgres::without_password;

TEST(postgres_url, keeps_everything_but_the_password) {
    EXPECT_EQ(without_password("postgresql://"), "postgresql://");
    EXPECT_EQ(without_password("postgresql://localhost/library"), "postgresql://localhost/library");
    EXPECT_EQ(without_password("postgres://me@localhost:5433/library"), "postgres://me@localhost:5433/library");
    EXPECT_EQ(without_password("postgresql://me:hunter2@localhost/library"), "postgresql://me@localhost/library");
    EXPECT_EQ(without_password("postgresql://me:h%40nter%2F2@%2Ftmp%2Fs/x"), "postgresql://me@%2Ftmp%2Fs/x");
    EXPECT_EQ(without_password("postgresql://me:a:b@h1:1,h2:2/x"), "postgresql://me@h1:1,h2:2/x");
    EXPECT_EQ(without_password("postgresql://h/a&b?sslmode=require"), "postgresql://h/a&b?sslmode=require");
}

TEST(postgres_url, drops_passwords_among_the_options) {
    EXPECT_EQ(without_password("postgresql://h/x?password=hunter2"), "postgresql://h/x");
    EXPECT_EQ(without_password("postgresql://h/x?user=me&password=hunter2&sslmode=require"),
              "postgresql://h/x?user=me&sslmode=require");
    EXPECT_EQ(without_password("postgresql://h/x?sslpassword=hunter2&user=me"), "postgresql://h/x?user=me");
    EXPECT_EQ(without_password("postgresql://h/x?%70assword=hunter2&user=me"), "postgresql://h/x?user=me");
}

TEST(postgres_url, is_refused_without_a_piece_of_it_in_the_message) {
    for (const std::string_view url : {
             "postgresql://me:hunt@er2@localhost/x",
             "postgresql://me:hunt/er2@localhost/x",
             "postgresql://me:hunt?er2@localhost/x",
             "postgresql://me:hunter2",
             "postgresql://me:hunt%er2@localhost/x",
             "postgresql://localhost/x?hunter2",
             "postgresql://localhost/x?hunter2=1",
             "postgresql://me:hunter2@[::1/x",
             "mysql://me:hunter2@localhost/x",
         }) {
        const stoa::error_info info = caught([&] { without_password(url); });
        EXPECT_EQ(info.code, errc::invalid_url) << url;
        EXPECT_EQ(info.message.find("hunt"), std::string::npos) << info.message;
        EXPECT_EQ(info.message.find("er2"), std::string::npos) << info.message;
        EXPECT_NE(info.message.find("Write postgresql://"), std::string::npos) << info.message;
    }
    EXPECT_EQ(caught([] { without_password(std::string_view("postgresql://h/x\0y", 18)); }).code, errc::invalid_url);
}

TEST(postgres_url, says_what_is_wrong_with_an_option) {
    const stoa::error_info info = caught([] { without_password("postgresql://h/x?sslmod=require"); });
    EXPECT_NE(info.message.find("invalid URI query parameter"), std::string::npos) << info.message;
}

} // namespace
} // namespace postgres_driver

// SPDX-License-Identifier: BSL-1.0
// A connection behind a pooler that gives each transaction another server connection: none knows what was prepared on
// another one. What a server connection has in its session is thrown away between the statements here.

#include "bookshop.hpp"
#include "failure.hpp"
#include "stoa/postgres.hpp"
#include "with_server.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace postgres_driver {
namespace {

using bookshop::author, bookshop::customer;
using stoa::col, stoa::from;

class pooler : public with_own_schema {
protected:
    stoa::database open(const std::string& option) { return stoa::open(schema_url(option)); }

    static std::int64_t prepared(stoa::database& on) {
        return on.one(stoa::sql_query<"SELECT count(*) FROM pg_prepared_statements", std::int64_t>());
    }
};

TEST_F(pooler, finds_nothing_prepared) {
    for (const bool pooled : {false, true}) {
        stoa::database shop = open(pooled ? "&pooler=transaction" : "&pooler=session");
        const auto another_server = [&] {
            if (pooled) shop.execute("DISCARD ALL");
        };
        shop.create_if_missing<stoa::schema<author, customer>>();
        for (int round = 0; round != 2; ++round) {
            const customer stored = shop.insert(customer{0, "m" + std::to_string(2 * pooled + round), "Ada"});
            another_server();
            EXPECT_EQ(shop.find<customer>(stored.id).value().name, "Ada");
            another_server();
            std::size_t rows = 0;
            for (const customer& each : shop.stream(from<customer>())) rows += each.name.size() / 3;
            EXPECT_EQ(rows, 2U * pooled + static_cast<std::size_t>(round) + 1);
            another_server();
            shop.transaction([&] {
                std::vector<author> authors(9);
                for (author& each : authors) each.name = std::to_string(&each - authors.data());
                shop.insert_many(authors);
                EXPECT_EQ(shop.execute(stoa::delete_from<author>()), 9);
            });
            another_server();
            const auto [found, none] = shop.pipeline([&](stoa::pipeline& p) {
                return std::tuple{p.find<customer>(stored.id), p.all(from<author>())};
            });
            EXPECT_EQ(found->value().id, stored.id);
            EXPECT_TRUE(none->empty());
            another_server();
            EXPECT_EQ(shop.find_many<customer>({stored.id}).at(0).value().id, stored.id);
            EXPECT_EQ(prepared(shop) == 0, pooled);
        }
    }
}

TEST_F(pooler, says_when_a_result_has_another_shape) {
    stoa::database shop = open("&pooler=transaction");
    shop.create<stoa::schema<customer>>();
    EXPECT_TRUE(shop.all(from<customer>()).empty());
    shop.execute("ALTER TABLE customers ALTER name TYPE bytea USING 'x'");
    EXPECT_EQ(stoa_test::failure_of([&] { shop.all(from<customer>()); }).code(), errc::mapping_mismatch);
    const auto streamed = [&] {
        for (const customer& each : shop.stream(from<customer>())) EXPECT_EQ(each.name, "");
    };
    EXPECT_EQ(stoa_test::failure_of(streamed).code(), errc::mapping_mismatch);
    const auto queued = [&] { shop.pipeline([&](stoa::pipeline& p) { p.all(from<customer>()); }); };
    EXPECT_EQ(stoa_test::failure_of(queued).statement(), 0U);
    shop.execute("ALTER TABLE customers ALTER name TYPE text USING 'x'");
    EXPECT_TRUE(shop.all(from<customer>()).empty());
}

TEST_F(pooler, is_named_in_the_address) {
    EXPECT_TRUE(open("&pooler=transaction").url().ends_with("&pooler=transaction"));
    EXPECT_EQ(caught([&] { open("&pooler=statement"); }).code, errc::invalid_url);
    EXPECT_EQ(stoa::postgres::split_options("postgresql://h/x?pooler=transaction&a=1").text, "postgresql://h/x?a=1");
}

/// What has been prepared and is not there any more, or does not fit any more, ends a pipeline, and is made anew.
TEST_F(pooler, finds_out_in_a_pipeline_what_is_not_prepared_any_more) {
    stoa::database shop = open("");
    shop.create<stoa::schema<customer>>();
    const auto ask = [&] { return shop.pipeline([&](stoa::pipeline& p) { return p.all(from<customer>()); })->size(); };
    EXPECT_EQ(ask(), 0U);
    shop.execute("DEALLOCATE ALL");
    EXPECT_EQ(stoa_test::failure_of<stoa::serialization_failure>(ask).native_code(), "26000");
    EXPECT_EQ(ask(), 0U);
    shop.execute("ALTER TABLE customers ALTER name TYPE varchar(9)");
    EXPECT_EQ(stoa_test::failure_of<stoa::serialization_failure>(ask).native_code(), "0A000");
    EXPECT_EQ(ask(), 0U);
}

} // namespace
} // namespace postgres_driver

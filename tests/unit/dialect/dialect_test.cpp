// SPDX-License-Identifier: BSL-1.0
// The data sheets of the dialects, and quoting.

#include "stoa/dialect/all.hpp"
#include "stoa/dialect/quote.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using stoa::text_sink, stoa::type_def, stoa::type_kind;
using namespace stoa::dialect;

template <class Dialect>
std::string type_name(const type_def& type) {
    return stoa::write_text([&](text_sink& out) { Dialect::type_name(out, type); });
}

std::string quoted(std::string_view name) {
    return stoa::write_text([&](text_sink& out) { stoa::quote(out, name); });
}

std::string quoted_text(std::string_view text) {
    return stoa::write_text([&](text_sink& out) { stoa::quote_text(out, text); });
}

TEST(quote, names_keep_their_case_and_double_their_quotes) {
    EXPECT_EQ(quoted("Order"), "\"Order\"");
    EXPECT_EQ(quoted("a \"b\""), "\"a \"\"b\"\"\"");
    EXPECT_EQ(quoted("it's; --"), "\"it's; --\"");
    EXPECT_EQ(quoted(""), "\"\"");
}

TEST(quote, texts_double_their_quotes_and_keep_backslashes) {
    EXPECT_EQ(quoted_text("it's"), "'it''s'");
    EXPECT_EQ(quoted_text("'"), "''''");
    EXPECT_EQ(quoted_text("\\'\"\n"), "'\\''\"\n'");
}

TEST(sqlite_dialect, has_five_storage_types) {
    for (type_kind kind :
         {type_kind::boolean, type_kind::int16, type_kind::int32, type_kind::int64, type_kind::decimal})
        EXPECT_EQ(type_name<sqlite>({kind, 10, 2}), "INTEGER");
    for (type_kind kind : {type_kind::float32, type_kind::float64}) EXPECT_EQ(type_name<sqlite>({kind}), "REAL");
    for (type_kind kind : {type_kind::text, type_kind::guid, type_kind::json, type_kind::timestamp, type_kind::date})
        EXPECT_EQ(type_name<sqlite>({kind}), "TEXT");
    EXPECT_EQ(type_name<sqlite>({type_kind::bytes}), "BLOB");
}

TEST(sqlite_dialect, can_store_guids_as_bytes) {
    EXPECT_EQ(type_name<sqlite_binary_guid>({type_kind::guid}), "BLOB");
    EXPECT_EQ(type_name<sqlite_binary_guid>({type_kind::text}), "TEXT");
    static_assert(sqlite_binary_guid::index == sqlite::index, "statements are the same");
    static_assert(sqlite_binary_guid::storage_index != sqlite::storage_index);
}

TEST(postgres_dialect, has_a_type_for_each) {
    EXPECT_EQ(type_name<postgres>({type_kind::boolean}), "boolean");
    EXPECT_EQ(type_name<postgres>({type_kind::int16}), "smallint");
    EXPECT_EQ(type_name<postgres>({type_kind::float32}), "real");
    EXPECT_EQ(type_name<postgres>({type_kind::text}), "text COLLATE \"C\"");
    EXPECT_EQ(type_name<postgres>({type_kind::guid}), "uuid");
    EXPECT_EQ(type_name<postgres>({type_kind::json}), "jsonb");
    EXPECT_EQ(type_name<postgres>({type_kind::timestamp}), "timestamptz");
    EXPECT_EQ(type_name<postgres>({type_kind::decimal, 10, 2}), "numeric(10, 2)");
}

TEST(dialects, begin_transactions_of_every_level) {
    EXPECT_EQ(sqlite::begin(stoa::isolation::read_committed), "BEGIN IMMEDIATE");
    EXPECT_EQ(postgres::begin(stoa::isolation::serializable), "BEGIN ISOLATION LEVEL SERIALIZABLE");
    EXPECT_EQ(postgres::begin(stoa::isolation::snapshot), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    EXPECT_EQ(postgres::after_end(stoa::isolation::snapshot), "");
}

TEST(dialects, are_counted_in_the_order_of_their_index) {
    static_assert(all::size == 2 && all_storage::size == 3);
    static_assert(sqlite::index == 0 && postgres::index == 1);
    static_assert(sqlite::storage_index == 0 && postgres::storage_index == 1 && sqlite_binary_guid::storage_index == 2);
}

TEST(postgres_dialect, quotes_the_table_whose_counter_moves_twice) {
    const stoa::column_def column{.name = "i'd", .type = {}};
    const stoa::table_def table{.name = "a\"b'c",
                                .columns = {},
                                .primary_key_name = {},
                                .primary_key = {},
                                .uniques = {},
                                .foreign_keys = {},
                                .checks = {},
                                .indexes = {}};
    const std::string text =
        stoa::write_text([&](text_sink& out) { postgres::write_move_identity(out, table, column); });
    EXPECT_NE(text.find("pg_get_serial_sequence('\"a\"\"b''c\"', 'i''d')"), std::string::npos) << text;
}

} // namespace

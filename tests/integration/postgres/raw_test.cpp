// SPDX-License-Identifier: BSL-1.0
// SQL written by hand for this database alone: its operators, its quotes, and sources that see the tables before them.

#include "stoa/postgres.hpp"

#include "with_server.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace raw_postgres {

using stoa::arg, stoa::asc, stoa::col, stoa::from, stoa::param, stoa::sql;
using own = stoa::dialect::postgres;

struct page {
    std::int32_t id;
    stoa::json_document doc;
    std::vector<std::string> tags;
};

struct tag {
    std::string word;
    std::int64_t place;
};

class raw_on_postgres : public postgres_driver::with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        session_.emplace(stoa::postgres::connection(server_url()));
        session_->execute(
            "CREATE TEMP TABLE page (id integer PRIMARY KEY, doc jsonb NOT NULL, tags text[] NOT NULL);"
            "INSERT INTO page VALUES (1, '{\"a\": 1}', '{x,y}'), (2, '{\"b\": 2}', '{y}'), (3, '{}', '{}')");
    }

    stoa::session<stoa::postgres::connection>& db() { return *session_; }

private:
    std::optional<stoa::session<stoa::postgres::connection>> session_;
};

constexpr auto ids = from<page>().order_by(asc(col<&page::id>)).select(col<&page::id>);

TEST_F(raw_on_postgres, operators_with_a_question_mark_are_no_parameters) {
    EXPECT_EQ(db().all(ids.where(sql<"{} ? {}", bool, own>(col<&page::doc>, "a"))), (std::vector<std::int32_t>{1}));
    EXPECT_EQ(db().all(ids.where(sql<"{} ?| $${{a,b}}$$::text[]", bool, own>(col<&page::doc>))),
              (std::vector<std::int32_t>{1, 2}));
}

TEST_F(raw_on_postgres, texts_between_dollars_can_have_anything_in_them) {
    EXPECT_EQ((db().one(stoa::sql_query<"SELECT $x$ it's; $1 ? {{}} -- $$ $x$ || {}", std::string, own>("!"))),
              " it's; $1 ? {} -- $$ !");
}

TEST_F(raw_on_postgres, a_function_that_gives_rows_sees_the_tables_before_it) {
    constexpr auto tags =
        stoa::sql_table<"LATERAL (SELECT * FROM unnest({}) WITH ORDINALITY AS u (word, place))", "tags", tag, own>(
            col<&page::tags>);
    const auto query = from<page>()
                           .left_join(tags, tags[col<&tag::word>] == param<"word", std::string>)
                           .order_by(asc(col<&page::id>))
                           .select(col<&page::id>, tags[col<&tag::place>]);
    using row = std::tuple<std::int32_t, std::optional<std::int64_t>>;
    EXPECT_EQ(db().all(query, arg<"word">("y")), (std::vector<row>{{1, 2}, {2, 1}, {3, std::nullopt}}));
}

struct number {
    std::int32_t n;
};

TEST_F(raw_on_postgres, a_series_is_a_source) {
    constexpr auto numbers = stoa::sql_table<"generate_series({}, {})", "n", number, own>(1, 4);
    std::vector<std::int32_t> values;
    for (const number& each : db().all(from(numbers).where(numbers[col<&number::n>] > 1))) values.push_back(each.n);
    EXPECT_EQ(values, (std::vector<std::int32_t>{2, 3, 4}));
    EXPECT_EQ(db().all(ids.where(!exists(from(numbers).where(numbers[col<&number::n>] == col<&page::id>)))).size(), 0U);
}

TEST_F(raw_on_postgres, a_result_of_other_types_is_refused_before_the_statement_runs) {
    struct unlike {
        std::int64_t id;
        std::string doc;
    };
    try {
        db().all(stoa::sql_query<"DELETE FROM page RETURNING id, doc", unlike>());
        FAIL();
    } catch (const stoa::mapping_error& error) {
        const std::string_view text = error.what();
        EXPECT_NE(text.find("column 1 \"id\""), std::string_view::npos) << text;
        EXPECT_NE(text.find("column 2 \"doc\""), std::string_view::npos) << text;
    }
    EXPECT_EQ(db().all(ids).size(), 3U);
}

} // namespace raw_postgres

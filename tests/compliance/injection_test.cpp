// SPDX-License-Identifier: BSL-1.0
// Hostile texts, on every way on which a value comes into a statement: stored and found again exactly or refused, and
// never part of what is sent as SQL.

#include "databases.hpp"
#include "failure.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace injection {

struct note {
    std::int64_t id;
    std::string text;
    stoa::json_document document;
};

using stoa::arg, stoa::asc, stoa::col, stoa::from, stoa::param, stoa::sql;
using namespace std::string_view_literals;

/// Each contains a word that no statement has: `evil`.
std::vector<std::string> payloads() {
    std::vector<std::string> all{
        "evil'; DROP TABLE note; --",
        "evil' OR '1'='1",
        "evil\"; DROP TABLE \"note\"; --",
        "\\'; evil; --",
        "evil\\",
        "evil'",
        "evil''",
        "evil`",
        "evil]",
        "evil--\nDELETE FROM note",
        "evil /* ",
        "evil */ OR TRUE",
        "evil;",
        "evil $1 $2 ?1 ?2 ? :evil @evil",
        "evil {} {0} {evil} {{ }} }{",
        "evil %s %n %d %% %",
        "%evil_",
        "evil$$; DROP TABLE note; $$",
        "E'evil\\n'",
        "evil\r\n\t\x01\x1f\x7f",
        "evil \xC2\xB4 \xCA\xBC \xEF\xBC\x87 \xE2\x80\x99", // what looks like quotes
        "evil \xF0\x9F\x92\xA9 \xE2\x80\xAE live",
        "NULL evil",
        "[evil]*?",
    };
    std::string everything;
    for (const std::string& each : all) everything += each;
    all.push_back(everything);
    all.push_back("evil" + std::string(60'000, '\''));
    return all;
}

std::string quoted_json(const std::string& text) {
    std::string json = "\"";
    for (char c : text) stoa::detail::append_json_character(json, c);
    return json + '"';
}

constexpr auto all_notes = from<note>().order_by(asc(col<&note::id>));
constexpr auto texts = all_notes.select(col<&note::text>);

struct hostile_texts : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<note>>();
        std::int64_t id = 0;
        for (const std::string& each : payloads())
            db().insert(note{++id, each, stoa::json_document::parse(quoted_json(each))});
    }

    /// What the statement is sent as, composed ones included.
    template <class Statement>
    std::string sent(const Statement& statement) {
        if constexpr (stoa::detail::is_composed<Statement>) {
            stoa::detail::composed_statements kept;
            return std::string(kept.find(db().connection(), statement).sql);
        } else {
            return std::string(stoa::detail::statement_for<Statement>(db().connection()).sql);
        }
    }

    /// The query finds the payload and nothing else, and does not contain it.
    template <class Query, class... Arguments>
    void finds(const std::string& payload, const Query& query, const Arguments&... arguments) {
        EXPECT_EQ(db().all(query, arguments...), std::vector<std::string>{payload}) << payload.substr(0, 100);
        EXPECT_EQ(sent(query).find("evil"), std::string::npos) << sent(query).substr(0, 1000);
    }

    /// Every row is still there, as it was.
    void expect_untouched() {
        const std::vector<note> kept = db().all(all_notes);
        const std::vector<std::string> given = payloads();
        ASSERT_EQ(kept.size(), given.size());
        for (std::size_t n = 0; n != given.size(); ++n) {
            EXPECT_EQ(kept[n].text, given[n]);
            EXPECT_EQ(kept[n].document, stoa::json_document::parse(quoted_json(given[n])));
        }
    }
};

TEST_P(hostile_texts, are_values) {
    for (const std::string& each : payloads()) {
        finds(each, texts.where(col<&note::text> == each));
        finds(each, texts.where(!(col<&note::text> != each)));
        finds(each, stoa::select(stoa::constant(each)));
    }
    expect_untouched();
}

TEST_P(hostile_texts, are_patterns) {
    for (const std::string& each : payloads()) {
        if (each.size() > 10'000) { // patterns end sooner
            try {
                finds(each, texts.where(col<&note::text>.like(stoa::escape_like(each))));
            } catch (const stoa::mapping_error& refused) {
                EXPECT_TRUE(stoa_test::says(refused, "pattern")) << refused.what();
            }
            continue;
        }
        finds(each, texts.where(col<&note::text>.like(stoa::escape_like(each))));
        finds(each, texts.where(col<&note::text>.like(param<"pattern", std::string>)),
              arg<"pattern">(stoa::escape_like(each)));
        finds(each,
              texts.where(starts_with(col<&note::text>, each) &&
                          length(col<&note::text>) == param<"length", std::int64_t>),
              arg<"length">(static_cast<std::int64_t>(std::count_if(
                  each.begin(), each.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }))));
    }
    expect_untouched();
}

TEST_P(hostile_texts, are_elements_of_lists) {
    for (const std::string& each : payloads()) {
        finds(each, texts.where(col<&note::text>.in({each, std::string("evil")})));
        finds(each, texts.where(col<&note::text>.in(param<"list", std::vector<std::string>>)),
              arg<"list">(std::vector<std::string>{"evil", each}));
    }
    EXPECT_EQ(db().all(texts.where(col<&note::text>.in(payloads()))), payloads());
    EXPECT_EQ(db().all(texts.where(col<&note::text>.not_in(payloads()))).size(), 0U);
    expect_untouched();
}

TEST_P(hostile_texts, are_documents) {
    for (const std::string& each : payloads())
        finds(each, texts.where(col<&note::document> == stoa::json_document::parse(quoted_json(each))));
    expect_untouched();
}

TEST_P(hostile_texts, are_arguments_of_raw_texts) {
    for (const std::string& each : payloads()) {
        finds(each, texts.where(sql<"{} = {}", bool>(col<&note::text>, each)));
        finds(each, texts.where(sql<"{t} = {v} AND {v} = {t}", bool>(arg<"v">(each), arg<"t">(col<&note::text>))));
        finds(each, stoa::sql_query<"SELECT text FROM note WHERE text = {} ORDER BY id", std::string>(each));
        finds(each,
              stoa::sql_query<"SELECT text FROM note WHERE text = {v} AND {v} = text", std::string>(arg<"v">(each)));
        constexpr auto by_name =
            stoa::sql_query<"SELECT text FROM note WHERE text = {v}", std::string>(param<"v", std::string>);
        finds(each, by_name, arg<"v">(each));
        const auto command = stoa::sql_command<"UPDATE note SET text = {t} WHERE text = {t}">(arg<"t">(each));
        EXPECT_EQ(db().execute(command), 1);
        EXPECT_EQ(sent(command).find("evil"), std::string::npos);
    }
    expect_untouched();
}

TEST_P(hostile_texts, are_named_parameters) {
    constexpr auto query = texts.where(col<&note::text> == param<"text", std::string>);
    for (const std::string& each : payloads()) finds(each, query, arg<"text">(each));
    for (const std::string& each : payloads()) {
        constexpr auto change = stoa::update<note>()
                                    .set(col<& note::text> = param<"text", std::string>)
                                    .where(col<&note::text> == param<"text", std::string>);
        EXPECT_EQ(db().execute(change, arg<"text">(each)), 1);
    }
    expect_untouched();
}

TEST_P(hostile_texts, are_values_of_composed_conditions) {
    for (const std::string& each : payloads()) {
        const std::vector<stoa::condition<note>> filters{col<&note::text> == each, sql<"{} <> ''", bool>(each),
                                                         col<&note::text>.in({each})};
        finds(each, texts.where(all_of(filters)));
        const stoa::sort_keys<note> orders{{each, asc(replace(col<&note::text>, each, each))}};
        finds(each, from<note>().where(col<&note::text> == each).order_by(orders.at(each)).select(col<&note::text>));
    }
    expect_untouched();
}

TEST_P(hostile_texts, choose_no_order) {
    const stoa::sort_keys<note> orders{{"text", asc(col<&note::text>)}, {"id", asc(col<&note::id>)}};
    for (const std::string& each : payloads()) {
        const stoa::error refused = stoa_test::failure_of<stoa::mapping_error>([&] { (void)orders.at(each); });
        EXPECT_EQ(refused.code(), stoa::errc::invalid_value);
        EXPECT_TRUE(stoa_test::says(refused, "Choose one of: text, id.")) << refused.what();
    }
}

TEST_P(hostile_texts, with_nul_or_invalid_bytes_are_refused) {
    for (const std::string& bad : {std::string("evil\0'"sv), std::string("\0evil"sv), std::string("evil\xFF"),
                                   std::string("evil\xC0\xA7"), std::string("\xBF'evil")}) {
        const auto refuses = [&](auto run) {
            const stoa::error refused = stoa_test::failure_of<stoa::mapping_error>(run);
            EXPECT_EQ(refused.code(), stoa::errc::invalid_value) << refused.what();
        };
        refuses([&] { db().insert(note{100, bad, {}}); });
        refuses([&] { db().all(texts.where(col<&note::text> == bad)); });
        refuses([&] { db().all(texts.where(col<&note::text>.like(bad))); });
        refuses([&] { db().all(texts.where(col<&note::text>.in({bad}))); });
        refuses([&] { db().all(texts.where(sql<"{} = {}", bool>(col<&note::text>, bad))); });
        refuses([&] { db().all(stoa::sql_query<"SELECT {}", std::string>(bad)); });
        refuses([&] { db().all(texts.where(col<&note::text> == param<"text", std::string>), arg<"text">(bad)); });
        refuses([&] { db().all(texts.where(stoa::condition<note>(col<&note::text> == bad))); });
        refuses([&] { (void)stoa::json_document::parse('"' + bad + '"'); });
    }
    expect_untouched();
}

STOA_TEST_ON_EVERY_DATABASE(hostile_texts);

} // namespace injection

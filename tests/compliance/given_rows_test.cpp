// SPDX-License-Identifier: BSL-1.0
// Rows of the program that statements read like those of a table.

#include "entries.hpp"

#include "databases.hpp"

#include <limits>
#include <list>
#include <string>
#include <tuple>
#include <vector>

namespace entries {

using stoa::asc, stoa::count, stoa::desc, stoa::from;
using cents = stoa::decimal<9, 2>;

/// A row with everything that can be NULL.
struct given {
    std::int32_t number;
    std::optional<std::string> text;
    std::optional<stoa::guid> key;
    std::optional<level> grade;
    std::optional<cents> amount;
    std::optional<stoa::bytes> data;
    std::optional<stoa::timestamp> at;
    std::optional<stoa::date> day;
    std::optional<double> weight;
    std::optional<float> narrow;
    std::optional<bool> flag;
    std::optional<std::int16_t> small;
    std::optional<stoa::json_document> meta;

    friend bool operator==(const given&, const given&) = default;
};

struct grade_of {
    std::int64_t entry_id;
    level grade;
    std::optional<std::int32_t> rank;
};

struct word {
    std::string text;
};

struct with_lists {
    std::int32_t number;
    std::vector<std::string> words;

    friend bool operator==(const with_lists&, const with_lists&) = default;
};

constexpr auto number = col<&given::number>;

struct given_rows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<tables>();
        for (unsigned n = 1; n != 4; ++n)
            db().insert(entry{n, guid_number(n), n == 2 ? "B" : "a", "e", {}, level::low, {}, {}, {}, {}, 0});
    }

    const given full{1,
                     "a\"b\\c\n",
                     guid_number(255),
                     level::medium,
                     cents("-0.01"),
                     stoa::bytes{std::byte{0}, std::byte{255}},
                     stoa::timestamp(std::chrono::microseconds(-1)),
                     stoa::date(std::chrono::days(19'000)),
                     0.1,
                     0.1F,
                     true,
                     std::int16_t{-5},
                     stoa::json_document::parse(R"({"a":"1"})")};
    const given empty{2, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    const given other{3,
                      "",
                      guid_number(0),
                      level::low,
                      cents("1234567.89"),
                      stoa::bytes{},
                      stoa::timestamp{},
                      stoa::date{},
                      -std::numeric_limits<double>::infinity(),
                      -2.5F,
                      false,
                      std::int16_t{5},
                      stoa::json_document::parse("[]")};
};

TEST_P(given_rows, that_are_written_out_are_read_as_they_are) {
    const auto three = stoa::values<"v">(full, empty, other);
    EXPECT_EQ(db().all(from(three).order_by(three[number])), (std::vector<given>{full, empty, other}));
    const auto swapped = stoa::values<"v">(empty, other, full);
    EXPECT_EQ(db().all(from(swapped).order_by(desc(swapped[number]))), (std::vector<given>{other, empty, full}));
}

TEST_P(given_rows, in_lists_are_read_as_they_are) {
    const auto three = stoa::rows<"v">(std::vector<given>{empty, full, other});
    EXPECT_EQ(db().all(from(three).order_by(three[number])), (std::vector<given>{full, empty, other}));
    const auto only_full = stoa::rows<"v">(std::list<given>{full});
    EXPECT_EQ(db().all(from(only_full)), (std::vector<given>{full}));
    const auto only_empty = stoa::rows<"v">(std::vector<given>{empty});
    EXPECT_EQ(db().all(from(only_empty)), (std::vector<given>{empty}));
}

TEST_P(given_rows, can_be_none_and_many) {
    EXPECT_EQ(db().all(from(stoa::rows<"v">(std::vector<given>{}))), std::vector<given>{});
    std::vector<grade_of> many;
    for (std::int64_t n = 0; n != 5000; ++n) many.push_back({n, level::high, static_cast<std::int32_t>(n)});
    const auto all = stoa::rows<"g">(many);
    constexpr auto both = &grade_of::entry_id;
    EXPECT_EQ(db().one(from(all).where(all[col<both>] == all[col<&grade_of::rank>]).select(count())), 5000);
}

TEST_P(given_rows, are_joined_and_chosen_from) {
    const auto grades = stoa::values<"g">(grade_of{1, level::high, 5}, grade_of{3, level::medium, {}});
    const auto joined = from<entry>()
                            .left_join(grades, grades[col<&grade_of::entry_id>] == id)
                            .order_by(id)
                            .select(id, grades[col<&grade_of::grade>], grades[col<&grade_of::rank>]);
    const auto found = db().all(joined);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0], std::tuple(1, level::high, 5));
    EXPECT_EQ(found[1], std::tuple(2, std::nullopt, std::nullopt));
    EXPECT_EQ(found[2], std::tuple(3, level::medium, std::nullopt));
    EXPECT_EQ(
        db().all(from<entry>().where(!exists(from(grades).where(grades[col<&grade_of::entry_id>] == id))).select(id)),
        (std::vector<std::int64_t>{2}));
}

TEST_P(given_rows, change_a_table) {
    const auto grades = stoa::rows<"g">(std::vector<grade_of>{{1, level::high, 5}, {3, level::medium, {}}});
    const auto changed = stoa::update<entry>()
                             .set(grade = grades[col<&grade_of::grade>], rank = grades[col<&grade_of::rank>])
                             .from(grades)
                             .where(id == grades[col<&grade_of::entry_id>]);
    EXPECT_EQ(db().execute(changed), 2);
    EXPECT_EQ(db().all(from<entry>().order_by(id).select(grade)),
              (std::vector<level>{level::high, level::low, level::medium}));
}

TEST_P(given_rows, are_inserted_with_what_is_found_for_them) {
    db().execute(stoa::delete_from<entry>().where(id == 2));
    const auto copies = stoa::rows<"g">(std::vector<grade_of>{{1, level::high, 5}, {3, level::medium, {}}});
    constexpr auto new_id = col<&grade_of::entry_id>;
    const auto inserted = stoa::insert_into(id, key, name, exact, rank, grade, amount, data, at, day, weight)
                              .from(from<entry>()
                                        .join(copies, copies[new_id] == id)
                                        .select(copies[new_id] + 10, stoa::value(guid_number(77)), name, exact,
                                                copies[col<&grade_of::rank>], copies[col<&grade_of::grade>], amount,
                                                data, at, day, weight)
                                        .where(id == 3));
    EXPECT_EQ(db().execute(inserted), 1);
    EXPECT_EQ(db().all(from<entry>().where(id > 10).select(id, rank, grade)),
              (std::vector{std::tuple(std::int64_t{13}, std::optional<std::int32_t>(), level::medium)}));
}

TEST_P(given_rows, of_text_are_sorted_by_their_bytes) {
    const auto words = stoa::values<"w">(word{"b"}, word{"B"}, word{"a"});
    const auto listed = stoa::rows<"w">(std::vector<word>{{"b"}, {"B"}, {"a"}});
    const std::vector<std::string> sorted{"B", "a", "b"};
    constexpr auto text = col<&word::text>;
    EXPECT_EQ(db().all(from(words).order_by(words[text]).select(words[text])), sorted);
    EXPECT_EQ(db().all(from(listed).order_by(listed[text]).select(listed[text])), sorted);
}

TEST_P(given_rows, ignore_case_where_their_column_does) {
    entry given = db().all(from<entry>().order_by(id))[1];
    given.name = "b";
    const auto written = stoa::values<"v">(given);
    const auto listed = stoa::rows<"v">(std::vector{given});
    EXPECT_EQ(db().one(from(written).where(written[name] == "B").select(count())), 1);
    EXPECT_EQ(db().one(from(listed).where(listed[name] == "B").select(count())), 1);
    EXPECT_EQ(db().one(from<entry>().join(written, written[name] == name).select(id)), 2);
}

TEST_P(given_rows, that_are_written_out_can_have_arrays) {
    const std::vector<with_lists> both{{1, {"a", "b"}}, {2, {}}};
    const auto lists = stoa::values<"l">(both[0], both[1]);
    EXPECT_EQ(db().all(from(lists).order_by(lists[col<&with_lists::number>])), both);
}

STOA_TEST_ON_EVERY_DATABASE(given_rows);

} // namespace entries

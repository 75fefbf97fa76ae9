// SPDX-License-Identifier: BSL-1.0
// Columns that ignore the case of ASCII letters: what is equal, before or the same key is so everywhere.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace column_collation {

struct person {
    std::int64_t id;
    std::string name;
    std::optional<std::string> nick;
    std::string exact;
    std::int32_t team;
};

struct word {
    std::int64_t id;
    std::string text;
};

struct plain_word {
    std::int64_t id;
    std::string text;
};

} // namespace column_collation

template <>
inline constexpr auto stoa::table<column_collation::person> = stoa::define<column_collation::person>(
    "people", primary_key(col<&column_collation::person::id>).generated(identity),
    column(col<&column_collation::person::name>).collate(case_insensitive),
    column(col<&column_collation::person::nick>).collate(case_insensitive),
    column(col<&column_collation::person::exact>).collate(binary), unique(col<&column_collation::person::name>),
    unique(col<&column_collation::person::nick>, col<&column_collation::person::team>)
        .nulls_not_distinct()
        .named("one_nick"),
    index(col<&column_collation::person::team>, desc(col<&column_collation::person::name>)).unique().named("by_team"),
    check(col<&column_collation::person::name> != "root"));
template <>
inline constexpr auto stoa::table<column_collation::word> =
    stoa::define<column_collation::word>("words", primary_key(col<&column_collation::word::id>).generated(identity),
                                         column(col<&column_collation::word::text>).collate(case_insensitive),
                                         index(col<&column_collation::word::text>));
template <>
inline constexpr auto stoa::table<column_collation::plain_word> =
    stoa::define<column_collation::plain_word>("words",
                                               primary_key(col<&column_collation::plain_word::id>).generated(identity),
                                               index(col<&column_collation::plain_word::text>));

namespace column_collation {

using stoa::asc, stoa::col, stoa::desc, stoa::from;
using stoa_test::failure_of;

struct columns_that_ignore_case : stoa_test::databases {
protected:
    using schema = stoa::schema<person, word>;
    using texts = std::vector<std::string>;

    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<schema>();
    }

    void add(const texts& all) {
        for (const std::string& each : all) db().insert(word{0, each});
    }

    template <class Condition>
    texts found(Condition condition) {
        return db().all(from<word>().where(condition).order_by(col<&word::id>).select(col<&word::text>));
    }

    person someone(const std::string& name, std::optional<std::string> nick = {}, std::int32_t team = 0) {
        return person{0, name, std::move(nick), name, team};
    }
};

TEST_P(columns_that_ignore_case, compare_so) {
    add({"Ab", "aB", "b", "Ä", "ä", "_", ""});
    const auto text = col<&word::text>;
    EXPECT_EQ(found(text == "AB"), (texts{"Ab", "aB"}));
    EXPECT_EQ(found("ab" == text), (texts{"Ab", "aB"}));
    EXPECT_EQ(found(text != "AB"), (texts{"b", "Ä", "ä", "_", ""}));
    EXPECT_EQ(found(text < "B"), (texts{"Ab", "aB", "_", ""}));
    EXPECT_EQ(found(text <= "B"), (texts{"Ab", "aB", "b", "_", ""}));
    EXPECT_EQ(found(text > "AB"), (texts{"b", "Ä", "ä"}));
    EXPECT_EQ(found(text >= "AB"), (texts{"Ab", "aB", "b", "Ä", "ä"}));
    EXPECT_EQ(found(text.between("A", "B")), (texts{"Ab", "aB", "b"}));
    EXPECT_EQ(found(text.in(texts{"AB", "B", "x"})), (texts{"Ab", "aB", "b"}));
    EXPECT_EQ(found(text.in(texts{})), texts{});
}

TEST_P(columns_that_ignore_case, tell_letters_apart_that_are_not_ascii) {
    add({"Ä", "ä", "K", "k", "\u212A", "I", "ı"});
    EXPECT_EQ(found(col<&word::text> == "ä"), texts{"ä"});
    EXPECT_EQ(found(col<&word::text> == "K"), (texts{"K", "k"}));
    EXPECT_EQ(found(col<&word::text>.in(texts{"Ä", "i"})), (texts{"Ä", "I"}));
}

TEST_P(columns_that_ignore_case, make_the_other_side_ignore_it_too) {
    db().insert(person{0, "Ann", "ANN", "aNN", 1});
    const auto count = [&](auto condition) { return db().all(from<person>().where(condition)).size(); };
    EXPECT_EQ(count(col<&person::exact> == col<&person::name>), 1U);
    EXPECT_EQ(count(col<&person::name> == col<&person::exact>), 1U);
    EXPECT_EQ(count(col<&person::nick> == col<&person::name>), 1U);
    EXPECT_EQ(count(col<&person::exact> == "Ann"), 0U);
    EXPECT_EQ(count(col<&person::exact>.between(col<&person::name>, col<&person::nick>)), 1U);
    EXPECT_EQ(count(col<&person::nick> == std::optional<std::string>("ann")), 1U);
    EXPECT_EQ(count(col<&person::nick> != std::optional<std::string>("ann")), 0U);
    EXPECT_EQ(count(col<&person::nick> == std::optional<std::string>()), 0U);
}

TEST_P(columns_that_ignore_case, are_sorted_so) {
    add({"b", "A", "C", "a1", "_", "Z", "ä"});
    const auto sorted = [&](auto order) { return db().all(from<word>().order_by(order).select(col<&word::text>)); };
    EXPECT_EQ(sorted(asc(col<&word::text>)), (texts{"_", "A", "a1", "b", "C", "Z", "ä"}));
    EXPECT_EQ(sorted(desc(col<&word::text>)), (texts{"ä", "Z", "C", "b", "a1", "A", "_"}));
    for (const auto& nick :
         {std::optional<std::string>("b"), std::optional<std::string>("A"), std::optional<std::string>()})
        db().insert(someone("n" + nick.value_or(""), nick));
    EXPECT_EQ(db().all(from<person>().order_by(col<&person::nick>).select(col<&person::nick>)),
              (std::vector<std::optional<std::string>>{"A", "b", std::nullopt}));
}

TEST_P(columns_that_ignore_case, are_grouped_by_their_exact_texts) {
    add({"b", "A", "a", "B", "a"});
    const auto text = col<&word::text>;
    EXPECT_EQ(db().all(from<word>().select(text).distinct()).size(), 4U);
    const auto sorted = db().all(from<word>().select(text).distinct().order_by(text));
    ASSERT_EQ(sorted.size(), 4U);
    EXPECT_TRUE((sorted[0] == "a" && sorted[1] == "A") || (sorted[0] == "A" && sorted[1] == "a"));
    EXPECT_EQ(db().one(from<word>().select(stoa::count_distinct(text))), 4);
    const auto groups = db().all(from<word>().where(text == "A").group_by(text).select(text, stoa::count()));
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(std::get<1>(groups[0]) + std::get<1>(groups[1]), 3);
    EXPECT_EQ(db().one(from<word>().select(stoa::min(text), stoa::max(text))),
              (std::tuple<std::optional<std::string>, std::optional<std::string>>("A", "b")));
}

TEST_P(columns_that_ignore_case, match_patterns_by_their_exact_texts) {
    add({"Abc", "abc", "abd"});
    EXPECT_EQ(found(col<&word::text>.like("ab%")), (texts{"abc", "abd"}));
    EXPECT_EQ(found(col<&word::text>.like("AB%")), texts{});
}

TEST_P(columns_that_ignore_case, are_unique_so) {
    db().insert(someone("Ann", "A", 1));
    const auto refused = [&](const person& each) {
        const stoa::error failure = failure_of<stoa::constraint_violation>([&] { db().insert(each); });
        EXPECT_EQ(failure.code(), stoa::errc::unique_violation);
        return failure.constraint();
    };
    EXPECT_EQ(refused(someone("aNN", "b", 2)).name, "uq_people_name");
    EXPECT_EQ(refused(someone("aNN", "b", 2)).columns, texts{"name"});
    EXPECT_EQ(refused(someone("bob", "a", 1)).name, "one_nick");
    EXPECT_EQ(refused(someone("bob", "a", 1)).columns, (texts{"nick", "team"}));
    db().insert(someone("Cid", {}, 2));
    EXPECT_EQ(refused(someone("dan", {}, 2)).name, "one_nick");
    EXPECT_EQ(failure_of([&] { db().insert(someone("ROOT")); }).constraint().name, "ck_people_name");
    EXPECT_NO_THROW(db().insert(someone("Änn", "ä", 3)));
    EXPECT_NO_THROW(db().insert(someone("änn", "Ä", 3)));
}

TEST_P(columns_that_ignore_case, are_recognised_so_by_an_upsert) {
    person ann = someone("Ann", "first", 1);
    db().insert(ann);
    person again = someone("ANN", "second", 2);
    db().upsert(again, stoa::conflict_on(col<&person::name>));
    EXPECT_EQ(again.id, ann.id);
    const auto all = db().all(from<person>());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].name, "ANN"); // the row is what the record says
    EXPECT_EQ(all[0].nick, "second");
}

TEST_P(columns_that_ignore_case, are_found_by_updates_and_deletes) {
    db().insert(someone("Ann"));
    EXPECT_EQ(db().execute(stoa::update<person>().set(col<& person::team> = 9).where(col<&person::name> == "ANN")), 1);
    EXPECT_EQ(db().execute(stoa::delete_from<person>().where(col<&person::name> == "anN")), 1);
}

TEST_P(columns_that_ignore_case, join_by_what_is_the_same_to_them) {
    db().insert(someone("Ann"));
    add({"ANN", "ann", "bob"});
    const auto pairs = db().all(from<person>()
                                    .join<word>(col<&word::text> == col<&person::exact>)
                                    .order_by(col<&word::id>)
                                    .select(col<&word::text>));
    EXPECT_EQ(pairs, (texts{"ANN", "ann"}));
}

TEST_P(columns_that_ignore_case, are_read_back_as_defined) {
    EXPECT_EQ(stoa::verify<schema>(db()), std::vector<stoa::difference>{});
}

TEST_P(columns_that_ignore_case, are_not_those_that_do_not) {
    const auto differences = stoa::verify<stoa::schema<plain_word>>(db());
    ASSERT_FALSE(differences.empty());
    for (const stoa::difference& each : differences) EXPECT_EQ(each.table, "words");
}

STOA_TEST_ON_EVERY_DATABASE(columns_that_ignore_case);

} // namespace column_collation

// SPDX-License-Identifier: BSL-1.0
// Parents and children loaded along with records: which ones, in which order, and with how many statements.

#include "relations.hpp"

#include "failure.hpp"

#include <utility>

namespace relations {

TEST_P(related_records, children_come_by_their_primary_key_and_none_is_an_empty_vector) {
    fill();
    auto authors = db().all(from<author>().order_by(col<&author::name>), with<&book::author_id>);
    ASSERT_EQ(authors.size(), 3U);
    EXPECT_EQ(authors[0].record.name, "Ann");
    EXPECT_TRUE(authors[0].get<&book::author_id>().empty());
    EXPECT_EQ(titles(authors[1].get<&book::author_id>()), (texts{"Emma", "Persuasion"}));
    EXPECT_EQ(titles(authors[2].get<&book::author_id>()), (texts{"Frankenstein"}));
}

TEST_P(related_records, parents_are_shared_by_the_rows_that_reference_them) {
    fill();
    const auto books = db().all(from<book>().order_by(col<&book::title>), with<&book::author_id>);
    ASSERT_EQ(books.size(), 3U);
    EXPECT_EQ(books[0].record.title, "Emma");
    EXPECT_EQ(books[0].get<&book::author_id>().name, "Jane");
    EXPECT_EQ(books[1].get<&book::author_id>().name, "Mary");
    EXPECT_EQ(books[2].get<&book::author_id>().name, "Jane");
    EXPECT_EQ(&books[0].get<&book::author_id>(), &books[2].get<&book::author_id>());
}

TEST_P(related_records, a_parent_of_an_optional_key_can_be_missing) {
    fill();
    texts seen;
    for (const auto& [each, translator] :
         db().all(from<book>().order_by(col<&book::title>), with<&book::translator_id>))
        seen.push_back(each.title + ": " + (translator ? translator->name : "none"));
    EXPECT_EQ(seen, (texts{"Emma: none", "Frankenstein: none", "Persuasion: Mary"}));
    const auto translators = db().all(from<author>().order_by(col<&author::name>), with<&book::translator_id>);
    EXPECT_EQ(titles(translators[2].get<&book::translator_id>()), (texts{"Persuasion"}));
    EXPECT_TRUE(translators[1].get<&book::translator_id>().empty());
}

TEST_P(related_records, three_levels_take_one_statement_each) {
    fill();
    texts seen;
    EXPECT_EQ(counted().count([&](stoa::database& counting) {
        for (auto& [who, books, awards] : counting.all(
                 from<author>().order_by(col<&author::name>),
                 with<&book::author_id>(with<&review::book_id>, with<&book::translator_id>(with<&award::author_id>)),
                 with<&award::author_id>)) {
            std::string line = who.name + " " + std::to_string(awards.size());
            for (auto& [each, reviews, translator] : books) {
                line += " " + each.title;
                for (const review& one : reviews) line += " " + std::to_string(one.stars);
                if (translator) line += " by " + translator->record.name + " " + translator->get<1>().at(0).name;
            }
            seen.push_back(line);
        }
    }),
              6U);
    EXPECT_EQ(seen, (texts{"Ann 0", "Jane 0 Emma 5 3 Persuasion by Mary Prize", "Mary 1 Frankenstein 4"}));
}

TEST_P(related_records, of_no_rows_or_no_keys_are_not_asked_for) {
    EXPECT_EQ(counted().count([](stoa::database& counting) {
        EXPECT_TRUE(counting.all(from<author>(), with<&book::author_id>(with<&review::book_id>)).empty());
        EXPECT_FALSE(counting.first(from<author>(), with<&book::author_id>).has_value());
    }),
              2U);
    db().insert(author{{}, "Ann"});
    EXPECT_EQ(counted().count([](stoa::database& counting) {
        EXPECT_EQ(counting.all(from<author>(), with<&book::author_id>(with<&review::book_id>)).size(), 1U);
    }),
              2U);
    db().insert(employee{1, {}, "Ada"});
    EXPECT_EQ(counted().count([](stoa::database& counting) {
        EXPECT_EQ(counting.one(from<employee>(), stoa::parent<&employee::boss_id>).get<1>(), nullptr);
    }),
              1U);
}

TEST_P(related_records, children_are_sorted_and_chosen_as_asked) {
    fill();
    const auto jane_with = [&](const auto& relation) {
        return titles(db().one(from<author>().where(col<&author::name> == "Jane"), relation).template get<1>());
    };
    EXPECT_EQ(jane_with(with<&book::author_id>.order_by(desc(col<&book::title>))), (texts{"Persuasion", "Emma"}));
    EXPECT_EQ(jane_with(with<&book::author_id>.order_by(desc(col<&book::id>))), (texts{"Persuasion", "Emma"}));
    EXPECT_EQ(jane_with(with<&book::author_id>.where(col<&book::title> != "Emma")), (texts{"Persuasion"}));
    EXPECT_EQ(
        jane_with(with<&book::author_id>.where(col<&book::title> != "Emma").where(col<&book::translator_id>.is_null())),
        texts{});
    const stoa::condition<book> composed = col<&book::title> == "Emma";
    const stoa::sort_keys<book> orders{{"title", asc(col<&book::title>)}};
    EXPECT_EQ(jane_with(with<&book::author_id>.where(composed).order_by(orders.at("title"))), (texts{"Emma"}));
}

TEST_P(related_records, a_parent_is_missing_where_a_condition_leaves_it_out) {
    fill();
    const auto books =
        db().all(from<book>().order_by(col<&book::title>), with<&book::author_id>.where(col<&author::name> == "Mary"));
    EXPECT_EQ(books[0].get<&book::author_id>(), nullptr);
    ASSERT_NE(books[1].get<&book::author_id>(), nullptr);
    EXPECT_EQ(books[1].get<&book::author_id>()->name, "Mary");
}

TEST_P(related_records, records_that_reference_their_own_kind_have_both_ends) {
    db().insert(employee{1, {}, "Ada"});
    db().insert(employee{2, 1, "Bob"});
    db().insert(employee{3, 1, "Cid"});
    db().insert(employee{4, 2, "Dan"});
    using stoa::parent, stoa::children;
    texts seen;
    for (auto& [who, boss, staff] : db().all(from<employee>().order_by(col<&employee::id>), parent<&employee::boss_id>,
                                             children<&employee::boss_id>(children<&employee::boss_id>))) {
        std::string line = who.name + (boss ? " under " + boss->name : "");
        for (auto& [each, below] : staff) line += " " + each.name + "+" + std::to_string(below.size());
        seen.push_back(line);
    }
    EXPECT_EQ(seen, (texts{"Ada Bob+1 Cid+0", "Bob under Ada Dan+0", "Cid under Ada", "Dan under Bob"}));
    const auto bob = db().one(from<employee>().where(col<&employee::id> == 2), parent<&employee::boss_id>,
                              children<&employee::boss_id>);
    EXPECT_EQ(bob.get<parent<&employee::boss_id>>()->name, "Ada");
    EXPECT_EQ(bob.get<children<&employee::boss_id>>()[0].name, "Dan");
}

TEST_P(related_records, of_first_and_one_are_those_of_that_row) {
    fill();
    const auto found = db().first(from<author>().order_by(desc(col<&author::name>)), with<&book::author_id>);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(titles(found->get<&book::author_id>()), (texts{"Frankenstein"}));
    auto [each, who] = db().one(from<book>().where(col<&book::title> == "Emma"), with<&book::author_id>);
    EXPECT_EQ(each.title + who.name, "EmmaJane");
    EXPECT_EQ(stoa_test::failure_of([&] { db().one(from<book>(), with<&book::author_id>); }).code(),
              stoa::errc::too_many_rows);
    texts kept;
    for (const book& one :
         db().one(from<author>().where(col<&author::name> == "Jane"), with<&book::author_id>).get<&book::author_id>())
        kept.push_back(one.title); // of a temporary: by value
    EXPECT_EQ(kept, (texts{"Emma", "Persuasion"}));
    EXPECT_EQ(
        db().one(from<book>().where(col<&book::title> == "Emma"), with<&book::author_id>).get<&book::author_id>().name,
        "Jane");
}

TEST_P(related_records, are_given_to_every_row_in_which_their_record_stands) {
    fill();
    const auto authors = db().all(from<author>()
                                      .join<book>(col<&book::author_id> == col<&author::id>)
                                      .order_by(col<&book::title>)
                                      .select<author>(),
                                  with<&book::author_id>);
    ASSERT_EQ(authors.size(), 3U);
    EXPECT_EQ(titles(authors[0].get<&book::author_id>()), (texts{"Emma", "Persuasion"}));
    EXPECT_EQ(titles(authors[1].get<&book::author_id>()), (texts{"Frankenstein"}));
    EXPECT_EQ(titles(authors[2].get<&book::author_id>()), (texts{"Emma", "Persuasion"}));
}

TEST_P(related_records, of_two_thousand_parents_take_one_statement) {
    db().transaction([&] {
        for (int n = 0; n != 2000; ++n) {
            const author each = db().insert(author{{}, std::to_string(n)});
            for (int copy = 0; copy != n % 3; ++copy) db().insert(book{{}, each.id, {}, std::to_string(n)});
        }
    });
    EXPECT_EQ(counted().count([](stoa::database& counting) {
        std::size_t books = 0;
        for (auto& [who, written] : counting.all(from<author>(), with<&book::author_id>)) {
            EXPECT_EQ(written.size(), std::stoul(who.name) % 3);
            for (const book& each : written) EXPECT_EQ(each.title, who.name);
            books += written.size();
        }
        EXPECT_EQ(books, 1999U);
        for (auto& [each, who] : counting.all(from<book>(), with<&book::author_id>)) EXPECT_EQ(each.title, who.name);
    }),
              4U);
}

TEST_P(related_records, run_the_statement_that_one_would_write) {
    fill();
    counted().count([&](stoa::database& counting) {
        counting.all(from<author>(),
                     with<&book::author_id>.where(col<&book::title> != "x").order_by(desc(col<&book::title>)));
    });
    const texts loaded = counted().texts;
    counted().count([&](stoa::database& counting) {
        counting.all(from<book>()
                         .where(col<&book::author_id>.in(std::vector{jane.id}))
                         .where(col<&book::title> != "x")
                         .order_by(desc(col<&book::title>), col<&book::id>));
    });
    ASSERT_EQ(loaded.size(), 2U);
    EXPECT_EQ(loaded[1], counted().texts[0]);
}

TEST_P(related_records, follow_records_that_a_change_returns) {
    fill();
    const auto changed =
        db().all(stoa::update<book>().set(col<& book::title> = "E").where(col<&book::title> == "Emma").returning(),
                 with<&book::author_id>);
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].get<&book::author_id>().name, "Jane");
}

TEST_P(related_records, have_a_type_that_can_be_named) {
    using shelf = stoa::related_t<author, decltype(with<&book::author_id>(with<&review::book_id>))>;
    fill();
    std::vector<shelf> shelves =
        db().all(from<author>(), with<&book::author_id>(with<&review::book_id>).order_by(desc(col<&book::title>)));
    EXPECT_EQ(shelves.size(), 3U);
    shelf moved = std::move(shelves[0]);
    EXPECT_EQ(std::move(moved).get<&book::author_id>().size(), 2U);
}

STOA_TEST_ON_EVERY_DATABASE(related_records);

} // namespace relations

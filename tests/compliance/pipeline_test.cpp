// SPDX-License-Identifier: BSL-1.0
// Statements that are sent without waiting for the results of those before.

#include "bookshop.hpp"
#include "databases.hpp"
#include "failure.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace pipeline_test {

using bookshop::customer, bookshop::author, bookshop::loan;
using stoa::col, stoa::from, stoa::pipeline, stoa::pipelined;

struct pipelines : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<author, customer>>();
        db().insert_many(std::vector<customer>{{1, "a@x", "Ada"}, {2, "b@x", "Bob"}, {3, "c@x", "Cy"}});
    }

    static auto of_name(std::string name) { return from<customer>().where(col<&customer::name> == std::move(name)); }
    static auto rename(std::int64_t id, std::string name) {
        return stoa::update<customer>().set(col<&customer::name> = std::move(name)).where(col<&customer::id> == id);
    }
    std::string name_of(std::int64_t id) { return db().find<customer>(id).value().name; }
};

TEST_P(pipelines, give_each_statement_its_own_result) {
    for (int round = 0; round != 2; ++round) { // the second finds everything prepared
        auto [ada, none, bobs, first, renamed, gone] = db().pipeline([&](pipeline& p) {
            return std::tuple{p.find<customer>(1),         p.find<customer>(77),
                              p.all(of_name("Bob")),       p.first(from<customer>().order_by(desc(col<&customer::id>))),
                              p.execute(rename(2, "Rob")), p.erase<customer>(77)};
        });
        EXPECT_EQ(ada->value().name, "Ada");
        EXPECT_FALSE(*none);
        ASSERT_EQ(bobs->size(), 1U);
        EXPECT_EQ((*bobs)[0].id, 2);
        EXPECT_EQ(first->value().name, "Cy");
        EXPECT_EQ(*renamed, 1);
        EXPECT_EQ(*gone, false);
        EXPECT_EQ(name_of(2), "Rob");
        db().execute(rename(2, "Bob"));
    }
}

TEST_P(pipelines, see_what_those_before_have_changed) {
    pipelined<customer> dan;
    pipelined<author> eve;
    pipelined<std::vector<customer>> found;
    db().pipeline([&](pipeline& p) {
        dan = p.insert(customer{0, "d@x", "Dan"});
        p.insert(customer{40, "e@x", "Dan"}); // the numbers go on behind it
        eve = p.insert(author{{}, "Eve", {}});
        p.update(customer{1, "a@y", "Dan"});
        found = p.all(of_name("Dan").order_by(col<&customer::id>));
    });
    EXPECT_EQ(dan->id, 4);
    EXPECT_FALSE(eve->id.is_nil());
    ASSERT_EQ(found->size(), 3U);
    EXPECT_EQ((*found)[0].mail, "a@y");
    EXPECT_EQ(db().insert(customer{0, "f@x", "Flo"}).id, 41);
}

TEST_P(pipelines, stop_at_the_first_failure_and_change_nothing) {
    pipelined<std::int64_t> before;
    const stoa::error failure = stoa_test::failure_of<stoa::constraint_violation>([&] {
        db().pipeline([&](pipeline& p) {
            before = p.execute(rename(1, "Zoe"));
            p.find<customer>(1);
            p.insert(customer{9, "b@x", "twin"});
            p.execute(rename(2, "Zoe"));
            p.insert(customer{9, "c@x", "twin"});
        });
    });
    EXPECT_EQ(failure.code(), stoa::errc::unique_violation);
    EXPECT_EQ(failure.statement(), 2U);
    EXPECT_TRUE(failure.sql().starts_with("INSERT INTO \"customers\""));
    EXPECT_TRUE(stoa_test::says(failure, "statement of the pipeline: 2"));
    EXPECT_EQ(stoa_test::failure_of([&] { (void)before.value(); }).code(), stoa::errc::usage);
    EXPECT_EQ(name_of(1) + name_of(2), "AdaBob");
    EXPECT_EQ(db().pipeline([&](pipeline& p) { return p.find<customer>(3); })->value().name, "Cy") << "and go on";
}

TEST_P(pipelines, have_no_result_before_their_end) {
    pipelined<std::optional<customer>> never;
    EXPECT_EQ(stoa_test::failure_of([&] { (void)*never; }).code(), stoa::errc::usage);
    const auto too_early = [&](pipeline& p) { (void)p.find<customer>(1).value(); };
    EXPECT_EQ(stoa_test::failure_of([&] { db().pipeline(too_early); }).code(), stoa::errc::usage);
}

TEST_P(pipelines, are_taken_back_by_an_exception_in_their_body) {
    const auto changes_his_mind = [&](pipeline& p) {
        p.execute(rename(1, "Zoe"));
        p.all(from<author>());
        throw std::runtime_error("no");
    };
    EXPECT_THROW(db().pipeline(changes_his_mind), std::runtime_error);
    EXPECT_EQ(name_of(1), "Ada");
    EXPECT_TRUE(db().all(from<author>()).empty());
    EXPECT_THROW(db().pipeline([&](pipeline& p) { p.insert(customer{8, "bad \xff", ""}); }), stoa::mapping_error);
}

TEST_P(pipelines, let_nothing_else_run_beside_them) {
    EXPECT_EQ(stoa_test::failure_of([&] { db().pipeline([&](pipeline&) { db().find<customer>(1); }); }).code(),
              stoa::errc::usage);
    db().pipeline([](pipeline&) {});
    EXPECT_EQ(name_of(1), "Ada");
}

TEST_P(pipelines, are_part_of_the_transaction_they_are_in) {
    EXPECT_THROW(db().transaction([&] {
        db().pipeline([&](pipeline& p) { p.execute(rename(1, "Zoe")); });
        EXPECT_EQ(name_of(1), "Zoe");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(name_of(1), "Ada");
    const stoa::error failure = stoa_test::failure_of([&] {
        db().transaction([&] {
            try {
                db().pipeline([&](pipeline& p) { p.insert(customer{9, "b@x", "twin"}); });
            } catch (const stoa::constraint_violation&) {}
            db().find<customer>(1);
        });
    });
    EXPECT_EQ(failure.code(), stoa::errc::transaction_aborted);
    db().transaction([&] {
        EXPECT_THROW(db().transaction([&] {
            db().pipeline([&](pipeline& p) { p.insert(customer{9, "b@x", "twin"}); });
        }),
                     stoa::constraint_violation);
        db().pipeline([&](pipeline& p) { p.execute(rename(3, "Xi")); });
    });
    EXPECT_EQ(name_of(3), "Xi");
}

TEST_P(pipelines, refuse_a_statement_that_the_database_does_not_know) {
    for (int round = 0; round != 2; ++round) {
        const stoa::error failure = stoa_test::failure_of([&] {
            db().pipeline([&](pipeline& p) {
                p.execute(rename(1, "Zoe"));
                p.find<loan>(1); // there is no such table
                p.find<loan>(2);
                p.find<customer>(1);
            });
        });
        EXPECT_EQ(failure.code(), stoa::errc::undefined_object) << failure.what();
        EXPECT_EQ(failure.statement(), 1U);
        EXPECT_EQ(name_of(1), "Ada");
    }
}

TEST_P(pipelines, tell_what_could_not_be_read) {
    db().execute(stoa::delete_from<customer>());
    db().execute("INSERT INTO customers (id, mail, name) VALUES (5, 'x', 'y')");
    pipelined<std::int64_t> renamed;
    const stoa::error failure = stoa_test::failure_of([&] {
        db().pipeline([&](pipeline& p) {
            renamed = p.execute(rename(5, "z"));
            p.all(stoa::sql_query<"SELECT name FROM customers", bookshop::format>());
            p.execute(rename(5, "w"));
        });
    });
    EXPECT_EQ(failure.code(), stoa::errc::invalid_value) << failure.what();
    EXPECT_EQ(failure.statement(), 1U);
    EXPECT_EQ(name_of(5), "w") << "all of them have run";
}

TEST_P(pipelines, carry_more_both_ways_than_fits_between) {
    // 6 MB there and 6 MB back, which no socket has room for.
    const std::string long_name(100'000, 'n');
    std::vector<pipelined<std::vector<customer>>> found;
    db().pipeline([&](pipeline& p) {
        for (int n = 0; n != 60; ++n) {
            p.execute(rename(1, long_name));
            found.push_back(p.all(of_name(long_name)));
        }
    });
    for (const auto& each : found) EXPECT_EQ(each->at(0).name.size(), long_name.size());
}

TEST_P(pipelines, take_statements_that_are_composed) {
    std::vector<pipelined<std::vector<customer>>> found;
    db().pipeline([&](pipeline& p) {
        for (int n = 1; n != 400; ++n) { // more than are kept
            std::vector<stoa::condition<customer>> any;
            for (int i = 0; i != n % 300; ++i) any.push_back(col<&customer::id> == i);
            found.push_back(p.all(from<customer>().where(stoa::any_of(any))));
        }
    });
    EXPECT_EQ(found[0]->size(), 0U);
    EXPECT_EQ(found[2]->size(), 2U);
    EXPECT_EQ(found[298]->size(), 3U);
    EXPECT_EQ(name_of(1), "Ada");
}

STOA_TEST_ON_EVERY_DATABASE(pipelines);

} // namespace pipeline_test

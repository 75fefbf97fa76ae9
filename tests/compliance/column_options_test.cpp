// SPDX-License-Identifier: BSL-1.0
// Lengths and defaults of columns, as rows meet them that were not written by this library.

#include "databases.hpp"
#include "failure.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace options {

using namespace std::chrono_literals;
using namespace stoa::literals;

enum class state { fresh, used };
using owner = stoa::strong_id<struct owner_tag>;

struct row {
    std::int64_t id;
    std::string name;
    std::string quoted;
    std::int16_t small;
    std::int64_t large;
    bool on;
    bool off;
    double real;
    float single;
    stoa::decimal<8, 3> amount;
    state what;
    stoa::guid key;
    stoa::timestamp at;
    stoa::date day;
    std::optional<int> maybe;
    std::optional<int> nothing;
    owner of;
    stoa::timestamp created_at;
};

struct limited {
    int id;
    std::string text;
    std::optional<std::string> maybe;
};

} // namespace options

template <>
inline constexpr auto stoa::table<options::row> = [] {
    using options::row;
    using namespace options;
    return stoa::define<row>(
        "rows", stoa::primary_key(stoa::col<&row::id>).generated(stoa::identity),
        stoa::column(stoa::col<&row::name>).default_("none").max_length(20),
        stoa::column(stoa::col<&row::quoted>).default_("it's \\ \"ö\""),
        stoa::column(stoa::col<&row::small>).default_(-7), stoa::column(stoa::col<&row::large>).default_(INT64_MAX),
        stoa::column(stoa::col<&row::on>).default_(true), stoa::column(stoa::col<&row::off>).default_(false),
        stoa::column(stoa::col<&row::real>).default_(-1e-300), stoa::column(stoa::col<&row::single>).default_(0.1F),
        stoa::column(stoa::col<&row::amount>).default_(stoa::decimal<8, 3>("-12.340")),
        stoa::column(stoa::col<&row::what>).default_(state::used),
        stoa::column(stoa::col<&row::key>).default_("01890000-0000-7000-8000-0000000000ff"_guid),
        stoa::column(stoa::col<&row::at>).default_(stoa::timestamp(std::chrono::sys_days(2001y / 2 / 3) + 4h + 5us)),
        stoa::column(stoa::col<&row::day>).default_(stoa::date(std::chrono::sys_days(1999y / 12 / 31))),
        stoa::column(stoa::col<&row::maybe>).default_(5), stoa::column(stoa::col<&row::of>).default_(owner{9}),
        stoa::column(stoa::col<&row::created_at>).default_(stoa::now()));
}();
template <>
inline constexpr auto stoa::table<options::limited> =
    stoa::define<options::limited>("limited", stoa::primary_key(stoa::col<&options::limited::id>),
                                   stoa::column(stoa::col<&options::limited::text>).max_length(5),
                                   stoa::column(stoa::col<&options::limited::maybe>).max_length(1));

namespace options {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

struct options_of_columns : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<row, limited>>();
    }
};

TEST_P(options_of_columns, defaults_fill_what_a_script_leaves_out) {
    const auto before = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    db().execute("INSERT INTO rows (id) VALUES (1)");
    const auto found = db().find<row>(1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "none");
    EXPECT_EQ(found->quoted, "it's \\ \"ö\"");
    EXPECT_EQ(found->small, -7);
    EXPECT_EQ(found->large, INT64_MAX);
    EXPECT_TRUE(found->on);
    EXPECT_FALSE(found->off);
    EXPECT_EQ(found->real, -1e-300);
    EXPECT_EQ(found->single, 0.1F);
    EXPECT_EQ(found->amount, (stoa::decimal<8, 3>("-12.340")));
    EXPECT_EQ(found->what, state::used);
    EXPECT_EQ(found->key, "01890000-0000-7000-8000-0000000000ff"_guid);
    EXPECT_EQ(found->at, stoa::timestamp(std::chrono::sys_days(2001y / 2 / 3) + 4h + 5us));
    EXPECT_EQ(found->day, stoa::date(std::chrono::sys_days(1999y / 12 / 31)));
    EXPECT_EQ(found->maybe, 5);
    EXPECT_EQ(found->nothing, std::nullopt);
    EXPECT_EQ(found->of, owner{9});
    // The database's clock and this one differ by little where both run on one machine.
    EXPECT_GE(found->created_at, before - 1s);
    EXPECT_LE(found->created_at, std::chrono::system_clock::now() + 1s);
}

TEST_P(options_of_columns, defaults_are_found_by_queries_like_any_value) {
    db().execute("INSERT INTO rows (id) VALUES (1)");
    const auto rows = [this](auto condition) { return db().all(from<row>().where(condition)).size(); };
    EXPECT_EQ(rows(col<&row::key> == "01890000-0000-7000-8000-0000000000ff"_guid), 1U);
    EXPECT_EQ(rows(col<&row::at> == stoa::timestamp(std::chrono::sys_days(2001y / 2 / 3) + 4h + 5us)), 1U);
    EXPECT_EQ(rows(col<&row::amount> == stoa::decimal<8, 3>("-12.340")), 1U);
    EXPECT_EQ(rows(col<&row::what> == state::used && col<&row::on> && !col<&row::off>), 1U);
    EXPECT_EQ(rows(col<&row::single> == 0.1F && col<&row::real> == -1e-300), 1U);
    EXPECT_EQ(rows(col<&row::created_at> < stoa::timestamp(std::chrono::sys_days(2000y / 1 / 1))), 0U);
}

TEST_P(options_of_columns, defaults_do_not_replace_what_a_record_says) {
    const row stored = db().insert(row{});
    EXPECT_EQ(stored.id, 1);
    const auto found = db().find<row>(1);
    EXPECT_EQ(found->name, "");
    EXPECT_EQ(found->small, 0);
    EXPECT_EQ(found->maybe, std::nullopt);
    EXPECT_EQ(found->what, state::fresh);
    EXPECT_TRUE(found->key.is_nil());
    EXPECT_EQ(found->at, stoa::timestamp{});
    EXPECT_NE(found->created_at, stoa::timestamp{}); // this one is generated
}

TEST_P(options_of_columns, a_length_counts_characters_and_not_bytes) {
    EXPECT_NO_THROW(db().insert(limited{1, "12345", {}}));
    EXPECT_NO_THROW(db().insert(limited{2, "äöü€😀", "😀"}));
    EXPECT_NO_THROW(db().insert(limited{3, "", ""}));
    for (const std::string& text : {std::string("123456"), std::string("äöü€😀x"), std::string("     ") + " "}) {
        const stoa::error failure = failure_of<stoa::constraint_violation>([&] { db().insert(limited{4, text, {}}); });
        EXPECT_EQ(failure.code(), stoa::errc::check_violation);
        EXPECT_EQ(failure.constraint().name, "ck_limited_text_length");
        EXPECT_EQ(failure.constraint().table, "limited");
        EXPECT_EQ(failure.constraint().columns, std::vector<std::string>{"text"});
    }
    EXPECT_EQ(failure_of([&] { db().insert(limited{4, "", "ab"}); }).constraint().name, "ck_limited_maybe_length");
    EXPECT_EQ(db().find<limited>(2)->text, "äöü€😀");
    EXPECT_FALSE(db().find<limited>(4));
}

TEST_P(options_of_columns, a_length_holds_for_updates_too) {
    db().insert(limited{1, "12345", {}});
    EXPECT_THROW(db().update(limited{1, "123456", {}}), stoa::constraint_violation);
    EXPECT_THROW(db().execute(stoa::update<limited>().set(col<& limited::text> = "123456")),
                 stoa::constraint_violation);
    EXPECT_EQ(db().find<limited>(1)->text, "12345");
}

STOA_TEST_ON_EVERY_DATABASE(options_of_columns);

} // namespace options

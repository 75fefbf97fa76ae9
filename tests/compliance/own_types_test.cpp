// SPDX-License-Identifier: BSL-1.0
// Types that the library has never heard of, stored by way of a stoa::mapping of their own.

#include "cells.hpp"

#include <stdexcept>

namespace own_types {

/// Kept as text that is made only for storing it.
struct email {
    std::string local;
    std::string host;
    friend bool operator==(const email&, const email&) = default;
};

/// Kept as one number.
struct rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend constexpr bool operator==(const rgb&, const rgb&) = default;
    friend constexpr auto operator<=>(const rgb&, const rgb&) = default;
};

/// Kept as a decimal.
struct money {
    std::int64_t cents = 0;
    friend constexpr bool operator==(const money&, const money&) = default;
    friend constexpr auto operator<=>(const money&, const money&) = default;
};

/// Accepts only even numbers.
struct even {
    std::int32_t number = 0;
    friend bool operator==(const even&, const even&) = default;
};

} // namespace own_types

template <>
struct stoa::mapping<own_types::email> {
    using stored_type = std::string;
    static std::string store(const own_types::email& value) { return value.local + "@" + value.host; }
    static own_types::email load(std::string text) {
        const std::size_t at = text.rfind('@');
        return {text.substr(0, at), text.substr(at + 1)};
    }
};

template <>
struct stoa::mapping<own_types::rgb> {
    using stored_type = std::int32_t;
    static constexpr std::int32_t store(const own_types::rgb& c) { return c.red << 16 | c.green << 8 | c.blue; }
    static constexpr own_types::rgb load(std::int32_t n) {
        return {static_cast<std::uint8_t>(n >> 16), static_cast<std::uint8_t>(n >> 8), static_cast<std::uint8_t>(n)};
    }
};

template <>
struct stoa::mapping<own_types::money> {
    using stored_type = stoa::decimal<12, 2>;
    static constexpr stored_type store(const own_types::money& m) { return stored_type::from_unscaled(m.cents); }
    static constexpr own_types::money load(stored_type d) { return {d.unscaled()}; }
};

template <>
struct stoa::mapping<own_types::even> {
    using stored_type = std::int32_t;
    static const std::int32_t& store(const own_types::even& e) { return e.number; }
    static own_types::even load(std::int32_t n) {
        if (n % 2 != 0) throw std::domain_error("odd");
        return {n};
    }
};

namespace own_types {

struct account {
    email address;
    rgb color;
    money balance;
    std::optional<email> deputy;
    std::optional<rgb> shade;
};

} // namespace own_types

template <>
inline constexpr auto stoa::table<own_types::account> = stoa::define<own_types::account>(
    "accounts", stoa::primary_key(stoa::col<&own_types::account::address>),
    stoa::unique(stoa::col<&own_types::account::color>),
    stoa::foreign_key(stoa::col<&own_types::account::deputy>).references(stoa::col<&own_types::account::address>),
    stoa::check(stoa::col<&own_types::account::balance> >= own_types::money{-10'000}).named("ck_overdraft"),
    stoa::column(stoa::col<&own_types::account::shade>).default_(own_types::rgb{0, 0, 1}));

namespace own_types {

using stoa::col, stoa::from;

struct own : stoa_test::databases {};

const email ann{"ann", "example.org"};
const email bob{"b'o\"b", "\xC3\xA9xample.org"};

TEST_P(own, a_type_stored_as_a_number_is_kept_found_again_and_ordered) {
    cells::expect_ordered_type<rgb>(db(),
                                    {rgb{0, 0, 0}, rgb{0, 0, 255}, rgb{0, 1, 0}, rgb{1, 0, 0}, rgb{255, 255, 255}});
}

TEST_P(own, a_type_stored_as_a_decimal_is_kept_found_again_and_ordered) {
    cells::expect_ordered_type<money>(
        db(), {money{-999'999'999'999}, money{-1}, money{0}, money{29}, money{100}, money{999'999'999'999}});
}

TEST_P(own, a_type_stored_as_text_made_for_it_is_kept_and_found_again) {
    const std::vector<email> values{ann, bob, {"", ""}, {std::string(70'000, 'x'), "long.example"}, {"a@b", "c"}};
    cells::fill(db(), values);
    cells::expect_rows(db(), values);
    cells::expect_found(db(), values);
    cells::expect_updated(db(), values);
}

TEST_P(own, an_optional_one_tells_null_from_empty) {
    cells::expect_nullable(db(), email{}, ann);
}

TEST_P(own, an_optional_number_like_one_tells_null_from_zero) {
    cells::expect_nullable_ordered(db(), rgb{}, rgb{9, 8, 7});
}

TEST_P(own, they_are_keys_references_and_values_of_updates) {
    db().create<stoa::schema<account>>();
    db().insert(account{ann, {1, 2, 3}, {500}, {}, rgb{7, 7, 7}});
    db().insert(account{bob, {4, 5, 6}, {-10'000}, ann, {}});

    const std::optional<account> found = db().find<account>(bob);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->color, (rgb{4, 5, 6}));
    EXPECT_EQ(found->balance, money{-10'000});
    EXPECT_EQ(found->deputy, ann);
    EXPECT_EQ(found->shade, std::nullopt);
    EXPECT_FALSE(db().find<account>(email{"nobody", "example.org"}));

    EXPECT_EQ(db().execute(stoa::update<account>()
                               .set(col<& account::color> = rgb{0, 0, 9}, col<& account::deputy> = bob,
                                    col<& account::balance> = money{1'050})
                               .where(col<&account::address> == ann && col<&account::balance> < money{501})),
              1);
    const account changed = db().one(from<account>().where(col<&account::deputy> == bob));
    EXPECT_EQ(changed.address, ann);
    EXPECT_EQ(changed.color, (rgb{0, 0, 9}));
    EXPECT_EQ(changed.balance, money{1'050});
    EXPECT_EQ(
        db().all(from<account>().where(col<&account::color>.in({rgb{0, 0, 9}, rgb{}})).select(col<&account::address>)),
        std::vector{ann});
    EXPECT_EQ(
        db().all(from<account>().where(col<&account::address>.like("%@\xC3\xA9%")).select(col<&account::address>)),
        std::vector{bob});
    EXPECT_TRUE(db().upsert(account{bob, {4, 5, 6}, {1}, {}, {}}).address == bob);
    EXPECT_TRUE(db().erase<account>(ann));
    EXPECT_EQ(db().all(from<account>()).size(), 1U);
}

TEST_P(own, constraints_speak_of_them) {
    db().create<stoa::schema<account>>();
    db().insert(account{ann, {1, 2, 3}, {-10'000}, {}, {}});
    const auto refusal_of = [&](const account& each) {
        try {
            db().insert(each);
        } catch (const stoa::constraint_violation& refusal) {
            return refusal.constraint().name;
        }
        return std::string("none");
    };
    EXPECT_EQ(refusal_of({bob, {1, 2, 4}, {-10'001}, {}, {}}), "ck_overdraft");
    EXPECT_EQ(refusal_of({bob, {1, 2, 3}, {0}, {}, {}}), "uq_accounts_color");
    EXPECT_EQ(refusal_of({bob, {1, 2, 4}, {0}, email{"no", "one"}, {}}), "fk_accounts_deputy");
    EXPECT_EQ(refusal_of({ann, {1, 2, 4}, {0}, {}, {}}), "pk_accounts");
    EXPECT_EQ(refusal_of({bob, {1, 2, 4}, {0}, ann, {}}), "none");
}

TEST_P(own, a_default_is_stored_as_the_type_is) {
    db().create<stoa::schema<account>>();
    db().execute("INSERT INTO accounts (address, color, balance) VALUES ('ann@example.org', 5, 0)");
    EXPECT_EQ(db().find<account>(ann)->shade, (rgb{0, 0, 1}));
}

TEST_P(own, text_that_no_database_keeps_is_refused_for_them_too) {
    cells::fill(db(), std::vector{ann});
    const email bad{"a\xFF", "b"};
    EXPECT_THROW(db().insert(cells::cell<email>{2, bad}), stoa::mapping_error);
    EXPECT_THROW(cells::rows_where<email>(db(), cells::value<email> == bad), stoa::mapping_error);
    EXPECT_THROW(cells::rows_where<email>(db(), cells::value<email>.in(std::vector{ann, bad})), stoa::mapping_error);
    cells::expect_rows(db(), std::vector{ann});
}

TEST_P(own, what_their_load_throws_reaches_the_caller_and_the_session_goes_on) {
    cells::fill<even>(db(), {even{2}, even{3}, even{4}}); // storing does not ask
    EXPECT_THROW(db().find<cells::cell<even>>(2), std::domain_error);
    EXPECT_THROW(db().all(from<cells::cell<even>>()), std::domain_error);
    const auto read_all = [&] {
        int sum = 0;
        for (const cells::cell<even>& each : db().stream(from<cells::cell<even>>().order_by(cells::id<even>)))
            sum += each.value.number;
        return sum;
    };
    EXPECT_THROW(read_all(), std::domain_error);
    db().transaction([&] {
        EXPECT_THROW(db().find<cells::cell<even>>(2), std::domain_error);
        EXPECT_TRUE(db().update(cells::cell<even>{2, even{6}}));
    });
    EXPECT_EQ(read_all(), 12);
}

STOA_TEST_ON_EVERY_DATABASE(own);

} // namespace own_types

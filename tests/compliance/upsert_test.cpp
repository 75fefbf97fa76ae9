// SPDX-License-Identifier: BSL-1.0
// Insert or update: which row is recognised, what it keeps, and what the record learns.

#include "databases.hpp"
#include "failure.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace upserts {

struct package {
    stoa::guid id;
    std::string name;
    std::string version;
    std::optional<std::int64_t> size;
    stoa::timestamp created_at;
};

/// A natural key, and two others.
struct account {
    std::string login;
    std::string mail;
    int country;
    int number;
    bool active;
};

struct tag {
    std::string word;
    std::int64_t owner;
};

} // namespace upserts

template <>
inline constexpr auto stoa::table<upserts::package> =
    stoa::define<upserts::package>("packages",
                                   stoa::primary_key(stoa::col<&upserts::package::id>).generated(stoa::guid_v7),
                                   stoa::unique(stoa::col<&upserts::package::name>),
                                   stoa::column(stoa::col<&upserts::package::created_at>).default_(stoa::now()));
template <>
inline constexpr auto stoa::table<upserts::account> = stoa::define<upserts::account>(
    "accounts", stoa::primary_key(stoa::col<&upserts::account::login>),
    stoa::index(stoa::col<&upserts::account::mail>).unique(),
    stoa::unique(stoa::col<&upserts::account::country>, stoa::col<&upserts::account::number>));
template <>
inline constexpr auto stoa::table<upserts::tag> = stoa::define<upserts::tag>(
    "tags", stoa::primary_key(stoa::col<&upserts::tag::word>, stoa::col<&upserts::tag::owner>));

namespace upserts {

using stoa::col;
using stoa::conflict_on;
using stoa::from;

using all_tables = stoa::schema<package, account, tag>;

struct upsert_of_records : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<all_tables>();
    }

    template <class Record>
    std::int64_t count() {
        return db().one(from<Record>().select(stoa::count()));
    }
};

package named(std::string name, std::string version) {
    return {{}, std::move(name), std::move(version), {}, {}};
}

TEST_P(upsert_of_records, inserts_what_is_new_and_fills_it) {
    package fresh = named("zlib", "1.2");
    db().upsert(fresh);
    EXPECT_EQ(fresh.id.version(), 7);
    EXPECT_NE(fresh.created_at, stoa::timestamp{});
    EXPECT_EQ(db().find<package>(fresh.id)->version, "1.2");
}

TEST_P(upsert_of_records, updates_the_row_with_the_same_primary_key) {
    db().insert(account{"ann", "ann@example.org", 43, 1, true});
    db().upsert(account{"ann", "new@example.org", 49, 2, false});
    EXPECT_EQ(count<account>(), 1);
    const auto stored = db().find<account>("ann");
    EXPECT_EQ(stored->mail, "new@example.org");
    EXPECT_EQ(stored->country, 49);
    EXPECT_EQ(stored->number, 2);
    EXPECT_FALSE(stored->active);
}

TEST_P(upsert_of_records, by_a_unique_key_keeps_the_primary_key_and_the_time_of_creation) {
    package first = named("zlib", "1.2");
    first.created_at = stoa::timestamp(std::chrono::seconds(1'000'000));
    db().insert(first);

    package second = named("zlib", "1.3");
    second.size = 77;
    db().upsert(second, conflict_on(col<&package::name>));
    EXPECT_EQ(count<package>(), 1);
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(second.created_at, first.created_at);
    const auto stored = db().find<package>(first.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->version, "1.3");
    EXPECT_EQ(stored->size, 77);
    EXPECT_EQ(stored->created_at, first.created_at);
}

TEST_P(upsert_of_records, by_primary_key_keeps_the_time_of_creation) {
    package first = named("zlib", "1.2");
    first.created_at = stoa::timestamp(std::chrono::seconds(1'000'000));
    db().insert(first);
    package second{first.id, "zlib", "1.3", {}, {}};
    db().upsert(second);
    EXPECT_EQ(second.created_at, first.created_at);
    EXPECT_EQ(db().find<package>(first.id)->created_at, first.created_at);
    EXPECT_EQ(db().find<package>(first.id)->version, "1.3");
}

TEST_P(upsert_of_records, a_second_time_changes_nothing) {
    const package first = db().upsert(named("zlib", "1.2"), conflict_on(col<&package::name>));
    const package second = db().upsert(named("zlib", "1.2"), conflict_on(col<&package::name>));
    EXPECT_EQ(count<package>(), 1);
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(second.created_at, first.created_at);
    EXPECT_EQ(db().find<package>(first.id)->version, "1.2");
}

TEST_P(upsert_of_records, sets_an_optional_field_back_to_null) {
    package first = named("zlib", "1.2");
    first.size = 5;
    db().insert(first);
    db().upsert(named("zlib", "1.2"), conflict_on(col<&package::name>));
    EXPECT_EQ(db().find<package>(first.id)->size, std::nullopt);
}

TEST_P(upsert_of_records, recognises_a_row_by_a_unique_index) {
    db().insert(account{"ann", "ann@example.org", 43, 1, true});
    const account stored =
        db().upsert(account{"other", "ann@example.org", 43, 5, false}, conflict_on(col<&account::mail>));
    EXPECT_EQ(stored.login, "ann");
    EXPECT_EQ(count<account>(), 1);
    EXPECT_EQ(db().find<account>("ann")->number, 5);
    EXPECT_FALSE(db().find<account>("other"));
}

TEST_P(upsert_of_records, recognises_a_row_by_a_composite_key_named_in_any_order) {
    db().insert(account{"ann", "ann@example.org", 43, 1, true});
    db().upsert(account{"bob", "bob@example.org", 43, 1, false},
                conflict_on(col<&account::number>, col<&account::country>));
    EXPECT_EQ(count<account>(), 1);
    EXPECT_EQ(db().find<account>("ann")->mail, "bob@example.org");
    db().upsert(account{"bob", "other@example.org", 43, 2, false},
                conflict_on(col<&account::number>, col<&account::country>));
    EXPECT_EQ(count<account>(), 2);
}

TEST_P(upsert_of_records, fails_on_a_key_other_than_the_one_it_recognises_rows_by) {
    db().insert(account{"ann", "ann@example.org", 43, 1, true});
    const stoa::error refused = stoa_test::failure_of<stoa::constraint_violation>([&] {
        db().upsert(account{"bob", "ann@example.org", 43, 2, true});
    });
    EXPECT_EQ(refused.code(), stoa::errc::unique_violation);
    EXPECT_EQ(refused.constraint().name, "ix_accounts_mail");
    EXPECT_EQ(count<account>(), 1);
}

TEST_P(upsert_of_records, of_a_row_that_is_all_key_is_the_row_itself) {
    db().upsert(tag{"red", 1});
    const tag again = db().upsert(tag{"red", 1});
    EXPECT_EQ(again.word, "red");
    EXPECT_EQ(again.owner, 1);
    db().upsert(tag{"red", 2});
    EXPECT_EQ(count<tag>(), 2);
}

TEST_P(upsert_of_records, leaves_a_constant_record_as_it_is) {
    const package first = db().insert(named("zlib", "1.2"));
    const package constant = named("zlib", "1.4");
    const package stored = db().upsert(constant, conflict_on(col<&package::name>));
    EXPECT_TRUE(constant.id.is_nil());
    EXPECT_EQ(stored.id, first.id);
}

STOA_TEST_ON_EVERY_DATABASE(upsert_of_records);

} // namespace upserts

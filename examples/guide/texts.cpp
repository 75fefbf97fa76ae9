// SPDX-License-Identifier: BSL-1.0

// docs/guide/texts.md

#include "guide.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace {

// [struct]
struct account {
    stoa::guid id;
    std::string login;
    std::string name;
    std::string about;
};
// [/struct]

} // namespace

// clang-format off
// [definition]
template <> inline constexpr auto stoa::table<account> = stoa::define<account>("accounts",
    primary_key(col<&account::id>).generated(guid_v7),
    column(col<&account::id>).default_(guid_v4),
    column(col<&account::login>).collate(case_insensitive),
    unique(col<&account::login>),
    prefix_index(col<&account::name>),
    trigram_index(col<&account::about>).concurrently());
// [/definition]
// clang-format on

namespace {

using stoa::col;
using accounts = stoa::schema<account>;

// [report]
static_assert(stoa::ddl_report<accounts, stoa::dialect::sqlite>[0].what == "left out"); // ix_accounts_about
static_assert(stoa::ddl_report<accounts, stoa::dialect::postgres>[0].what == "compared as lower(…)");
// [/report]

void work(stoa::database& db) {
    db.create<accounts>();
    // [case]
    db.insert(account{{}, "Ann", "Ann Arbor", "likes trees"});
    const auto ann = stoa::from<account>().where(col<&account::login> == "ANN").select(col<&account::login>);
    guide::expect(db.one(ann) == "Ann");
    guide::expect_error<stoa::constraint_violation>(stoa::errc::unique_violation, [&] {
        db.insert(account{{}, "aNN", "Anna", ""});
    });
    db.upsert(account{{}, "ANN", "Ann Arbor", "likes birds"}, stoa::conflict_on(col<&account::login>));
    guide::expect(db.one(ann) == "ANN");
    // [/case]
    // [patterns]
    guide::expect(db.all(stoa::from<account>().where(col<&account::name>.like("Ann%"))).size() == 1);
    guide::expect(db.all(stoa::from<account>().where(col<&account::about>.like("%bird%"))).size() == 1);
    // [/patterns]
    // [concurrently]
    db.create_indexes_concurrently<accounts>(); // those that do not exist, outside of any transaction
    // [/concurrently]
    db.drop<accounts>();
}

template <class Dialect>
void show() {
    guide::show("accounts", stoa::ddl<accounts, Dialect>);
    guide::show("query", stoa::sql_of<Dialect>(stoa::from<account>()
                                                   .where(col<&account::login> == "ANN")
                                                   .order_by(col<&account::login>)
                                                   .select(col<&account::name>)));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

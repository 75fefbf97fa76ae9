// SPDX-License-Identifier: BSL-1.0

// Many rows at once: loaded, corrected, looked up and summed up, each in one statement or one stream. DATABASE_URL
// names a database; without it, one in memory.

#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

namespace weather {

struct reading {
    std::int64_t id;
    std::string station;
    stoa::timestamp at;
    stoa::decimal<5, 1> celsius;
};

/// A reading of a list of corrections.
struct correction {
    std::int64_t id;
    stoa::decimal<5, 1> celsius;
};

} // namespace weather

using stoa::col, stoa::from;
using weather::correction, weather::reading;

template <>
inline constexpr auto stoa::table<reading> =
    stoa::define<reading>("readings", primary_key(col<&reading::id>), unique(col<&reading::station>, col<&reading::at>),
                          check(col<&reading::celsius> >= -90));

namespace {

using celsius_t = stoa::decimal<5, 1>;

/// One reading an hour and station.
std::vector<reading> readings(int number) {
    using namespace std::chrono;
    const stoa::timestamp begin = sys_days(year(2024) / 1 / 1);
    const char* stations[] = {"harbour", "hill", "station"};
    std::vector<reading> made;
    for (int n = 0; n != number; ++n)
        made.push_back({n + 1, stations[n % 3], begin + hours(n / 3), celsius_t::from_unscaled(n * 37 % 300 - 50)});
    return made;
}

} // namespace

int main() {
    const char* url = std::getenv("DATABASE_URL");
    stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
    db.create_if_missing<stoa::schema<reading>>();
    db.execute(stoa::delete_from<reading>());

    // All or none: COPY on PostgreSQL, 32 rows a statement on SQLite.
    std::vector<reading> list = readings(30000);
    std::cout << db.insert_many(list) << " readings loaded\n";

    // A row that is refused says which one it was, and nothing stays of the rest.
    std::vector<reading> bad = readings(30000);
    for (reading& each : bad) each.id += 30000, each.at += std::chrono::years(10);
    bad[12345].celsius = celsius_t(-300);
    try {
        db.insert_many(bad);
    } catch (const stoa::constraint_violation& error) {
        std::cout << "refused by " << error.constraint().name << ": number " << error.record().value() << '\n';
    }
    std::cout << db.one(from<reading>().select(stoa::count())) << " readings there\n";

    // Many rows changed in one statement. It has one parameter for each column, however long the list is.
    std::vector<correction> corrections;
    for (int n = 1; n <= 3000; ++n) corrections.push_back({n, celsius_t(20)});
    const auto given = stoa::rows<"given">(corrections);
    std::cout << db.execute(stoa::update<reading>()
                                .set(col<& reading::celsius> = given[col<&correction::celsius>])
                                .from(given)
                                .where(col<&reading::id> == given[col<&correction::id>]))
              << " readings corrected\n";

    // Many keys looked up in one statement, in the order of the keys.
    const std::vector<std::int64_t> keys{30000, 1, 30001};
    for (const std::optional<reading>& each : db.find_many<reading>(keys))
        std::cout << (each ? each->station + " " + to_string(each->celsius) : "no such reading") << '\n';

    // A stream holds one row at a time, of however many.
    std::int64_t frost = 0;
    for (celsius_t each : db.stream(from<reading>().select(col<&reading::celsius>))) frost += each < celsius_t(0);
    std::cout << frost << " readings below zero\n";

    for (auto&& [station, count, mean] :
         db.stream(from<reading>()
                       .group_by(col<&reading::station>)
                       .order_by(col<&reading::station>)
                       .select(col<&reading::station>, stoa::count(), avg(col<&reading::celsius>))))
        std::cout << station << ": " << count << " readings, " << mean.value() << " on average\n";
}

// SPDX-License-Identifier: BSL-1.0

// Flats to let, searched as a form on a page would: every field can be empty, and the order is the user's. DATABASE_URL
// names a database; without it, one in memory.

#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letting {

struct flat {
    std::string address;
    std::string city;
    std::int32_t rooms;
    stoa::decimal<8, 2> rent;
    std::optional<std::int32_t> floor;
};

/// What a user has filled in.
struct search {
    std::string_view title{};
    std::vector<std::string> cities{};
    std::optional<std::string> street{};
    std::optional<stoa::decimal<8, 2>> most{};
    std::vector<std::int32_t> floors{}; // any of them; empty: all
    std::string order = "rent";
};

} // namespace letting

using letting::flat, letting::search;
using stoa::col, stoa::condition, stoa::from;

template <>
inline constexpr auto stoa::table<flat> =
    stoa::define<flat>("flats", primary_key(col<&flat::address>), check(col<&flat::rooms> > 0));

namespace {

using rent_t = stoa::decimal<8, 2>;

/// Only fields that are filled in become conditions.
condition<flat> filter_of(const search& form) {
    std::vector<condition<flat>> every;
    if (!form.cities.empty()) every.push_back(col<&flat::city>.in(form.cities));
    if (form.street) every.push_back(contains(col<&flat::address>, *form.street));
    if (form.most) every.push_back(col<&flat::rent> <= *form.most);
    std::vector<condition<flat>> some;
    for (std::int32_t floor : form.floors) some.push_back(col<&flat::floor> == floor);
    if (!some.empty()) every.push_back(any_of(some));
    return all_of(every);
}

/// The orders that can be asked for; no other text gets near the statement.
const stoa::sort_keys<flat> orders{{"rent", asc(col<&flat::rent>)}, {"rooms", desc(col<&flat::rooms>)}};

void show(stoa::database& db, const search& form) {
    std::cout << form.title << '\n';
    try {
        const auto page = from<flat>()
                              .where(filter_of(form))
                              .order_by(orders.at(form.order), col<&flat::address>) // the key: no row on two pages
                              .limit(3);
        for (const flat& each : db.stream(page))
            std::cout << "  " << each.address << ", " << each.city << ": " << each.rooms << " rooms, "
                      << to_string(each.rent) << '\n';
    } catch (const stoa::mapping_error& error) {
        std::cout << "  " << error.info().message << '\n';
    }
}

} // namespace

int main() {
    const char* url = std::getenv("DATABASE_URL");
    stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
    db.create_if_missing<stoa::schema<flat>>();
    db.execute(stoa::delete_from<flat>());
    db.insert_many(std::vector<flat>{{"Canal 1", "Ghent", 2, rent_t(700), 0},
                                     {"Canal 2", "Ghent", 4, rent_t("1250.50"), 3},
                                     {"Quay 5", "Bruges", 3, rent_t(900), 1},
                                     {"Quay 100%", "Bruges", 1, rent_t(450), 3},
                                     {"Mill Lane 7", "Leuven", 3, rent_t(890), {}}});

    show(db, {.title = "everything"});
    show(db, {.title = "in two cities, at most 900", .cities = {"Ghent", "Bruges"}, .most = rent_t(900)});
    show(db, {.title = "on the first or third floor, by size", .floors = {1, 3}, .order = "rooms"});
    show(db, {.title = "a street with a % in it", .street = "0%"});
    show(db, {.title = "an injection", .street = "' OR 1 = 1 --"});
    show(db, {.title = "an order that is not offered", .order = "rent; DROP TABLE flats"});
}

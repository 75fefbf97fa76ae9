// SPDX-License-Identifier: BSL-1.0

// docs/guide/parameters.md

#include "guide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace {

struct ware {
    std::int64_t id;
    std::string name;
    stoa::decimal<10, 2> price;
    std::optional<std::int32_t> weight;
};

} // namespace

template <>
inline constexpr auto stoa::table<ware> = stoa::define<ware>("wares", primary_key(col<&ware::id>).generated(identity));

namespace {

using stoa::arg, stoa::asc, stoa::col, stoa::from, stoa::param;
using money = stoa::decimal<10, 2>;

// [query]
constexpr auto cheap = from<ware>()
                           .where(col<&ware::price> < param<"limit", money> &&
                                  (col<&ware::weight>.is_null() || col<&ware::weight> < param<"most", std::int32_t>))
                           .order_by(asc(col<&ware::id>));
// [/query]

// [kinds]
constexpr auto page = from<ware>()
                          .where(col<&ware::id>.in(param<"ids", std::vector<std::int64_t>>)&&col<&ware::name>.like(
                              param<"pattern", std::string>))
                          .order_by(asc(col<&ware::id>))
                          .limit(param<"rows", int>)
                          .offset(param<"skip", int>);
// [/kinds]

// [change]
constexpr auto weigh = stoa::update<ware>()
                           .set(col<& ware::weight> = param<"weight", std::optional<std::int32_t>>)
                           .where(col<&ware::name> == param<"name", std::string>);
// [/change]

void work(stoa::database& db) {
    db.create<stoa::schema<ware>>();
    db.insert_many(
        std::vector<ware>{{0, "bolt", money("0.25"), 10}, {0, "board", money(8), 900}, {0, "nail", money("0.05"), {}}});

    // [run]
    std::vector<ware> wares = db.all(cheap, arg<"limit">(money(5)), arg<"most">(500));
    std::optional<ware> one = db.first(cheap, arg<"most">(500), arg<"limit">(1));
    // [/run]
    guide::expect(wares.size() == 2 && one->name == "bolt");

    // [run_kinds]
    std::vector<ware> second =
        db.all(page, arg<"ids">(std::vector{1, 2, 3}), arg<"pattern">("bo%"), arg<"rows">(1), arg<"skip">(1));
    // [/run_kinds]
    guide::expect(second.size() == 1 && second[0].name == "board");

    // [run_change]
    db.execute(weigh, arg<"weight">(std::nullopt), arg<"name">("bolt"));
    // [/run_change]
    guide::expect(!db.one(from<ware>().where(col<&ware::name> == "bolt")).weight);

    guide::expect_error<stoa::mapping_error>(stoa::errc::out_of_range, [&] {
        db.all(page, arg<"ids">(std::vector{1}), arg<"pattern">("%"), arg<"rows">(-1), arg<"skip">(0));
    });
}

template <class Dialect>
void show() {
    guide::show("query", stoa::sql_of<Dialect>(cheap));
    guide::show("kinds", stoa::sql_of<Dialect>(page));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

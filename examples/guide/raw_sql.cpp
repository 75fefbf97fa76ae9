// SPDX-License-Identifier: BSL-1.0

// docs/guide/raw_sql.md

#include "guide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace {

struct maker {
    std::int64_t id;
    std::string name;
};

struct ware {
    std::int64_t id;
    std::int64_t maker_id;
    std::string name;
    double price;
    std::optional<std::int32_t> weight;
};

} // namespace

template <>
inline constexpr auto stoa::table<maker> =
    stoa::define<maker>("makers", primary_key(col<&maker::id>).generated(identity));

template <>
inline constexpr auto stoa::table<ware> =
    stoa::define<ware>("wares", primary_key(col<&ware::id>).generated(identity),
                       foreign_key(col<&ware::maker_id>).references(col<&maker::id>));

namespace {

using stoa::arg, stoa::asc, stoa::col, stoa::desc, stoa::from, stoa::param, stoa::sql;

// [fragment]
auto similar(const std::string& name, std::int64_t distance) {
    return from<ware>()
        .where(sql<"abs(length({}) - length({name})) <= {} AND {} <> {name}", bool>(
            col<&ware::name>, distance, col<&ware::name>, arg<"name">(name)))
        .order_by(desc(sql<"{} * 100 / length({})", double>(col<&ware::price>, col<&ware::name>)))
        .select(col<&ware::id>, sql<"nullif({}, '')", std::optional<std::string>>(col<&ware::name>));
}
// [/fragment]

// [source]
struct step {
    std::int64_t value;
};

auto steps(std::int64_t first, std::int64_t second) {
    constexpr auto value = stoa::alias<step, "steps">[col<&step::value>];
    auto source = stoa::sql_table<"(SELECT {} AS value UNION ALL SELECT {})", "steps", step>(first, second);
    return from<ware>().join(source, col<&ware::id> == value).select(col<&ware::name>, value);
}
// [/source]

// [statement]
struct offer {
    std::string ware;
    std::string maker;
    std::optional<std::int32_t> weight;
};

constexpr auto offers =
    stoa::sql_query<"SELECT w.name, m.name, w.weight FROM wares w JOIN makers m ON m.id = w.maker_id "
                    "WHERE w.price < {limit} OR w.id = {id} ORDER BY w.id",
                    offer>(param<"limit", double>, param<"id", std::int64_t>);
// [/statement]

void work(stoa::database& db) {
    db.create<stoa::schema<maker, ware>>();
    maker ann{0, "Ann"};
    db.insert(ann);
    db.insert_many(
        std::vector<ware>{{0, ann.id, "bolt", 0.25, 10}, {0, ann.id, "board", 8, 900}, {0, ann.id, "nail", 0.05, {}}});

    guide::expect(db.all(similar("bolt", 0)).size() == 1 && db.all(similar("bolt", 1)).size() == 2);
    guide::expect(db.all(steps(1, 3)).size() == 2);

    // [run]
    std::vector<offer> found = db.all(offers, arg<"limit">(1), arg<"id">(2));
    std::int64_t heavy = db.one(stoa::sql_query<"SELECT count(*) FROM wares WHERE weight > {}", std::int64_t>(100));
    db.execute(stoa::sql_command<"UPDATE wares SET price = price * {factor} WHERE maker_id = {maker}">(
        arg<"factor">(1.5), arg<"maker">(ann.id)));
    // [/run]
    guide::expect(found.size() == 3 && found[1].maker == "Ann" && heavy == 1);
    guide::expect(db.find<ware>(std::int64_t{2})->price == 12);

    // [mismatch]
    struct pair {
        std::int32_t name;
        std::string price;
    };
    try {
        db.all(stoa::sql_query<"SELECT name, price FROM wares", pair>());
    } catch (const stoa::mapping_error& error) { // names both columns, with both types
        guide::expect(std::string_view(error.what()).find("price") != std::string_view::npos);
    }
    // [/mismatch]
}

template <class Dialect>
void show() {
    guide::show("fragment", stoa::sql_text<decltype(similar("", 0)), Dialect>);
    guide::show("source", stoa::sql_text<decltype(steps(0, 0)), Dialect>);
    guide::show("statement", stoa::sql_of<Dialect>(offers));
}

// [own]
constexpr auto by_pattern = from<ware>().where(sql<"{} ~ {}", bool, stoa::dialect::postgres>(col<&ware::name>, "^b"));
static_assert(stoa::sql_of<stoa::dialect::postgres>(by_pattern).ends_with(R"(WHERE "name" ~ $1)"));
// [/own]

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

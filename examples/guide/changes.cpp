// SPDX-License-Identifier: BSL-1.0

// docs/guide/changes.md

#include "guide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace {

// [records]
struct shop {
    std::int64_t id;
    std::string name;
};

struct item {
    std::int64_t id;
    std::int64_t shop_id;
    std::string code;
    std::int32_t stock;
    std::optional<std::string> note;
};

struct sold_out {
    std::string code;
    std::string shop;
};
// [/records]

} // namespace

// [tables]
template <>
inline constexpr auto stoa::table<item> =
    stoa::define<item>("items", primary_key(col<&item::id>).generated(identity),
                       foreign_key(col<&item::shop_id>).references(col<&shop::id>), unique(col<&item::code>),
                       column(col<&item::stock>).default_(0));

template <>
inline constexpr auto stoa::table<sold_out> = stoa::define<sold_out>("sold_out", primary_key(col<&sold_out::code>));
// [/tables]

namespace {

using stoa::col, stoa::from, stoa::insert_into, stoa::update, stoa::delete_from, stoa::excluded, stoa::exists;

auto one_row(std::int64_t shop_id) {
    // [values]
    return insert_into<item>()
        .values(col<&item::shop_id> = shop_id, col<&item::code> = "hammer")
        .returning(col<&item::id>, col<&item::stock>);
    // [/values]
}

auto delivery(std::int64_t shop_id, std::string code, std::int32_t amount) {
    // [upsert]
    return insert_into<item>()
        .values(col<&item::shop_id> = shop_id, col<&item::code> = code, col<&item::stock> = amount)
        .on_conflict(col<&item::code>)
        .do_update(col<&item::stock> = col<&item::stock> + excluded(col<&item::stock>));
    // [/upsert]
}

auto archive() {
    // [from_query]
    return insert_into(col<&sold_out::code>, col<&sold_out::shop>)
        .from(from<item>().join<shop>().where(col<&item::stock> == 0).select(col<&item::code>, col<&shop::name>))
        .on_conflict(col<&sold_out::code>)
        .do_nothing();
    // [/from_query]
}

auto named_after_shop() {
    // [update_from]
    return update<item>()
        .set(col<&item::note> = col<&shop::name>)
        .from<shop>()
        .where(col<&shop::id> == col<&item::shop_id> && col<&item::stock> > 0);
    // [/update_from]
}

auto closed(std::string name) {
    // [delete]
    return delete_from<item>()
        .where(exists(from<shop>().where(col<&shop::id> == col<&item::shop_id> && col<&shop::name> == name)))
        .returning();
    // [/delete]
}

void work(stoa::database& db) {
    db.create<stoa::schema<shop, item, sold_out>>();
    shop north{0, "North"};
    db.insert(north);

    // [run]
    auto [id, stock] = db.one(one_row(north.id));                    // the id the database counted, and the default
    std::int64_t changed = db.execute(delivery(north.id, "saw", 5)); // the number of rows
    std::int64_t archived = db.execute(archive());
    std::vector<item> gone = db.all(closed("South"));
    // [/run]
    guide::expect(id == 1 && stock == 0 && changed == 1 && archived == 1 && gone.empty());
    guide::expect(db.execute(delivery(north.id, "saw", 2)) == 1);
    guide::expect(db.one(from<item>().where(col<&item::code> == "saw")).stock == 7);
    guide::expect(db.execute(archive()) == 0);
    guide::expect(db.execute(named_after_shop()) == 1);
    guide::expect(db.all(closed("North")).size() == 2);
}

template <class Dialect>
void show() {
    guide::show("values", stoa::sql_of<Dialect>(one_row(1)));
    guide::show("upsert", stoa::sql_of<Dialect>(delivery(1, "saw", 5)));
    guide::show("from_query", stoa::sql_of<Dialect>(archive()));
    guide::show("update_from", stoa::sql_of<Dialect>(named_after_shop()));
    guide::show("delete", stoa::sql_of<Dialect>(closed("South")));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

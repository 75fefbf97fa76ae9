// SPDX-License-Identifier: BSL-1.0

// docs/guide/composed.md

#include "guide.hpp"

#include <cstdint>
#include <optional>
#include <string>
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
inline constexpr auto stoa::table<ware> =
    stoa::define<ware>("wares", primary_key(col<&ware::id>).generated(identity),
                       foreign_key(col<&ware::maker_id>).references(col<&maker::id>));

namespace {

using stoa::col, stoa::from, stoa::condition, stoa::all_of, stoa::any_of, stoa::asc, stoa::desc;

// [form]
struct search_form {
    std::optional<std::string> name;
    std::optional<double> most;
    std::vector<std::int64_t> makers;
    std::string order = "name";
};
// [/form]

// [filters]
condition<ware> filter_of(const search_form& form) {
    std::vector<condition<ware>> filters;
    if (form.name) filters.push_back(starts_with(col<&ware::name>, *form.name));
    if (form.most) filters.push_back(col<&ware::price> <= *form.most);
    if (!form.makers.empty()) filters.push_back(col<&ware::maker_id>.in(form.makers));
    return all_of(filters);
}
// [/filters]

// [orders]
const stoa::sort_keys<ware> orders{
    {"name", asc(col<&ware::name>)}, {"cheapest", asc(col<&ware::price>)}, {"heaviest", desc(col<&ware::weight>)}};
// [/orders]

void work(stoa::database& db) {
    db.create<stoa::schema<maker, ware>>();
    maker ann{0, "Ann"};
    db.insert(ann);
    db.insert_many(
        std::vector<ware>{{0, ann.id, "bolt", 0.25, 10}, {0, ann.id, "board", 8, 900}, {0, ann.id, "nail", 0.05, {}}});

    search_form form;
    form.name = "bo";
    const int page = 0;
    // [query]
    auto wares = from<ware>()
                     .where(filter_of(form))
                     .order_by(orders.at(form.order), asc(col<&ware::id>))
                     .limit(20)
                     .offset(20 * page);
    std::vector<ware> found = db.all(wares);
    // [/query]
    guide::expect(found.size() == 2 && found[0].name == "board");

    // [two]
    condition<ware, maker> by_ann = col<&maker::name> == "Ann" && col<&ware::price> < 1;
    auto names = from<ware>().join<maker>().where(by_ann || filter_of(form)).select(col<&ware::name>);
    // [/two]
    guide::expect(db.all(names).size() == 3);

    guide::expect_error<stoa::error>(stoa::errc::invalid_value, [] { (void)orders.at("1; DROP TABLE wares"); });
}

template <class Dialect>
void show() {}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

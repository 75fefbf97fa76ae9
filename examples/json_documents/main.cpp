// SPDX-License-Identifier: BSL-1.0

// A bicycle shop: every part has a data sheet, and what suppliers send is kept as it came. DATABASE_URL names a
// database; without it, one in memory.

#include <stoa/sqlite.hpp>
#include <stoa/types/json.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace shop {

enum class material { steel, aluminium, carbon };

struct size {
    double diameter;
    std::optional<double> width;
};

struct wheel {
    int spokes;
    size rim;
};

struct brake {
    bool hydraulic;
    std::vector<std::string> pads;
};

/// What is printed on the box.
struct data_sheet {
    material made_of;
    int grams;
    std::variant<wheel, brake> details;
    std::map<std::string, stoa::decimal<8, 2>> prices; // by currency
    std::optional<stoa::date> since;
};

struct part {
    std::int64_t id;
    std::string name;
    stoa::json<data_sheet> sheet;
};

struct delivery {
    std::int64_t id;
    stoa::json_document message;
};

} // namespace shop

using shop::part, shop::data_sheet, shop::delivery, shop::material;
using stoa::col, stoa::from;

// clang-format off
template <> inline constexpr auto stoa::table<part> = stoa::define<part>("parts",
    primary_key(col<&part::id>).generated(identity),
    unique(col<&part::name>),
    check(col<&part::sheet, &data_sheet::grams> > 0).named("ck_parts_grams"),
    index(col<&part::sheet, &data_sheet::made_of>, col<&part::sheet, &data_sheet::grams>).named("ix_parts_made_of"));

template <> inline constexpr auto stoa::table<delivery> = stoa::define<delivery>("deliveries",
    primary_key(col<&delivery::id>).generated(identity),
    column(col<&delivery::message>).plain_json());
// clang-format on

namespace {

using workshop = stoa::schema<part, delivery>;

std::string text_of(const data_sheet& sheet) {
    if (const auto* wheel = std::get_if<shop::wheel>(&sheet.details))
        return std::to_string(wheel->spokes) + " spokes" + (wheel->rim.width ? "" : ", of unknown width");
    return std::get<shop::brake>(sheet.details).hydraulic ? "hydraulic" : "mechanical";
}

void fill(stoa::database& db) {
    using money = stoa::decimal<8, 2>;
    const part parts[] = {
        {0, "tourer", data_sheet{material::steel, 1450, shop::wheel{36, {622, 19}}, {{"EUR", money(89)}}, {}}},
        {0, "racer",
         data_sheet{material::carbon,
                    690,
                    shop::wheel{20, {622, std::nullopt}},
                    {{"EUR", money("499.90")}, {"USD", money("540.00")}},
                    std::chrono::sys_days(std::chrono::year(2024) / 2 / 29)}},
        {0, "stopper", data_sheet{material::aluminium, 310, shop::brake{true, {"organic", "sintered"}}, {}, {}}}};
    for (part each : parts) db.upsert(each, stoa::conflict_on(col<&part::name>));
    db.execute(stoa::delete_from<delivery>());
    delivery first{0, stoa::json_object().add("from", "Hub & Spoke").add("boxes", 3)};
    db.insert(first);
}

} // namespace

int main() {
    const char* url = std::getenv("DATABASE_URL");
    stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
    db.create_if_missing<workshop>();
    fill(db);

    // Into the document by its members; the index above has the same expressions.
    constexpr auto grams = col<&part::sheet, &data_sheet::grams>;
    const auto light = from<part>().where(grams < 1000).order_by(grams);
    for (const part& each : db.stream(light))
        std::cout << each.name << ": " << each.sheet->grams << " g, " << text_of(*each.sheet) << '\n';

    const auto by_material = from<part>()
                                 .group_by(col<&part::sheet, &data_sheet::made_of>)
                                 .order_by(col<&part::sheet, &data_sheet::made_of>)
                                 .select(col<&part::sheet, &data_sheet::made_of>, stoa::count(), sum(grams));
    for (auto&& [made_of, count, weight] : db.stream(by_material))
        std::cout << stoa::enumerator_name(*made_of) << ": " << count << " of " << *weight << " g\n";

    // Changed in C++, stored as a whole.
    part racer = db.one(from<part>().where(col<&part::name> == "racer"));
    racer.sheet->prices["CHF"] = stoa::decimal<8, 2>("475.50");
    db.update(racer);
    std::cout << '\n' << db.find<part>(racer.id)->sheet.document().text() << '\n';

    // What another program wrote, and does not fit.
    try {
        (void)stoa::json<data_sheet>::from(stoa::json_document::parse(
            R"({"made_of": "wood", "grams": 12.5, "prices": {"EUR": 1}, "details": {"wheel": {"spokes": 8}}})"));
    } catch (const stoa::mapping_error& error) {
        std::cout << '\n' << error.info().message << '\n';
    }

    const auto boxes = from<delivery>().select(stoa::json_value<int, "boxes">(col<&delivery::message>));
    std::cout << '\n'
              << db.one(boxes).value() << " boxes\n\n"
              << stoa::ddl<workshop, stoa::dialect::postgres> << '\n'
              << stoa::sql_of<stoa::dialect::postgres>(light) << '\n'
              << stoa::sql_of<stoa::dialect::sqlite>(light) << '\n';
}

// SPDX-License-Identifier: BSL-1.0

// docs/guide/types.md

#include "guide.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;
using stoa::col, stoa::from;

// [all]
struct every_type {
    std::int64_t id;
    bool flag;
    std::int16_t small;
    std::int32_t medium;
    float single;
    double real;
    std::string text;
    stoa::bytes raw; // std::vector<std::byte>
    stoa::guid key;
    stoa::json_document document;
    stoa::timestamp moment; // std::chrono::sys_time<std::chrono::microseconds>
    stoa::date day;         // std::chrono::sys_days
    stoa::decimal<10, 2> price;
    std::optional<std::int32_t> maybe;
};
// [/all]

// [array_struct]
struct track {
    std::int64_t id;
    std::vector<std::string> tags;
    std::optional<std::vector<double>> samples;
};
// [/array_struct]

} // namespace

// clang-format off
// [array_table]
template <> inline constexpr auto stoa::table<track> = stoa::define<track>("tracks",
    primary_key(col<&track::id>).generated(identity),
    column(col<&track::tags>).default_(empty_array),
    check(cardinality(col<&track::tags>) <= 10),
    index(col<&track::tags>).using_(gin));
// [/array_table]
// clang-format on

namespace {

void arrays(stoa::database& db) {
    db.create<stoa::schema<track>>();
    db.insert(track{0, {"live", "jazz"}, std::nullopt});
    db.insert(track{0, {}, std::vector<double>{0.1, -0.5}});
    // [array_query]
    auto live = from<track>().where(contains(col<&track::tags>, "live") && cardinality(col<&track::tags>) > 1);
    auto same = from<track>().where(col<&track::tags> == std::vector<std::string>{"live", "jazz"});
    // [/array_query]
    guide::expect(db.all(live).size() == 1 && db.one(same).tags.size() == 2);
    guide::expect(db.one(from<track>().where(col<&track::tags> == stoa::empty_array)).samples->at(1) == -0.5);
}

void guids() {
    // [guid]
    using namespace stoa::literals;
    constexpr stoa::guid root = "0190f3a1-0000-7000-8000-000000000001"_guid; // checked while compiling
    stoa::guid parsed = stoa::guid::from_string("{0190F3A1-0000-7000-8000-000000000001}");
    std::optional<stoa::guid> none = stoa::guid::parse("not a guid");
    stoa::guid random = stoa::make_guid_v4();  // 122 random bits
    stoa::guid ordered = stoa::make_guid_v7(); // begins with the time: later ones are greater
    std::string text = to_string(root);        // lower case, 36 characters
    // [/guid]
    guide::expect(parsed == root && !none && random.version() == 4 && ordered.version() == 7);
    guide::expect(text == "0190f3a1-0000-7000-8000-000000000001" && stoa::make_guid_v7() > ordered);
}

void documents() {
    // [json]
    auto meta = stoa::json_document::parse(R"({"pages": 320, "lang": "en", "price": 1.50})");
    std::string canonical = meta.text();
    stoa::json_document same = stoa::json_object().add("price", 1.5).add("lang", "en").add("pages", 320);
    // [/json]
    guide::expect(meta == same && canonical == R"({"lang":"en","pages":320,"price":1.5})");
    guide::expect_error<stoa::mapping_error>(stoa::errc::invalid_value, [] { stoa::json_document::parse("{"); });
    guide::expect_error<stoa::mapping_error>(stoa::errc::invalid_value,
                                             [] { stoa::json_document::parse(R"("\u0000")"); });
}

void decimals() {
    // [decimal]
    using money = stoa::decimal<10, 2>; // -99999999.99 to 99999999.99
    constexpr money price("12.34");
    money three = price * 3 + money("0.01"); // exact, or out_of_range
    money rounded = money::rounded("1.005"); // halves away from zero
    std::string text = to_string(three);
    // [/decimal]
    guide::expect(text == "37.03" && rounded == money("1.01"));
    guide::expect_error<stoa::mapping_error>(stoa::errc::invalid_value, [] { money("1.005"); });
    guide::expect_error<stoa::mapping_error>(stoa::errc::out_of_range, [] { money("99999999.99") + money("0.01"); });
}

void times(every_type& row) {
    // [time]
    row.moment = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    row.day = std::chrono::year{2024} / 2 / 29;
    // [/time]
    row.moment = row.day + 12h + 30min + 1us;
}

auto products() {
    // [products]
    constexpr stoa::decimal<4, 4> rate("0.0825");
    const auto tax = col<&every_type::price> * rate; // decimal<18, 6>
    return from<every_type>().where(stoa::cast<stoa::decimal<18, 6>>(col<&every_type::price>) < tax).select(tax);
    // [/products]
}

void work(stoa::database& db) {
    guids();
    documents();
    decimals();
    arrays(db);
    db.create<stoa::schema<every_type>>();

    every_type row{};
    row.single = 0.1F;
    row.real = -std::numeric_limits<double>::infinity();
    row.text = "naïve";
    row.raw = {std::byte{0}, std::byte{255}};
    row.key = stoa::make_guid_v4();
    row.document = stoa::json_object().add("n", 1);
    row.price = -5;
    times(row);
    db.insert(row);
    const auto found = db.find<every_type>(row.id);
    guide::expect(found && found->single == row.single && found->real == row.real && found->text == row.text);
    guide::expect(found->raw == row.raw && found->key == row.key && found->document == row.document);
    guide::expect(found->moment == row.moment && found->day == row.day && found->price == row.price && !found->maybe);

    // [compare]
    auto recent = from<every_type>()
                      .where(col<&every_type::moment> >= row.moment - 24h && col<&every_type::price> < 10)
                      .where(col<&every_type::key>.in({row.key}) && col<&every_type::document> == row.document);
    // [/compare]
    guide::expect(db.all(recent).size() == 1);

    guide::expect(to_string(db.one(products())) == "-0.412500");

    // [refused]
    auto refuse = [&](stoa::errc code) {
        guide::expect_error<stoa::mapping_error>(code, [&] { db.insert(row); });
        row = *found;
        row.id = 0;
    };
    row.text = std::string("a\0b", 3);
    refuse(stoa::errc::invalid_value);
    row.text = "\xC3"; // not UTF-8
    refuse(stoa::errc::invalid_value);
    row.real = std::numeric_limits<double>::quiet_NaN();
    refuse(stoa::errc::invalid_value);
    row.day = std::chrono::year{10000} / 1 / 1;
    refuse(stoa::errc::out_of_range);
    // [/refused]
    guide::expect(db.one(from<every_type>().select(stoa::count())) == 1);
}

template <class Dialect>
void show() {
    guide::show("products", stoa::sql_text<decltype(products()), Dialect>);
    guide::show("table", stoa::ddl<stoa::schema<every_type>, Dialect>);
    guide::show("array", stoa::ddl<stoa::schema<track>, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}

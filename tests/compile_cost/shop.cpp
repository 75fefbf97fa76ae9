// SPDX-License-Identifier: BSL-1.0
// What tools/compile_cost --gate counts: five tables, their DDL and fifteen questions for both databases, as an
// application would have them. Its limits are counts for exactly this file, so it stays as it is.

#include "stoa/stoa.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shop {

struct customer {
    stoa::guid id;
    std::string email;
    std::string name;
    std::optional<std::string> phone;
    bool active;
    stoa::timestamp joined;
};
struct category {
    std::int64_t id;
    std::string name;
    std::optional<std::int64_t> parent_id;
};
struct product {
    std::int64_t id;
    std::int64_t category_id;
    std::string code;
    std::string title;
    stoa::decimal<10, 2> price;
    std::int32_t stock;
    stoa::json_document details;
};
struct purchase {
    std::int64_t id;
    stoa::guid customer_id;
    std::int32_t state;
    stoa::timestamp placed;
    std::optional<std::string> note;
};
struct purchase_line {
    std::int64_t purchase_id;
    std::int64_t product_id;
    std::int32_t amount;
    stoa::decimal<10, 2> price;
};

} // namespace shop

using namespace shop;
using stoa::col, stoa::count, stoa::from;

template <>
inline constexpr auto stoa::table<customer> =
    stoa::define<customer>("customers", primary_key(col<&customer::id>).generated(guid_v7),
                           unique(col<&customer::email>), index(col<&customer::name>, col<&customer::joined>));
template <>
inline constexpr auto stoa::table<category> =
    stoa::define<category>("categories", primary_key(col<&category::id>), unique(col<&category::name>),
                           foreign_key(col<&category::parent_id>).references(col<&category::id>));
template <>
inline constexpr auto stoa::table<product> = stoa::define<product>(
    "products", primary_key(col<&product::id>), foreign_key(col<&product::category_id>).references(col<&category::id>),
    unique(col<&product::code>), check(col<&product::price> >= 0), check(col<&product::stock> >= 0).named("ck_stock"),
    index(col<&product::category_id>, desc(col<&product::price>)));
template <>
inline constexpr auto stoa::table<purchase> =
    stoa::define<purchase>("purchases", primary_key(col<&purchase::id>),
                           foreign_key(col<&purchase::customer_id>).references(col<&customer::id>),
                           index(col<&purchase::customer_id>, col<&purchase::placed>));
template <>
inline constexpr auto stoa::table<purchase_line> = stoa::define<purchase_line>(
    "purchase_lines", primary_key(col<&purchase_line::purchase_id>, col<&purchase_line::product_id>),
    foreign_key(col<&purchase_line::purchase_id>).references(col<&purchase::id>),
    foreign_key(col<&purchase_line::product_id>).references(col<&product::id>), check(col<&purchase_line::amount> > 0));

namespace {

struct texts {
    std::vector<std::string_view> all;

    template <class Statement>
    void add(const Statement& statement) {
        all.push_back(stoa::sql_of<stoa::dialect::sqlite>(statement));
        all.push_back(stoa::sql_of<stoa::dialect::postgres>(statement));
    }
};

using tables = stoa::schema<customer, category, product, purchase, purchase_line>;

} // namespace

std::vector<std::string_view> shop_texts(const stoa::guid& who, const std::vector<std::int64_t>& ids) {
    texts found{{stoa::ddl<tables, stoa::dialect::sqlite>, stoa::ddl<tables, stoa::dialect::postgres>}};

    found.add(from<customer>().where(col<&customer::email> == "a@example.com"));
    found.add(from<customer>().where(col<&customer::name>.like("A%") && col<&customer::active> == true));
    found.add(from<product>().where(col<&product::id>.in(ids)));
    found.add(from<product>().where(col<&product::stock> < 5).order_by(desc(col<&product::price>)).limit(20));
    found.add(from<product>()
                  .join<category>()
                  .where(col<&category::name> == "books")
                  .select(col<&product::title>, col<&product::price>, col<&category::name>));
    found.add(from<product>()
                  .group_by(col<&product::category_id>)
                  .select(col<&product::category_id>, count(), avg(col<&product::stock>), max(col<&product::price>)));
    found.add(from<purchase>().where(col<&purchase::customer_id> == who).order_by(desc(col<&purchase::placed>)));
    found.add(from<purchase>()
                  .join<customer>()
                  .group_by(col<&customer::name>)
                  .having(count() > 3)
                  .order_by(desc(count()))
                  .select(col<&customer::name>, count()));
    found.add(from<purchase_line>()
                  .join<product>()
                  .group_by(col<&product::title>)
                  .select(col<&product::title>, sum(col<&purchase_line::amount>)));
    found.add(from<customer>()
                  .left_join<purchase>(col<&purchase::customer_id> == col<&customer::id>)
                  .where(col<&purchase::id>.is_null())
                  .select(col<&customer::id>, col<&customer::email>, col<&purchase::note>));
    found.add(from<product>()
                  .where(stoa::json_value<std::string, "colour">(col<&product::details>) == "red")
                  .select(col<&product::id>, col<&product::stock> + 1));
    found.add(stoa::update<product>()
                  .set(col<& product::stock> = col<&product::stock> - 1)
                  .where(col<&product::code> == "x" && col<&product::stock> > 0));
    found.add(stoa::update<customer>().set(col<& customer::active> = false).where(col<&customer::id> == who));
    found.add(stoa::delete_from<purchase>().where(col<&purchase::state> == 9));
    found.add(from<purchase>().where(col<&purchase::note>.is_not_null()).select(count(), min(col<&purchase::placed>)));
    return found.all;
}

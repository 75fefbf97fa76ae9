// SPDX-License-Identifier: BSL-1.0

#include "generate.hpp"

#include "answer.hpp"
#include "random_numbers.hpp"
#include "table_file.hpp"
#include "vocabulary.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace tpch {

namespace {

using namespace std::chrono_literals;
using std::chrono::days, std::chrono::sys_days;

constexpr sys_days first_order = 1992y / 1 / 1;
constexpr sys_days last_order = 1998y / 8 / 2;
constexpr sys_days today = 1995y / 6 / 17; // what was received before can have been returned

/// Writes rows of one table.
template <class Record>
class table_writer {
public:
    explicit table_writer(const std::filesystem::path& directory)
        : path_(file_of<Record>(directory)), output_(path_, std::ios::binary) {
        check();
    }

    void add(const Record& row) {
        std::string line;
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((detail::append(line, reflection::get<I>(row)), line += '|'), ...);
        }(std::make_index_sequence<reflection::field_count<Record>>{});
        output_ << line << '\n';
    }

    void finish() {
        output_.close();
        check();
    }

private:
    void check() const {
        if (!output_) throw std::system_error(errno, std::generic_category(), path_.string());
    }

    std::filesystem::path path_;
    std::ofstream output_;
};

/// "Supplier#000000007"
std::string numbered(std::string_view name, std::int64_t number) {
    const std::string digits = std::to_string(number);
    return std::string(name) + "#" + std::string(9 - std::min<std::size_t>(digits.size(), 9), '0') + digits;
}

money cents(std::int64_t amount) {
    return money::from_unscaled(amount);
}

/// Every second key has a nation that queries ask for.
std::int64_t nation_of(std::int64_t key, random_numbers& random) {
    const auto turn = static_cast<std::size_t>(key / 2) % std::size(wanted_nations);
    return key % 2 == 0 ? wanted_nations[turn] : random.between(0, std::size(nations) - 1);
}

std::string phone_of(std::int64_t nation, random_numbers& random) {
    std::string text = std::to_string(nation + 10);
    for (const std::int64_t most : {999, 999, 9999}) {
        const std::string digits = std::to_string(random.between(0, most));
        text += '-' + std::string((most == 999 ? 3 : 4) - digits.size(), '0') + digits;
    }
    return text;
}

class generator {
public:
    generator(std::filesystem::path directory, double scale)
        : directory_(std::move(directory)), suppliers_(rows(10'000, scale)), parts_(rows(200'000, scale)),
          customers_(rows(150'000, scale)), orders_(rows(1'500'000, scale)) {}

    void write_all() {
        write_regions();
        write_nations();
        write_parts();
        write_suppliers();
        write_partsupp();
        write_customers();
        write_orders();
    }

private:
    static std::int64_t rows(double at_scale_1, double scale) {
        return static_cast<std::int64_t>(std::llround(at_scale_1 * scale));
    }

    void write_regions() {
        random_numbers random(1);
        table_writer<region> out(directory_);
        for (std::int64_t key = 0; key != std::ssize(region_names); ++key)
            out.add({key, std::string(region_names[key]), random.sentence(words, 6)});
        out.finish();
    }

    void write_nations() {
        random_numbers random(2);
        table_writer<nation> out(directory_);
        for (std::int64_t key = 0; key != std::ssize(nations); ++key)
            out.add({key, std::string(nations[key].name), nations[key].region, random.sentence(words, 6)});
        out.finish();
    }

    static std::int64_t retail_price(std::int64_t part) { return 90'000 + part % 200'000 * 7 % 11'000 + part % 1'000; }

    /// One of the four suppliers of a part.
    std::int64_t supplier_of(std::int64_t part, std::int64_t which) const {
        return (part * 7 + which * (suppliers_ / 4)) % suppliers_ + 1;
    }

    /// Every second part is one that some query asks for.
    void write_parts() {
        random_numbers random(3);
        table_writer<part> out(directory_);
        for (std::int64_t key = 1; key <= parts_; ++key) {
            const auto turn = static_cast<std::size_t>(key / 2) % std::size(wanted_parts);
            const part_pattern wanted = key % 2 == 0 ? wanted_parts[turn] : part_pattern{};
            const auto or_else = [](std::string_view given, std::string other) {
                return given.empty() ? other : std::string(given);
            };
            part row;
            row.p_partkey = key;
            row.p_name =
                or_else(wanted.colour, std::string(random.one_of(colours))) + " " + random.sentence(colours, 4);
            const std::int64_t maker = random.between(1, 5);
            row.p_brand = or_else(wanted.brand, "Brand#" + std::to_string(maker * 10 + random.between(1, 5)));
            row.p_mfgr = "Manufacturer#" + row.p_brand.substr(6, 1);
            const std::string coating =
                std::string(random.one_of(type_sizes)) + " " + std::string(random.one_of(type_coatings));
            row.p_type = or_else(wanted.type, coating + " " + std::string(random.one_of(type_metals)));
            const auto size = static_cast<std::int32_t>(random.between(1, 50));
            row.p_size = wanted.size != 0 ? wanted.size : size;
            const std::string container =
                std::string(random.one_of(container_sizes)) + " " + std::string(random.one_of(container_kinds));
            row.p_container = or_else(wanted.container, container);
            row.p_retailprice = cents(retail_price(key));
            row.p_comment = random.sentence(words, 2);
            out.add(row);
        }
        out.finish();
    }

    void write_suppliers() {
        random_numbers random(4);
        table_writer<supplier> out(directory_);
        for (std::int64_t key = 1; key <= suppliers_; ++key) {
            // The first ones have each another nation, so that even a few are enough.
            const std::int64_t nation =
                key <= std::ssize(wanted_nations) ? wanted_nations[key - 1] : nation_of(key, random);
            const std::string comment = random.sentence(words, 4);
            out.add({key, numbered("Supplier", key), random.sentence(colours, 2), nation, phone_of(nation, random),
                     cents(random.between(-99'999, 999'999)),
                     key % 10 == 9 ? comment + " Customer even Complaints" : comment});
        }
        out.finish();
    }

    void write_partsupp() {
        random_numbers random(5);
        table_writer<partsupp> out(directory_);
        for (std::int64_t key = 1; key <= parts_; ++key)
            for (std::int64_t which = 0; which != 4; ++which)
                out.add({key, supplier_of(key, which), static_cast<std::int32_t>(random.between(1, 9'999)),
                         cents(random.between(100, 100'000)), random.sentence(words, 10)});
        out.finish();
    }

    void write_customers() {
        random_numbers random(6);
        table_writer<customer> out(directory_);
        for (std::int64_t key = 1; key <= customers_; ++key) {
            const std::int64_t nation = nation_of(key, random);
            out.add({key, numbered("Customer", key), random.sentence(colours, 3), nation, phone_of(nation, random),
                     cents(random.between(-99'999, 999'999)), std::string(random.one_of(segments)),
                     random.sentence(words, 8)});
        }
        out.finish();
    }

    /// Every third customer has no orders.
    std::int64_t customer_of_an_order(random_numbers& random) const {
        const std::int64_t key = random.between(1, customers_);
        return key % 3 != 0 ? key : key - 1;
    }

    void write_orders() {
        random_numbers random(7);
        table_writer<orders> out(directory_);
        table_writer<lineitem> lines(directory_);
        for (std::int64_t key = 1; key <= orders_; ++key) {
            orders row;
            row.o_orderkey = key;
            row.o_custkey = customer_of_an_order(random);
            row.o_orderdate = first_order + days(random.between(0, (last_order - first_order).count()));
            row.o_orderpriority = random.one_of(priorities);
            row.o_clerk = numbered("Clerk", random.between(1, std::max<std::int64_t>(suppliers_ / 10, 1)));
            row.o_shippriority = 0;
            row.o_comment = random.sentence(words, 5);
            if (random.once_in(20)) row.o_comment += " special " + random.sentence(words, 2) + " requests";
            write_lines(row, lines, random);
            out.add(row);
        }
        out.finish();
        lines.finish();
    }

    /// Writes the lines of an order, and says in it what follows from them. One order in a hundred is large.
    void write_lines(orders& order, table_writer<lineitem>& out, random_numbers& random) {
        const bool is_large = random.once_in(100);
        const std::int64_t count = is_large ? 7 : random.between(1, 7);
        std::int64_t total = 0, filled = 0;
        for (std::int64_t number = 1; number <= count; ++number) {
            const std::int64_t part = random.between(1, parts_);
            const std::int64_t quantity = is_large ? random.between(44, 50) : random.between(1, 50);
            const std::int64_t price = quantity * retail_price(part);
            const std::int64_t discount = random.between(0, 10), tax = random.between(0, 8);
            lineitem row;
            row.l_orderkey = order.o_orderkey;
            row.l_partkey = part;
            row.l_suppkey = supplier_of(part, random.between(0, 3));
            row.l_linenumber = static_cast<std::int32_t>(number);
            row.l_quantity = quantity;
            row.l_extendedprice = cents(price);
            row.l_discount = cents(discount);
            row.l_tax = cents(tax);
            row.l_shipdate = order.o_orderdate + days(random.between(1, 121));
            row.l_commitdate = order.o_orderdate + days(random.between(30, 90));
            row.l_receiptdate = row.l_shipdate + days(random.between(1, 30));
            row.l_returnflag = row.l_receiptdate > today ? "N" : random.once_in(2) ? "R" : "A";
            row.l_linestatus = row.l_shipdate > today ? "O" : "F";
            row.l_shipinstruct = random.one_of(instructions);
            row.l_shipmode = random.one_of(modes);
            row.l_comment = random.sentence(words, 3);
            out.add(row);
            total += (price * (100 - discount) * (100 + tax) + 5'000) / 10'000;
            filled += row.l_linestatus == "F" ? 1 : 0;
        }
        order.o_totalprice = cents(total);
        order.o_orderstatus = filled == count ? "F" : filled == 0 ? "O" : "P";
    }

    std::filesystem::path directory_;
    std::int64_t suppliers_;
    std::int64_t parts_;
    std::int64_t customers_;
    std::int64_t orders_;
};

} // namespace

void generate(const std::filesystem::path& directory, double scale) {
    std::filesystem::create_directories(directory);
    generator(directory, scale).write_all();
}

} // namespace tpch

// SPDX-License-Identifier: BSL-1.0

#include "load.hpp"

#include "stopwatch.hpp"
#include "table_file.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace tpch {

namespace {

template <class Record>
void load_table(stoa::database& db, const std::filesystem::path& directory, std::ostream& report) {
    constexpr std::size_t rows_at_once = 10'000;
    const stopwatch watch;
    table_file file(file_of<Record>(directory));
    std::vector<Record> rows;
    std::size_t total = 0;
    const auto store = [&] {
        try {
            db.insert_many(rows);
        } catch (const stoa::error& failure) {
            file.refuse(total + 1, "this row or one of the " + std::to_string(rows.size() - 1) +
                                       " behind it was refused: " + failure.what());
        }
        total += rows.size();
        rows.clear();
    };
    while (auto row = file.next<Record>()) {
        rows.push_back(*std::move(row));
        if (rows.size() == rows_at_once) store();
    }
    if (!rows.empty()) store();
    watch.report(report, stoa::table_of<Record>().name, total);
}

template <class... Records>
void load_tables(stoa::database& db, const std::filesystem::path& directory, std::ostream& report) {
    (load_table<Records>(db, directory, report), ...);
}

} // namespace

void load(stoa::database& db, const std::filesystem::path& directory, std::ostream& report) {
    db.transaction([&] {
        db.create<tables>();
        load_tables<region, nation, part, supplier, partsupp, customer, orders, lineitem>(db, directory, report);
    });
    db.execute("ANALYZE"); // without it both databases plan for empty tables
}

} // namespace tpch

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_ROW_SNAPSHOTS_HPP
#define STOA_TESTING_ROW_SNAPSHOTS_HPP

// The rows that one query has on several databases, compared.

#include "stoa/testing/value.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing {

/// Rows of queries, by the database they were read from. Their order counts, so queries need one.
/// Example: each_database<library>([&](auto& db, auto name) { seen.add(name, "authors", db.all(by_name)); });
///          EXPECT_EQ(seen.difference(), "");
class row_snapshots {
public:
    /// `what` names the query; `rows` are records, structs, tuples or values.
    template <class Rows>
    void add(std::string_view database, std::string_view what, const Rows& rows) {
        one taken{std::string(database), std::string(what), {}};
        for (const auto& each : rows) taken.rows.push_back(values_of(each));
        all_.push_back(std::move(taken));
    }

    /// The first row in which a database differs from the one that was first asked the same, in a sentence; empty where
    /// there is none.
    std::string difference() const {
        for (const one& each : all_) {
            const one& first =
                *std::find_if(all_.begin(), all_.end(), [&](const one& other) { return other.what == each.what; });
            const std::size_t both = std::min(first.rows.size(), each.rows.size());
            for (std::size_t row = 0; row != both; ++row)
                if (first.rows[row] != each.rows[row]) return differs(first, each, row);
            if (first.rows.size() != each.rows.size()) return differs(first, each, both);
        }
        return {};
    }

private:
    struct one {
        std::string database;
        std::string what;
        std::vector<value_row> rows;
    };

    static std::string differs(const one& left, const one& right, std::size_t row) {
        const auto text = [row](const one& side) {
            return "\n  " + side.database + ": " +
                   (row < side.rows.size() ? to_string(side.rows[row]) : std::string("no such row"));
        };
        return left.what + ": row " + std::to_string(row) + ", counted from 0, is not the same" + text(left) +
               text(right);
    }

    std::vector<one> all_;
};

} // namespace stoa::testing

#endif

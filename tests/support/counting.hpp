// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_COUNTING_HPP
#define STOA_TESTS_SUPPORT_COUNTING_HPP

// How many statements a piece of work runs, and which.

#include "stoa/testing/statement_watch.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace stoa_test {

/// A session whose statements are counted. It outlives this object.
struct counted_session {
    explicit counted_session(stoa::database& counted) : db(counted) {}

    /// How many statements `work(db)` runs.
    template <class Work>
    std::size_t count(Work work) {
        const stoa::testing::statement_watch watch(db);
        work(db);
        texts.clear();
        for (const stoa::testing::sent_statement& each : watch.statements()) texts.push_back(each.sql);
        return texts.size();
    }

    std::vector<std::string> texts{};
    stoa::database& db;
};

} // namespace stoa_test

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_STATEMENT_WATCH_HPP
#define STOA_TESTING_STATEMENT_WATCH_HPP

// What a session sends to its database: seen, counted, and made to fail.

#include "stoa/session/session.hpp"
#include "stoa/testing/call_site.hpp"
#include "stoa/testing/detail/watched_connection.hpp"
#include "stoa/testing/fault.hpp"
#include "stoa/testing/value.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace stoa::testing {

/// A program sent other statements than a test expects. The text lists them.
class unexpected_statements : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A statement that one place in the program sent several times.
struct repeated_statement {
    std::string sql;
    std::size_t times = 0;
    call_site place;
};

/// Such as: 20 times: SELECT …; then the functions it came through.
inline std::string to_string(const repeated_statement& given) {
    return std::to_string(given.times) + " times: " + given.sql + "\n" + to_string(given.place);
}

/// Sees all that a session sends, from when it is made until it is destroyed. None may be made or destroyed while a
/// stream is open.
/// Example: stoa::testing::statement_watch watch(db); load_page(db); watch.expect_statements(2);
class statement_watch {
public:
    explicit statement_watch(stoa::database& db) : db_(db) {
        db.connection().exchange([this](std::unique_ptr<driver::connection> inner) {
            auto outer = std::make_unique<detail::watched_connection>(std::move(inner), log_);
            connection_ = outer.get();
            return std::unique_ptr<driver::connection>(std::move(outer));
        });
    }
    statement_watch(const statement_watch&) = delete;
    statement_watch& operator=(const statement_watch&) = delete;
    /// Watches of one session go in the opposite order.
    ~statement_watch() {
        if (connection_->is_lost()) return; // and stays so
        db_.connection().exchange([this](std::unique_ptr<driver::connection>) { return connection_->release(); });
    }

    /// In the order they were sent, also those that failed; without what begins and ends transactions.
    const std::vector<sent_statement>& statements() const noexcept { return log_->statements; }
    std::size_t count() const noexcept { return log_->statements.size(); }

    /// Forgets what was seen so far.
    void clear() { log_->statements.clear(); }

    /// Throws: unexpected_statements where it were not `n`.
    void expect_statements(std::size_t n) const {
        if (count() == n) return;
        std::string text = std::to_string(n) + " statements were expected, and " + std::to_string(count()) + " sent:";
        for (const sent_statement& each : log_->statements) text += "\n  " + to_string(each);
        throw unexpected_statements(text);
    }

    /// Statements that were sent more than `most` times from one place, which is told by all functions on the stack:
    /// a query within a loop, where one for all would do.
    std::vector<repeated_statement> repeated(std::size_t most = 1) const {
        std::vector<repeated_statement> found;
        for (const sent_statement& each : log_->statements) {
            const auto same = std::find_if(found.begin(), found.end(), [&](const repeated_statement& other) {
                return other.sql == each.sql && other.place == each.place;
            });
            if (same == found.end())
                found.push_back({each.sql, 1, each.place});
            else
                ++same->times;
        }
        std::erase_if(found, [most](const repeated_statement& each) { return each.times <= most; });
        return found;
    }

    /// Throws: unexpected_statements where `repeated(most)` finds any.
    void expect_no_repetition(std::size_t most = 1) const {
        std::string text;
        for (const repeated_statement& each : repeated(most)) text += "\n" + to_string(each);
        if (!text.empty())
            throw unexpected_statements("one place of the program sent the same statement again and again. Ask for all "
                                        "rows at once, with a relation or an in() list:" +
                                        text);
    }

    /// From now on `given` happens, once.
    void fail(fault given) { log_->faults.push_back({std::move(given), 0}); }

private:
    stoa::database& db_;
    std::shared_ptr<detail::watch_log> log_ = std::make_shared<detail::watch_log>();
    detail::watched_connection* connection_ = nullptr;
};

} // namespace stoa::testing

#endif

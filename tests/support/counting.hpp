// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_COUNTING_HPP
#define STOA_TESTS_SUPPORT_COUNTING_HPP

// A connection that keeps the text of every statement that is run on another one. A session prepares, or finds, a
// statement once for each time it runs it.

#include "stoa/session/session.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa_test {

class counting_connection final : public stoa::driver::connection {
public:
    counting_connection(stoa::driver::any_connection& counted, std::vector<std::string>& texts)
        : counted_(counted), texts_(texts) {}

    std::size_t dialect_index() const noexcept override { return counted_.dialect_index(); }
    std::size_t storage_index() const noexcept override { return counted_.storage_index(); }
    stoa::driver::statement& prepare(const stoa::statement_info& info) override {
        texts_.emplace_back(info.sql);
        return counted_.prepare(info);
    }
    stoa::driver::statement_description describe(const stoa::statement_info& info) override {
        return counted_.describe(info);
    }
    void forget_statements() override { counted_.forget_statements(); }
    void execute(std::string_view script) override {
        texts_.emplace_back(script);
        counted_.execute(script);
    }
    void begin_pipeline() override { counted_.driver().begin_pipeline(); }
    bool has_late_results() const noexcept override { return counted_.driver().has_late_results(); }
    void send_pipeline() override { counted_.driver().send_pipeline(); }
    void end_pipeline() override { counted_.driver().end_pipeline(); }
    void abandon_pipeline() noexcept override { counted_.driver().abandon_pipeline(); }
    bool in_transaction() const noexcept override { return counted_.in_transaction(); }
    const std::string& url() const noexcept override { return counted_.url(); }

private:
    stoa::driver::any_connection& counted_;
    std::vector<std::string>& texts_;
};

/// A session on the connection of another one, and the texts of what it ran. The other one outlives it.
struct counted_session {
    explicit counted_session(stoa::driver::any_connection& counted)
        : db(stoa::driver::any_connection(std::make_unique<counting_connection>(counted, texts))) {}

    ~counted_session() { db.connection().forget_statements(); } // its composed statements go with it
    counted_session(const counted_session&) = delete;
    counted_session& operator=(const counted_session&) = delete;

    /// How many statements `work(db)` runs.
    template <class Work>
    std::size_t count(Work work) {
        texts.clear();
        work(db);
        return texts.size();
    }

    std::vector<std::string> texts;
    stoa::database db;
};

} // namespace stoa_test

#endif

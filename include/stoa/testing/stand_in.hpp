// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_STAND_IN_HPP
#define STOA_TESTING_STAND_IN_HPP

// A connection without a database: it takes every statement and answers what it was told to.

#include "stoa/core/error.hpp"
#include "stoa/driver/any_connection.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/session/session.hpp"
#include "stoa/testing/value.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stoa::testing {

namespace detail {

/// What statements are answered, first things first.
struct stand_in_answers {
    std::deque<std::vector<value_row>> rows;
    std::deque<std::int64_t> affected;
};

class stand_in_statement final : public driver::statement {
public:
    stand_in_statement(const statement_info& info, stand_in_answers& answers) : info_(info), answers_(answers) {}

    void bind_null(int) override {}
    void bind(int, bool) override {}
    void bind(int, std::int16_t) override {}
    void bind(int, std::int32_t) override {}
    void bind(int, std::int64_t) override {}
    void bind(int, float) override {}
    void bind(int, double) override {}
    void bind(int, native::text) override {}
    void bind(int, native::bytes) override {}
    void bind(int, const guid&) override {}
    void bind(int, native::json) override {}
    void bind(int, native::timestamp) override {}
    void bind(int, native::date) override {}
    void bind(int, native::decimal) override {}
    void bind(int, const native::list&) override {}

    void execute(driver::fetch) override {
        rows_.clear();
        next_ = 0;
        affected_ = 1;
        if (!info_.results.empty() && !answers_.rows.empty()) {
            rows_ = std::move(answers_.rows.front());
            answers_.rows.pop_front();
        }
        if (info_.results.empty() && !answers_.affected.empty()) {
            affected_ = answers_.affected.front();
            answers_.affected.pop_front();
        }
    }
    bool next() override { return next_ != rows_.size() && ++next_ != 0; }

    bool is_null(int column) override { return row().is_null(column); }
    void read(int column, bool& to) override { row().read(column, to); }
    void read(int column, std::int16_t& to) override { row().read(column, to); }
    void read(int column, std::int32_t& to) override { row().read(column, to); }
    void read(int column, std::int64_t& to) override { row().read(column, to); }
    void read(int column, float& to) override { row().read(column, to); }
    void read(int column, double& to) override { row().read(column, to); }
    void read(int column, native::text& to) override { row().read(column, to); }
    void read(int column, native::bytes& to) override { row().read(column, to); }
    void read(int column, guid& to) override { row().read(column, to); }
    void read(int column, native::json& to) override { row().read(column, to); }
    void read(int column, native::timestamp& to) override { row().read(column, to); }
    void read(int column, native::date& to) override { row().read(column, to); }
    void read(int column, native::decimal& to) override { row().read(column, to); }
    void read(int column, native::array& to) override { row().read(column, to); }

    std::int64_t affected_rows() const override { return affected_; }
    void finish() noexcept override {}

private:
    value_giver row() const { return value_giver(rows_.at(next_ - 1)); }

    const statement_info& info_;
    stand_in_answers& answers_;
    std::vector<value_row> rows_;
    std::size_t next_ = 0;
    std::int64_t affected_ = 1;
};

class stand_in_connection final : public driver::connection {
public:
    stand_in_connection(std::size_t dialect, std::size_t storage, std::shared_ptr<stand_in_answers> answers)
        : dialect_(dialect), storage_(storage), answers_(std::move(answers)) {}

    std::size_t dialect_index() const noexcept override { return dialect_; }
    std::size_t storage_index() const noexcept override { return storage_; }
    driver::statement& prepare(const statement_info& info) override {
        return statements_.try_emplace(&info, info, *answers_).first->second;
    }
    driver::statement_description describe(const statement_info& info) override {
        raise(errc::usage, "a stand-in knows nothing of statements. Use a database.", info.sql);
    }
    void forget_statements() override { statements_.clear(); }
    void execute(std::string_view script) override {
        if (script.starts_with("BEGIN")) in_transaction_ = true;
        if (script.starts_with("COMMIT") || script == "ROLLBACK") in_transaction_ = false;
    }
    bool in_transaction() const noexcept override { return in_transaction_; }
    const std::string& url() const noexcept override { return url_; }

private:
    std::size_t dialect_;
    std::size_t storage_;
    std::shared_ptr<stand_in_answers> answers_;
    std::unordered_map<const statement_info*, stand_in_statement> statements_;
    bool in_transaction_ = false;
    std::string url_ = "stand-in:";
};

} // namespace detail

/// Stands in for a database of one dialect. Its sessions write the same statements, which a `statement_watch` shows.
/// What is read has no rows, and what is changed is one row, unless an answer is given.
/// Example: stoa::testing::stand_in nothing; stoa::database db = nothing.open<stoa::dialect::postgres>();
class stand_in {
public:
    template <class Dialect>
    stoa::database open() const {
        return stoa::database(driver::any_connection(
            std::make_unique<detail::stand_in_connection>(Dialect::index, Dialect::storage_index, answers_)));
    }

    /// The rows of the next statement that has rows and was given none: records, tuples or single values.
    /// Example: nothing.answer(std::vector{author{…}});
    template <class Rows>
    void answer(const Rows& rows) {
        std::vector<value_row> values;
        for (const auto& each : rows) values.push_back(values_of(each));
        answers_->rows.push_back(std::move(values));
    }

    /// How many rows the next statement without rows changes.
    void answer_changed(std::int64_t rows) { answers_->affected.push_back(rows); }

private:
    std::shared_ptr<detail::stand_in_answers> answers_ = std::make_shared<detail::stand_in_answers>();
};

} // namespace stoa::testing

#endif

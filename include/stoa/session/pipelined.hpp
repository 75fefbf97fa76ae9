// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_PIPELINED_HPP
#define STOA_SESSION_PIPELINED_HPP

// A result that is there when its pipeline has ended.

#include "stoa/core/error.hpp"
#include "stoa/driver/connection.hpp"

#include <memory>
#include <utility>

namespace stoa {

class pipeline;

namespace detail {

/// What a statement of a pipeline is read into.
struct pipelined_result {
    pipelined_result() = default;
    pipelined_result(const pipelined_result&) = delete;
    pipelined_result& operator=(const pipelined_result&) = delete;
    virtual ~pipelined_result() = default;
    virtual void read(driver::statement& statement) = 0;

    bool is_there = false;
};

template <class T>
struct pipelined_value : pipelined_result {
    explicit pipelined_value(T initial) : value(std::move(initial)) {}
    T value;
};

template <class T, class Read>
struct pipelined_reader final : pipelined_value<T> {
    pipelined_reader(T initial, Read how) : pipelined_value<T>(std::move(initial)), read_value(std::move(how)) {}
    void read(driver::statement& statement) override { read_value(statement, this->value); }
    Read read_value;
};

} // namespace detail

/// The result of a statement that was queued in a pipeline. Copies share it.
template <class T>
class pipelined {
public:
    pipelined() = default;

    /// Throws: statement_error (usage) as long as the pipeline has not ended, and where it has failed.
    T& value() const {
        if (result_ == nullptr || !result_->is_there)
            raise(errc::usage, "the result of a statement is there when its pipeline has ended, and only if all of its "
                               "statements succeeded. Read it behind the call of pipeline(...).");
        return result_->value;
    }
    T& operator*() const { return value(); }
    T* operator->() const { return &value(); }

private:
    friend class pipeline;
    explicit pipelined(std::shared_ptr<detail::pipelined_value<T>> result) : result_(std::move(result)) {}

    std::shared_ptr<detail::pipelined_value<T>> result_;
};

} // namespace stoa

#endif

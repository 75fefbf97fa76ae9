// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_STREAM_HPP
#define STOA_SESSION_STREAM_HPP

// Rows of a query one at a time, in memory for one.

#include "stoa/query/select.hpp"
#include "stoa/session/arguments.hpp"
#include "stoa/session/executor.hpp"
#include "stoa/session/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace stoa {

/// An input range over the rows of a query, to be read once. It stays where it was made, and no other statement runs
/// on its session until it is gone.
/// Example: for (const book& each : db.stream(from<book>())) …
template <class Connection, row_statement Query>
class row_stream {
public:
    using value_type = row_t<Query>;

    template <detail::argument... Arguments>
    row_stream(detail::executor<Connection>& executor, Query query, const Arguments&... arguments)
        : executor_(executor), query_(std::move(query)), statement_(executor.begin_stream(executor.info_for(query_))),
          values_(statement_, executor.case_sensitive_like()) {
        try {
            detail::bind_all(query_, values_, arguments...);
            statement_.execute(driver::fetch::one_by_one);
        } catch (const error& failure) {
            executor_.end_stream(number_);
            executor_.note(failure);
            throw;
        } catch (...) {
            executor_.end_stream(number_);
            throw;
        }
    }
    row_stream(const row_stream&) = delete;
    row_stream& operator=(const row_stream&) = delete;
    ~row_stream() { close(); }

    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = row_t<Query>;
        using difference_type = std::ptrdiff_t;
        using pointer = value_type*;
        using reference = value_type&;

        iterator() = default;
        explicit iterator(row_stream* stream) : stream_(stream) { advance(); }

        reference operator*() const noexcept { return stream_->row_; }
        pointer operator->() const noexcept { return &stream_->row_; }
        iterator& operator++() {
            advance();
            return *this;
        }
        void operator++(int) { advance(); }

        friend bool operator==(const iterator& a, const iterator& b) noexcept { return a.stream_ == b.stream_; }

    private:
        void advance() {
            if (!stream_->next()) stream_ = nullptr;
        }

        row_stream* stream_ = nullptr;
    };

    iterator begin() { return iterator(this); }
    iterator end() noexcept { return {}; }

private:
    bool next() {
        try {
            if (open_ && !executor_.is_streaming(number_)) {
                open_ = false;
                raise(errc::usage,
                      "the transaction in which this stream was opened was rolled back, and the stream ended "
                      "with it. Read the rows inside the transaction.");
            }
            if (!open_ || !statement_.next()) {
                close();
                return false;
            }
            detail::row_reader<Query>::read(statement_, row_);
            return true;
        } catch (const error& failure) {
            close();
            executor_.note(failure);
            throw;
        }
    }

    void close() noexcept {
        if (open_) executor_.end_stream(number_);
        open_ = false;
    }

    detail::executor<Connection>& executor_;
    Query query_; // its values are bound where they are
    typename Connection::statement_type& statement_;
    std::uint64_t number_ = executor_.newest_stream();
    typename detail::executor<Connection>::binder_type values_;
    value_type row_{};
    bool open_ = true;
};

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_KEPT_ROWS_HPP
#define STOA_DRIVER_SQLITE_DETAIL_KEPT_ROWS_HPP

// Copies of the rows a writing statement returned, so that it can end before they are read.

#include <sqlite3.h>

#include <cstddef>
#include <vector>

namespace stoa::sqlite::detail {

class kept_rows {
public:
    kept_rows() = default;
    kept_rows(const kept_rows&) = delete;
    kept_rows& operator=(const kept_rows&) = delete;
    ~kept_rows() { clear(); }

    /// Copies the row the statement stands at; false if there is not enough memory.
    bool add(sqlite3_stmt* statement) {
        width_ = static_cast<std::size_t>(sqlite3_column_count(statement));
        for (std::size_t column = 0; column != width_; ++column) {
            sqlite3_value* const copy = sqlite3_value_dup(sqlite3_column_value(statement, static_cast<int>(column)));
            if (copy == nullptr) return false;
            values_.push_back(copy);
        }
        return true;
    }

    /// Goes to the next row, at first to the first one; false behind the last one.
    bool next() noexcept {
        at_ = started_ ? at_ + width_ : 0;
        started_ = true;
        if (at_ < values_.size()) return true;
        at_ = values_.size();
        return false;
    }

    /// Null if there is no such column, or no row.
    sqlite3_value* value(int column) const noexcept {
        const std::size_t place = static_cast<std::size_t>(column);
        return place < width_ && at_ + place < values_.size() ? values_[at_ + place] : nullptr;
    }

    void clear() noexcept {
        for (sqlite3_value* const value : values_) sqlite3_value_free(value);
        values_.clear();
        at_ = 0;
        started_ = false;
    }

private:
    std::vector<sqlite3_value*> values_; // row after row
    std::size_t width_ = 0;
    std::size_t at_ = 0;
    bool started_ = false;
};

} // namespace stoa::sqlite::detail

#endif

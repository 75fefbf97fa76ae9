// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_STATEMENT_CACHE_HPP
#define STOA_DRIVER_SQLITE_DETAIL_STATEMENT_CACHE_HPP

// Prepared statements by the address of what describes them. A hash table with open addressing: looking one up costs
// a multiplication and, nearly always, one comparison.

#include "stoa/driver/sqlite/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace stoa::sqlite::detail {

class statement_cache {
public:
    statement_cache() : table_(64) {}

    /// Null if `info` has no statement yet.
    statement* find(const statement_info& info) const noexcept {
        for (std::size_t at = place_of(&info);; at = (at + 1) & (table_.size() - 1)) {
            if (table_[at].info == &info) return table_[at].prepared;
            if (table_[at].info == nullptr) return nullptr;
        }
    }

    /// Prepares the statement of `info`, which must not have one yet.
    statement& add(sqlite3* database, const statement_info& info, guid_storage guids) {
        if (2 * (statements_.size() + 1) > table_.size()) grow();
        statement& added = statements_.emplace_back(database, info, guids);
        put({&info, &added});
        return added;
    }

    /// Finalizes all.
    void clear() noexcept {
        statements_.clear();
        for (entry& each : table_) each = {};
    }

    void swap(statement_cache& other) noexcept {
        statements_.swap(other.statements_);
        table_.swap(other.table_);
        std::swap(bits_, other.bits_);
    }

private:
    struct entry {
        const statement_info* info = nullptr;
        statement* prepared = nullptr;
    };

    std::size_t place_of(const statement_info* info) const noexcept {
        // The upper bits of the product depend on every bit of the address (multiplicative hashing).
        const std::uint64_t product = std::uint64_t{reinterpret_cast<std::uintptr_t>(info)} * 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(product >> (64U - bits_));
    }

    void put(entry added) noexcept {
        std::size_t at = place_of(added.info);
        while (table_[at].info != nullptr) at = (at + 1) & (table_.size() - 1);
        table_[at] = added;
    }

    void grow() {
        std::vector<entry> old(table_.size() * 2);
        old.swap(table_);
        ++bits_;
        for (const entry& each : old)
            if (each.info != nullptr) put(each);
    }

    std::deque<statement> statements_; // their addresses stay
    std::vector<entry> table_;
    unsigned bits_ = 6; // log2 of the table's size
};

} // namespace stoa::sqlite::detail

#endif

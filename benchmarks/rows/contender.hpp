// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_ROWS_CONTENDER_HPP
#define STOA_BENCHMARKS_ROWS_CONTENDER_HPP

// What every contender does. Each function is one workload, written the way the contender's own documentation would;
// results are summed into a number that all contenders must agree on.

#include "event.hpp"
#include "reading.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace rows {

class contender {
public:
    virtual ~contender() = default;

    /// All workloads but the inserts run in one transaction, so that what one costs is not counted with each.
    virtual void in_transaction(const std::function<void()>& work) = 0;

    /// Into the empty table, one statement each, in one transaction.
    virtual void insert_each(std::vector<event>& events) = 0;
    /// The same by the fastest way the contender offers.
    virtual void insert_many(std::vector<event>& events) = 0;
    /// All rows in a vector of records.
    virtual std::int64_t select_all() = 0;
    /// Key, level, score and target of all rows in a vector: the lengths of the targets.
    virtual std::int64_t select_four() = 0;
    /// All readings in a vector: what all their values come to.
    virtual std::int64_t select_numbers() = 0;
    /// All rows, one at a time, nothing kept: the lengths of source, target and city (databases spell documents
    /// differently).
    virtual std::int64_t stream() = 0;
    /// All but the document of all rows, one at a time, where the texts may stay where the database has them: as
    /// above. Only stoa and C do that.
    virtual std::int64_t stream_in_place() { throw std::logic_error("this contender has nothing of the kind"); }
    /// The record with this key: the length of its target.
    virtual std::int64_t find(std::int64_t id) = 0;
    /// The same into a record that is used again, where there is such a thing.
    virtual std::int64_t find_into(std::int64_t id) { return find(id); }
    /// The ten best scores of a level below a score: how many.
    virtual std::int64_t query(std::int32_t level, double below) = 0;
    virtual std::int64_t update(std::int64_t id, double score) = 0;
    virtual std::int64_t upsert(event& given) = 0;
    /// The records with these keys in a vector, with as few round trips as the contender offers: how many.
    virtual std::int64_t find_many(std::span<const std::int64_t> ids) = 0;
    /// The same as single lookups that are sent ahead of their answers, where there is such a thing.
    virtual std::int64_t pipeline(std::span<const std::int64_t> ids) = 0;
    /// Key, name of the level and name of the team of the events of a score in a vector: the lengths of the names.
    virtual std::int64_t join(double score) = 0;
    /// How many events have this number in their document.
    virtual std::int64_t json(std::int64_t alpha) = 0;
};

/// Has the compiler believe that somebody looks at a row, whose values it would not read otherwise.
inline void look_at(const void* row) {
    asm volatile("" : : "g"(row) : "memory");
}

/// SQLite's usual 2 MB would have it read its file again and again, which is nobody's work here.
inline constexpr const char* cache_pragma = "PRAGMA cache_size = -262144";

/// The file of sqlite:///file, for contenders that want only that.
inline std::string sqlite_path(const std::string& url) {
    return url.substr(std::string("sqlite:///").size());
}

using factory = std::unique_ptr<contender> (*)(const std::string& url);

std::unique_ptr<contender> make_raw_sqlite(const std::string& url);
std::unique_ptr<contender> make_raw_tricks_sqlite(const std::string& url);
std::unique_ptr<contender> make_stoa_sqlite(const std::string& url);
std::unique_ptr<contender> make_raw_postgres(const std::string& url);
std::unique_ptr<contender> make_raw_tricks_postgres(const std::string& url);
std::unique_ptr<contender> make_stoa_postgres(const std::string& url);
std::unique_ptr<contender> make_sqlitecpp(const std::string& url);
std::unique_ptr<contender> make_soci_sqlite(const std::string& url);
std::unique_ptr<contender> make_soci_postgres(const std::string& url);
std::unique_ptr<contender> make_pqxx(const std::string& url);

} // namespace rows

#endif

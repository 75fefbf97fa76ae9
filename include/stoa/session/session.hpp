// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_SESSION_HPP
#define STOA_SESSION_SESSION_HPP

// What applications hold: a connection with the verbs of this library on it.

#include "stoa/query/delete.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/update.hpp"
#include "stoa/session/arguments.hpp"
#include "stoa/session/bulk_insert.hpp"
#include "stoa/session/find_many.hpp"
#include "stoa/session/load_related.hpp"
#include "stoa/session/pipeline.hpp"
#include "stoa/session/reader.hpp"
#include "stoa/session/record_operations.hpp"
#include "stoa/session/session_base.hpp"
#include "stoa/session/stream.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

/// Columns an upsert recognises a row by; see `session::upsert`.
template <column_expression... Columns>
struct conflict_target {};

template <column_expression... Columns>
constexpr conflict_target<Columns...> conflict_on(Columns...) {
    return {};
}

/// A connection with the verbs of this library, used by one thread at a time. Every function throws `stoa::error`.
/// Functions that write and name no transaction are a transaction of their own, unless one is open.
/// Example: stoa::session db{stoa::sqlite::connection("sqlite:///books.db")};
template <driver::session_connection Connection>
class session : public detail::session_base<Connection> {
    using base = detail::session_base<Connection>;
    using base::executor_;

public:
    explicit session(Connection connection) : base(std::move(connection)) {}

    using base::execute, base::transaction;

    /// Stores a record. Empty generated fields (guid, identity, now()) are filled: in `record` itself where it can be
    /// changed, else in the copy that is returned.
    template <class Record>
        requires record<std::remove_cvref_t<Record>>
    auto insert(Record&& record) {
        return stored(std::forward<Record>(record), [this](auto& each) { detail::insert_one(executor_, each); });
    }

    /// Stores all records of a range, or on failure none; the error's `record()` says which was refused. Fills
    /// generated fields in place where elements can be changed. Returns how many there were. SQL: COPY on PostgreSQL,
    /// INSERT of many rows on SQLite; of less than eight, and where the database makes values that must be read back
    /// and does not tell them beforehand, an INSERT for each, on PostgreSQL in a pipeline.
    template <class Range>
        requires requires(Range& range) { std::begin(range) != std::end(range); }
    std::int64_t insert_many(Range&& records) {
        if constexpr (detail::can_be_read_again<Range>) {
            const auto size = std::distance(std::begin(records), std::end(records));
            if (size >= detail::few_records && stored_together(records)) return size;
            if (driver::driver_of(executor_.connection()).has_late_results()) {
                store_in_pipelines(records, size);
                return size;
            }
        }
        std::int64_t count = 0;
        transaction([&] {
            for (auto&& each : records) {
                detail::with_record_number(static_cast<std::size_t>(count), [&] { insert(each); });
                ++count;
            }
        });
        return count;
    }

    /// Stores a record, or updates the row with the same primary key where there is one.
    template <class Record>
        requires record<std::remove_cvref_t<Record>>
    auto upsert(Record&& record) {
        return stored(std::forward<Record>(record), [this](auto& each) { detail::upsert_one(executor_, each); });
    }

    /// The same, recognising the row by a key other than the primary one. The row keeps its primary key and what was
    /// generated when it was new, and `record` gets them.
    /// Example: db.upsert(b, conflict_on(col<&book::isbn>));
    template <class Record, column_expression... Columns>
        requires record<std::remove_cvref_t<Record>>
    auto upsert(Record&& record, conflict_target<Columns...>) {
        return stored(std::forward<Record>(record), [this](auto& each) {
            detail::upsert_one<std::remove_cvref_t<Record>, Columns...>(executor_, each);
        });
    }

    /// The record with this primary key, one argument per column of it; empty where there is none.
    template <record Record, class... Key>
    std::optional<Record> find(const Key&... key) {
        static_assert(detail::require_key_values<Record, Key...>::value);
        return executor_.run(
            detail::statement_for<find_record<Record>>(executor_.connection()),
            [&](auto& bind) { detail::bind_key<Record>(bind, key...); },
            [](auto& statement) {
                std::optional<Record> found;
                if (statement.next()) detail::read_record(statement, 0, found.emplace());
                return found;
            });
    }

    /// Reads the record with this primary key into `found`, whose texts keep their memory: where they are long enough,
    /// nothing is allocated. False, with `found` as it was, where there is no such row.
    /// Example: for (book each; …;) if (db.find_into(each, id)) …
    template <record Record, class... Key>
    bool find_into(Record& found, const Key&... key) {
        static_assert(detail::require_key_values<Record, Key...>::value);
        return executor_.run(
            detail::statement_for<find_record<Record>>(executor_.connection()),
            [&](auto& bind) { detail::bind_key<Record>(bind, key...); },
            [&found](auto& statement) {
                if (!statement.next()) return false;
                detail::read_record(statement, 0, found);
                return true;
            });
    }

    /// The records with these primary keys, in one statement: an element for each key, in the order of the keys, empty
    /// where there is no such row. A key is a value of its column, or of several columns a tuple of their values.
    /// SQL: `SELECT … WHERE "key" = ANY ($1)` on PostgreSQL, `IN (SELECT value FROM json_each(?1))` on SQLite.
    /// Example: for (std::optional<book>& each : db.find_many<book>(ids)) …
    template <record Record, class Keys>
    std::vector<std::optional<Record>> find_many(const Keys& keys) {
        return detail::find_many<Record>(*this, keys);
    }
    template <record Record, class Key>
    std::vector<std::optional<Record>> find_many(std::initializer_list<Key> keys) {
        return detail::find_many<Record>(*this, keys);
    }

    /// Changes the row with the record's primary key to the record. False where there is no such row.
    template <record Record>
    bool update(const Record& record) {
        static_assert(detail::require_updatable<Record>::value);
        return changed(detail::statement_for<update_record<Record>>(executor_.connection()),
                       [&](auto& bind) { detail::bind_update(bind, record); });
    }

    /// Deletes the row with the record's primary key. False where there is no such row.
    template <record Record>
    bool erase(const Record& record) {
        static_assert(detail::require_primary_key<Record>::value);
        return changed(detail::statement_for<erase_record<Record>>(executor_.connection()),
                       [&](auto& bind) { detail::bind_columns_of_key(bind, record); });
    }

    /// Deletes the row with this primary key, one argument per column of it. False where there is no such row.
    template <record Record, class... Key>
        requires(sizeof...(Key) != 0 && !(std::same_as<Key, Record> || ...))
    bool erase(const Key&... key) {
        static_assert(detail::require_key_values<Record, Key...>::value);
        return changed(detail::statement_for<erase_record<Record>>(executor_.connection()),
                       [&](auto& bind) { detail::bind_key<Record>(bind, key...); });
    }

    /// All rows of a query. Arguments for its named parameters follow, as everywhere below: `arg<"limit">(12)`.
    template <row_statement Query, detail::argument... Arguments>
    std::vector<row_t<Query>> all(const Query& query, const Arguments&... arguments) {
        const auto read_rows = [](auto& statement) {
            std::vector<row_t<Query>> found;
            detail::read_all<Query>(statement, found);
            return found;
        };
        return rows(query, read_rows, arguments...);
    }

    /// All records of a query, together with those that relations lead to: a vector of `related`.
    /// SQL: one more `SELECT … WHERE "key" = ANY($1)` for each relation, whatever the number of rows.
    /// Throws: mapping_error (no_rows) where a parent was deleted in between.
    /// Example: for (auto& [author, books] : db.all(from<author>(), with<&book::author_id>)) …
    template <row_statement Query, relation_item... Relations>
        requires(sizeof...(Relations) != 0)
    auto all(const Query& query, const Relations&... relations) {
        return detail::load_related(*this, all(query), relations...);
    }

    /// The first row of a query, if it has one.
    template <row_statement Query, detail::argument... Arguments>
    std::optional<row_t<Query>> first(const Query& query, const Arguments&... arguments) {
        const auto read_row = [](auto& statement) {
            std::optional<row_t<Query>> found;
            detail::read_first<Query>(statement, found);
            return found;
        };
        if constexpr (!Query::template has<clause::limit>)
            return first(query.limit(1), arguments...);
        else
            return rows(query, read_row, arguments...);
    }

    /// The same together with related records.
    template <row_statement Query, relation_item... Relations>
        requires(sizeof...(Relations) != 0)
    auto first(const Query& query, const Relations&... relations) {
        std::optional<related_t<row_t<Query>, Relations...>> loaded;
        if (auto found = first(query)) loaded = detail::load_related_to(*this, *std::move(found), relations...);
        return loaded;
    }

    /// The only row of a query. Throws: mapping_error (no_rows, too_many_rows) where there is not exactly one.
    template <row_statement Query, detail::argument... Arguments>
    row_t<Query> one(const Query& query, const Arguments&... arguments) {
        static_assert(detail::require_kept_row<Query, row_t<Query>>::value);
        const std::string_view sql = executor_.info_for(query).sql;
        const auto read_only_row = [sql](auto& statement) {
            if (!statement.next())
                raise(errc::no_rows,
                      "the query found no row, and exactly one was asked for. Use first() where none is "
                      "fine.",
                      sql);
            row_t<Query> row{};
            detail::row_reader<Query>::read(statement, row);
            if (statement.next())
                raise(errc::too_many_rows,
                      "the query found more than one row, and exactly one was asked for. Narrow its "
                      "condition, or use first() or all().",
                      sql);
            return row;
        };
        return rows(query, read_only_row, arguments...);
    }

    /// The same together with related records.
    template <row_statement Query, relation_item... Relations>
        requires(sizeof...(Relations) != 0)
    auto one(const Query& query, const Relations&... relations) {
        return detail::load_related_to(*this, one(query), relations...);
    }

    /// The rows of a query one at a time, in constant memory. A struct that they are selected into may have
    /// std::string_view and std::span<const std::byte> for text and bytes, which are good until the next row.
    /// Example: for (auto&& [name, n] : db.stream(q)) …
    template <row_statement Query, detail::argument... Arguments>
    row_stream<Connection, Query> stream(Query query, const Arguments&... arguments) {
        return {executor_, std::move(query), arguments...};
    }

    template <row_statement Query, relation_item... Relations>
        requires(sizeof...(Relations) != 0)
    void stream(const Query&, const Relations&...) {
        static_assert(detail::require_rows_together<Query>::value);
    }

    /// Runs an insert, update or delete. Returns the number of rows it changed.
    template <command Command, detail::argument... Arguments>
    std::int64_t execute(const Command& command, const Arguments&... arguments) {
        return executor_.run(
            executor_.info_for(command), [&](auto& bind) { detail::bind_all(command, bind, arguments...); },
            [](auto& statement) { return statement.affected_rows(); });
    }

    /// Calls `body(pipeline)`, which queues statements; they run in their order, without waiting for each other's
    /// results, and those are there when this returns. Outside of a transaction they are one of their own.
    /// Returns what `body` returns. Throws: the error of the first statement that fails, whose place is in
    /// `error::statement()`; those behind it did not run, and no result is there.
    /// Example: auto found = db.pipeline([&](stoa::pipeline& p) { return std::pair{p.find<book>(a), p.all(query)}; });
    /// See: docs/guide/fast_paths.md
    template <std::invocable<stoa::pipeline&> Body>
    auto pipeline(Body&& body) -> std::invoke_result_t<Body, stoa::pipeline&> {
        stoa::pipeline queued(driver::driver_of(executor_.connection()), executor_);
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Body, stoa::pipeline&>>) {
                std::forward<Body>(body)(queued);
                queued.end();
            } else {
                auto result = std::forward<Body>(body)(queued);
                queued.end();
                return result;
            }
        } catch (...) {
            queued.abandon();
            throw;
        }
    }

private:
    /// Applies `store` to the record itself, or to a copy that is returned.
    template <class Record, class Store>
    static auto stored(Record&& record, Store store) {
        if constexpr (std::is_lvalue_reference_v<Record> && !std::is_const_v<std::remove_reference_t<Record>>) {
            store(record);
        } else {
            std::remove_cvref_t<Record> copy(std::forward<Record>(record));
            store(copy);
            return copy;
        }
    }

    /// Whether the records were stored together. One that is refused then is looked for by storing each by itself.
    template <class Range>
    bool stored_together(Range& records) {
        using record_type = std::remove_cvref_t<detail::element_reference<Range>>;
        try {
            return transaction([&] { return detail::store_many<record_type>(executor_, records); });
        } catch (const constraint_violation&) {
        } catch (const mapping_error&) {
        } catch (const statement_error& failure) {
            if (!detail::is_about_a_record(failure.code())) throw;
        }
        return false;
    }

    /// Stores each record by itself, so that the one that is refused is known, without waiting for the results of those
    /// before.
    template <class Range>
    void store_in_pipelines(Range& records, std::ptrdiff_t size) {
        auto next = std::begin(records);
        const auto store = [&] {
            for (std::ptrdiff_t stored = 0; stored < size; stored += detail::records_in_pipeline)
                next = detail::store_in_pipeline<Range>(*this, next, std::end(records), stored);
        };
        if (size <= detail::records_in_pipeline && executor_.depth() == 0 && !executor_.connection().in_transaction())
            store(); // a pipeline is a transaction of its own
        else
            transaction(store);
    }

    template <class Query, class Consume, class... Arguments>
    auto rows(const Query& query, Consume consume, const Arguments&... arguments) {
        return executor_.run(
            executor_.info_for(query), [&](auto& bind) { detail::bind_all(query, bind, arguments...); }, consume);
    }

    template <class Bind>
    bool changed(const statement_info& info, Bind bind) {
        return executor_.run(info, bind, [](auto& statement) { return statement.affected_rows() != 0; });
    }
};

template <class Connection>
session(Connection) -> session<Connection>;

/// A session on whichever database `stoa::open` was given the address of.
using database = session<driver::any_connection>;

} // namespace stoa

#endif

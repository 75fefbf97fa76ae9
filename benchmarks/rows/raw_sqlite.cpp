// SPDX-License-Identifier: BSL-1.0
// Hand-written C on SQLite: prepared once, static binds, the column API, default mutexes.

#include "contender.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace rows {
namespace {

class raw_sqlite final : public contender {
public:
    explicit raw_sqlite(const std::string& path) {
        require(sqlite3_open(path.c_str(), &db_) == SQLITE_OK);
        run("PRAGMA foreign_keys = ON");
        run("PRAGMA synchronous = NORMAL");
    }
    ~raw_sqlite() override {
        for (sqlite3_stmt* each : statements_) sqlite3_finalize(each);
        sqlite3_close(db_);
    }

    void insert_each(std::vector<event>& events) override {
        sqlite3_stmt* const statement = prepared(0, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        run("BEGIN IMMEDIATE");
        for (const event& each : events) insert(statement, each);
        run("COMMIT");
    }
    void insert_many(std::vector<event>& events) override { insert_each(events); }

    std::int64_t select_all() override {
        sqlite3_stmt* const statement =
            prepared(1, "SELECT id, source, target, city, level, score, note, trace, details FROM event");
        std::vector<plain_event> found;
        while (sqlite3_step(statement) == SQLITE_ROW) read(statement, found.emplace_back());
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t stream() override {
        sqlite3_stmt* const statement =
            prepared(1, "SELECT id, source, target, city, level, score, note, trace, details FROM event");
        std::size_t sum = 0;
        plain_event each;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            read(statement, each);
            sum += each.source.size() + each.target.size() + each.city.size() + each.details.size();
        }
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t find(std::int64_t id) override {
        sqlite3_stmt* const statement =
            prepared(2, "SELECT id, source, target, city, level, score, note, trace, details FROM event WHERE id = ?");
        sqlite3_bind_int64(statement, 1, id);
        plain_event found;
        require(sqlite3_step(statement) == SQLITE_ROW);
        read(statement, found);
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(found.target.size());
    }

    std::int64_t query(std::int32_t level, double below) override {
        sqlite3_stmt* const statement =
            prepared(3, "SELECT id, source, target, city, level, score, note, trace, details FROM event "
                        "WHERE level = ? AND score < ? ORDER BY score DESC LIMIT ?");
        sqlite3_bind_int(statement, 1, level);
        sqlite3_bind_double(statement, 2, below);
        sqlite3_bind_int64(statement, 3, 10);
        std::vector<plain_event> found;
        while (sqlite3_step(statement) == SQLITE_ROW) read(statement, found.emplace_back());
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t update(std::int64_t id, double score) override {
        sqlite3_stmt* const statement = prepared(4, "UPDATE event SET score = ? WHERE id = ?");
        sqlite3_bind_double(statement, 1, score);
        sqlite3_bind_int64(statement, 2, id);
        require(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
        return sqlite3_changes(db_);
    }

    std::int64_t upsert(event& given) override {
        sqlite3_stmt* const statement =
            prepared(5, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                        "source = excluded.source, target = excluded.target, city = excluded.city, "
                        "level = excluded.level, score = excluded.score, note = excluded.note, "
                        "trace = excluded.trace, details = excluded.details");
        insert(statement, given);
        return 1;
    }

    std::int64_t find_many(std::span<const std::int64_t> ids) override { return pipeline(ids); }
    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::int64_t found = 0;
        for (std::int64_t id : ids) found += find(id) != 0 ? 1 : 0;
        return found;
    }

    std::int64_t join(double score) override {
        sqlite3_stmt* const statement =
            prepared(6, "SELECT event.id, level.name, team.name FROM event JOIN level ON event.level = level.id "
                        "JOIN team ON level.team_id = team.id WHERE event.score = ?");
        sqlite3_bind_double(statement, 1, score);
        std::size_t sum = 0;
        while (sqlite3_step(statement) == SQLITE_ROW)
            sum += std::string(text(statement, 1)).size() + std::string(text(statement, 2)).size();
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t json(std::int64_t alpha) override {
        sqlite3_stmt* const statement = prepared(
            7, R"(SELECT count(*) FROM event WHERE CAST(json_extract("details", '$."alpha"') AS INTEGER) = ?)");
        sqlite3_bind_int64(statement, 1, alpha);
        require(sqlite3_step(statement) == SQLITE_ROW);
        const std::int64_t count = sqlite3_column_int64(statement, 0);
        sqlite3_reset(statement);
        return count;
    }

private:
    static void require(bool good) {
        if (good) return;
        std::fputs("raw_sqlite: a call failed\n", stderr);
        std::exit(1);
    }

    void run(const char* sql) { require(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

    sqlite3_stmt* prepared(std::size_t number, const char* sql) {
        if (statements_[number] == nullptr)
            require(sqlite3_prepare_v2(db_, sql, -1, &statements_[number], nullptr) == SQLITE_OK);
        return statements_[number];
    }

    static void bind(sqlite3_stmt* statement, int number, std::string_view text) {
        sqlite3_bind_text(statement, number, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }

    static void insert(sqlite3_stmt* statement, const event& each) {
        sqlite3_bind_int64(statement, 1, each.id);
        bind(statement, 2, each.source);
        bind(statement, 3, each.target);
        bind(statement, 4, each.city);
        sqlite3_bind_int(statement, 5, each.level);
        sqlite3_bind_double(statement, 6, each.score);
        if (each.note)
            bind(statement, 7, *each.note);
        else
            sqlite3_bind_null(statement, 7);
        const auto trace = each.trace.to_chars();
        bind(statement, 8, {trace.data(), trace.size()});
        bind(statement, 9, each.details.text());
        require(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    }

    static std::string_view text(sqlite3_stmt* statement, int column) {
        const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }

    static void read(sqlite3_stmt* statement, plain_event& each) {
        each.id = sqlite3_column_int64(statement, 0);
        each.source = text(statement, 1);
        each.target = text(statement, 2);
        each.city = text(statement, 3);
        each.level = sqlite3_column_int(statement, 4);
        each.score = sqlite3_column_double(statement, 5);
        if (sqlite3_column_type(statement, 6) != SQLITE_NULL)
            each.note = text(statement, 6);
        else
            each.note.reset();
        each.trace = text(statement, 7);
        each.details = text(statement, 8);
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt* statements_[8]{};
};

} // namespace

std::unique_ptr<contender> make_raw_sqlite(const std::string& url) {
    return std::make_unique<raw_sqlite>(url.substr(std::string_view("sqlite:///").size()));
}

} // namespace rows

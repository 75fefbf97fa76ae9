// SPDX-License-Identifier: BSL-1.0
// Hand-written C on SQLite, twice. As it is usually written: prepared once, static binds, the column API, default
// mutexes. And with every trick that is allowed to a connection of one thread: no mutex, sqlite3_value_* instead of
// sqlite3_column_*, many rows in an INSERT, many keys in one parameter. Neither checks what it reads.

#include "contender.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace rows {
namespace {

template <bool Tricks>
class raw_sqlite final : public contender {
public:
    explicit raw_sqlite(const std::string& path) {
        const int flags = SQLITE_OPEN_READWRITE | (Tricks ? SQLITE_OPEN_NOMUTEX : 0);
        require(sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) == SQLITE_OK);
        run("PRAGMA foreign_keys = ON");
        run("PRAGMA synchronous = NORMAL");
        run(cache_pragma);
    }
    ~raw_sqlite() override {
        for (sqlite3_stmt* each : statements_) sqlite3_finalize(each);
        sqlite3_close(db_);
    }

    void in_transaction(const std::function<void()>& work) override {
        run("BEGIN");
        work();
        run("COMMIT");
    }

    void insert_each(std::vector<event>& events) override {
        sqlite3_stmt* const statement = prepared(0, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        run("BEGIN IMMEDIATE");
        for (const event& each : events) insert(statement, each);
        run("COMMIT");
    }
    void insert_many(std::vector<event>& events) override {
        if constexpr (!Tricks) return insert_each(events);
        constexpr std::size_t together = 32;
        std::string many = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        for (std::size_t n = 1; n != together; ++n) many += ", (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        sqlite3_stmt* const statement = prepared(8, many.c_str());
        sqlite3_stmt* const single = prepared(0, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        std::array<guid_text, together> traces;
        run("BEGIN IMMEDIATE");
        std::size_t done = 0;
        for (; done + together <= events.size(); done += together) {
            for (std::size_t n = 0; n != together; ++n)
                bind_row(statement, static_cast<int>(n * 9), events[done + n], traces[n]);
            step(statement);
        }
        for (; done != events.size(); ++done) insert(single, events[done]);
        run("COMMIT");
    }

    std::int64_t select_all() override {
        sqlite3_stmt* const statement =
            prepared(1, "SELECT id, source, target, city, level, score, note, trace, details FROM event");
        std::vector<plain_event> found;
        while (sqlite3_step(statement) == SQLITE_ROW) read(statement, found.emplace_back());
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t select_four() override {
        sqlite3_stmt* const statement = prepared(10, "SELECT id, level, score, target FROM event");
        std::vector<four_columns> found;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            four_columns& each = found.emplace_back();
            each.id = integer(statement, 0);
            each.level = static_cast<std::int32_t>(integer(statement, 1));
            each.score = number(statement, 2);
            each.target = text(statement, 3);
        }
        sqlite3_reset(statement);
        return lengths(found);
    }

    std::int64_t select_numbers() override {
        sqlite3_stmt* const statement = prepared(12, select_readings);
        std::vector<plain_reading> found;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            plain_reading& each = found.emplace_back();
            each.id = integer(statement, 0);
            parse_guid(text(statement, 1).data(), each.sensor);
            each.taken = parse_timestamp(text(statement, 2).data());
            each.channel = static_cast<std::int32_t>(integer(statement, 3));
            each.count = integer(statement, 4);
            each.value = number(statement, 5);
        }
        sqlite3_reset(statement);
        return total(found);
    }

    std::int64_t stream() override {
        sqlite3_stmt* const statement =
            prepared(1, "SELECT id, source, target, city, level, score, note, trace, details FROM event");
        std::size_t sum = 0;
        plain_event each;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            read(statement, each);
            look_at(&each);
            sum += each.source.size() + each.target.size() + each.city.size();
        }
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t stream_in_place() override {
        sqlite3_stmt* const statement =
            prepared(11, "SELECT id, source, target, city, level, score, note, trace FROM event");
        std::size_t sum = 0;
        plain_event copied;
        event_view viewed{};
        while (sqlite3_step(statement) == SQLITE_ROW) {
            if constexpr (Tricks) {
                read_in_place(statement, viewed);
                look_at(&viewed);
                sum += viewed.source.size() + viewed.target.size() + viewed.city.size();
            } else {
                read_but_details(statement, copied);
                look_at(&copied);
                sum += copied.source.size() + copied.target.size() + copied.city.size();
            }
        }
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t find(std::int64_t id) override {
        plain_event found;
        read_found(id, found);
        return static_cast<std::int64_t>(found.target.size());
    }
    std::int64_t find_into(std::int64_t id) override {
        read_found(id, found_);
        return static_cast<std::int64_t>(found_.target.size());
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

    std::int64_t find_many(std::span<const std::int64_t> ids) override {
        if constexpr (!Tricks) return pipeline(ids);
        sqlite3_stmt* const statement =
            prepared(9, "SELECT id, source, target, city, level, score, note, trace, details FROM event "
                        "WHERE id IN (SELECT value FROM json_each(?))");
        std::string keys = "[";
        for (std::int64_t id : ids) keys += std::to_string(id) + ',';
        keys.back() = ']';
        bind(statement, 1, keys);
        std::vector<plain_event> found;
        found.reserve(ids.size());
        while (sqlite3_step(statement) == SQLITE_ROW) read(statement, found.emplace_back());
        sqlite3_reset(statement);
        return static_cast<std::int64_t>(found.size());
    }
    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::vector<plain_event> found;
        found.reserve(ids.size());
        for (std::int64_t id : ids) read_found(id, found.emplace_back());
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t join(double score) override {
        sqlite3_stmt* const statement =
            prepared(6, "SELECT event.id, level.name, team.name FROM event JOIN level ON event.level = level.id "
                        "JOIN team ON level.team_id = team.id WHERE event.score = ?");
        sqlite3_bind_double(statement, 1, score);
        std::vector<joined> found;
        while (sqlite3_step(statement) == SQLITE_ROW)
            found.push_back({integer(statement, 0), std::string(text(statement, 1)), std::string(text(statement, 2))});
        sqlite3_reset(statement);
        return lengths(found);
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
    using guid_text = decltype(stoa::guid().to_chars());

    void read_found(std::int64_t id, plain_event& found) {
        sqlite3_stmt* const statement =
            prepared(2, "SELECT id, source, target, city, level, score, note, trace, details FROM event WHERE id = ?");
        sqlite3_bind_int64(statement, 1, id);
        require(sqlite3_step(statement) == SQLITE_ROW);
        read(statement, found);
        sqlite3_reset(statement);
    }

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

    static void bind_row(sqlite3_stmt* statement, int before, const event& each, guid_text& trace) {
        sqlite3_bind_int64(statement, before + 1, each.id);
        bind(statement, before + 2, each.source);
        bind(statement, before + 3, each.target);
        bind(statement, before + 4, each.city);
        sqlite3_bind_int(statement, before + 5, each.level);
        sqlite3_bind_double(statement, before + 6, each.score);
        if (each.note)
            bind(statement, before + 7, *each.note);
        else
            sqlite3_bind_null(statement, before + 7);
        trace = each.trace.to_chars();
        bind(statement, before + 8, {trace.data(), trace.size()});
        bind(statement, before + 9, each.details.text());
    }

    static void step(sqlite3_stmt* statement) {
        require(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    }

    static void insert(sqlite3_stmt* statement, const event& each) {
        guid_text trace;
        bind_row(statement, 0, each, trace);
        step(statement);
    }

    static std::string_view text(sqlite3_stmt* statement, int column) {
        if constexpr (Tricks) return text(sqlite3_column_value(statement, column));
        const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }
    static std::string_view text(sqlite3_value* value) {
        const auto* const data = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return {data, static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }

    static std::int64_t integer(sqlite3_stmt* statement, int column) {
        if constexpr (Tricks) return sqlite3_value_int64(sqlite3_column_value(statement, column));
        return sqlite3_column_int64(statement, column);
    }
    static double number(sqlite3_stmt* statement, int column) {
        if constexpr (Tricks) return sqlite3_value_double(sqlite3_column_value(statement, column));
        return sqlite3_column_double(statement, column);
    }
    static bool is_null(sqlite3_stmt* statement, int column) {
        if constexpr (Tricks) return sqlite3_value_type(sqlite3_column_value(statement, column)) == SQLITE_NULL;
        return sqlite3_column_type(statement, column) == SQLITE_NULL;
    }

    static void read_in_place(sqlite3_stmt* statement, event_view& each) {
        each.id = integer(statement, 0);
        each.source = text(statement, 1);
        each.target = text(statement, 2);
        each.city = text(statement, 3);
        each.level = static_cast<std::int32_t>(integer(statement, 4));
        each.score = number(statement, 5);
        if (!is_null(statement, 6))
            each.note = text(statement, 6);
        else
            each.note.reset();
        each.trace = stoa::guid::parse(text(statement, 7)).value_or(stoa::guid());
    }

    static void read(sqlite3_stmt* statement, plain_event& each) {
        read_but_details(statement, each);
        each.details = text(statement, 8);
    }
    static void read_but_details(sqlite3_stmt* statement, plain_event& each) {
        each.id = integer(statement, 0);
        each.source = text(statement, 1);
        each.target = text(statement, 2);
        each.city = text(statement, 3);
        each.level = static_cast<std::int32_t>(integer(statement, 4));
        each.score = number(statement, 5);
        if (!is_null(statement, 6))
            each.note = text(statement, 6);
        else
            each.note.reset();
        each.trace = text(statement, 7);
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt* statements_[13]{};
    plain_event found_; ///< of find_into
};

} // namespace

std::unique_ptr<contender> make_raw_sqlite(const std::string& url) {
    return std::make_unique<raw_sqlite<false>>(sqlite_path(url));
}
std::unique_ptr<contender> make_raw_tricks_sqlite(const std::string& url) {
    return std::make_unique<raw_sqlite<true>>(sqlite_path(url));
}

} // namespace rows

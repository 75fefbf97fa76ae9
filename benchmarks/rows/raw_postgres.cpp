// SPDX-License-Identifier: BSL-1.0
// Hand-written C on libpq: prepared once, text protocol.

#include "contender.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace rows {
namespace {

class raw_postgres final : public contender {
public:
    explicit raw_postgres(const std::string& url) : db_(PQconnectdb(url.c_str())) {
        require(PQstatus(db_) == CONNECTION_OK);
        run("SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'");
    }
    ~raw_postgres() override { PQfinish(db_); }

    void in_transaction(const std::function<void()>& work) override {
        run("BEGIN");
        work();
        run("COMMIT");
    }

    void insert_each(std::vector<event>& events) override {
        prepare("insert", "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", prepared_[0]);
        run("BEGIN");
        for (const event& each : events) send("insert", each);
        run("COMMIT");
    }
    void insert_many(std::vector<event>& events) override { insert_each(events); }

    std::int64_t select_all() override {
        prepare("all", "SELECT id, source, target, city, level, score, note, trace, details FROM event", prepared_[1]);
        return static_cast<std::int64_t>(fetch("all", 0, nullptr).size());
    }

    std::int64_t select_four() override {
        prepare("four", "SELECT id, level, score, target FROM event", prepared_[8]);
        PGresult* const result = PQexecPrepared(db_, "four", 0, nullptr, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_TUPLES_OK);
        std::vector<four_columns> found;
        for (int row = 0; row != PQntuples(result); ++row)
            found.push_back({std::atoll(PQgetvalue(result, row, 0)), std::atoi(PQgetvalue(result, row, 1)),
                             std::strtod(PQgetvalue(result, row, 2), nullptr), std::string(text(result, row, 3))});
        PQclear(result);
        return lengths(found);
    }

    std::int64_t select_numbers() override {
        prepare("numbers", select_readings, prepared_[10]);
        PGresult* const result = PQexecPrepared(db_, "numbers", 0, nullptr, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_TUPLES_OK);
        std::vector<plain_reading> found;
        for (int row = 0; row != PQntuples(result); ++row) {
            plain_reading& each = found.emplace_back();
            each.id = std::strtoll(PQgetvalue(result, row, 0), nullptr, 10);
            parse_guid(PQgetvalue(result, row, 1), each.sensor);
            each.taken = parse_timestamp(PQgetvalue(result, row, 2));
            each.channel = static_cast<std::int32_t>(std::strtol(PQgetvalue(result, row, 3), nullptr, 10));
            each.count = std::strtoll(PQgetvalue(result, row, 4), nullptr, 10);
            each.value = std::strtod(PQgetvalue(result, row, 5), nullptr);
        }
        PQclear(result);
        return total(found);
    }

    std::int64_t stream() override {
        prepare("all", "SELECT id, source, target, city, level, score, note, trace, details FROM event", prepared_[1]);
        return stream("all");
    }
    std::int64_t stream_in_place() override {
        prepare("most", "SELECT id, source, target, city, level, score, note, trace FROM event", prepared_[9]);
        return stream("most");
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
        prepare("query",
                "SELECT id, source, target, city, level, score, note, trace, details FROM event "
                "WHERE level = $1 AND score < $2 ORDER BY score DESC LIMIT $3",
                prepared_[3]);
        const std::string first = std::to_string(level);
        const std::string second = number(below);
        const char* const values[] = {first.c_str(), second.c_str(), "10"};
        return static_cast<std::int64_t>(fetch("query", 3, values).size());
    }

    std::int64_t update(std::int64_t id, double score) override {
        prepare("update", "UPDATE event SET score = $1 WHERE id = $2", prepared_[4]);
        const std::string first = number(score);
        const std::string second = std::to_string(id);
        const char* const values[] = {first.c_str(), second.c_str()};
        PGresult* const result = PQexecPrepared(db_, "update", 2, values, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_COMMAND_OK);
        const std::int64_t changed = std::atoll(PQcmdTuples(result));
        PQclear(result);
        return changed;
    }

    std::int64_t upsert(event& given) override {
        prepare("upsert",
                "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE SET "
                "source = excluded.source, target = excluded.target, city = excluded.city, level = excluded.level, "
                "score = excluded.score, note = excluded.note, trace = excluded.trace, details = excluded.details",
                prepared_[5]);
        send("upsert", given);
        return 1;
    }

    std::int64_t find_many(std::span<const std::int64_t> ids) override { return pipeline(ids); }
    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::vector<plain_event> found;
        found.reserve(ids.size());
        for (std::int64_t id : ids) read_found(id, found.emplace_back());
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t join(double score) override {
        prepare("join",
                "SELECT event.id, level.name, team.name FROM event JOIN level ON event.level = level.id "
                "JOIN team ON level.team_id = team.id WHERE event.score = $1",
                prepared_[6]);
        const std::string value = number(score);
        const char* const values[] = {value.c_str()};
        PGresult* const result = PQexecPrepared(db_, "join", 1, values, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_TUPLES_OK);
        std::vector<joined> found;
        for (int row = 0; row != PQntuples(result); ++row)
            found.push_back({std::atoll(PQgetvalue(result, row, 0)), std::string(text(result, row, 1)),
                             std::string(text(result, row, 2))});
        PQclear(result);
        return lengths(found);
    }

    std::int64_t json(std::int64_t alpha) override {
        prepare("json", R"(SELECT count(*) FROM event WHERE CAST("details" ->> 'alpha' AS bigint) = $1)", prepared_[7]);
        const std::string value = std::to_string(alpha);
        const char* const values[] = {value.c_str()};
        PGresult* const result = PQexecPrepared(db_, "json", 1, values, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_TUPLES_OK);
        const std::int64_t count = std::atoll(PQgetvalue(result, 0, 0));
        PQclear(result);
        return count;
    }

private:
    void read_found(std::int64_t id, plain_event& found) {
        prepare("find", "SELECT id, source, target, city, level, score, note, trace, details FROM event WHERE id = $1",
                prepared_[2]);
        const std::string key = std::to_string(id);
        const char* const values[] = {key.c_str()};
        PGresult* const result = PQexecPrepared(db_, "find", 1, values, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1);
        read(result, 0, found);
        PQclear(result);
    }

    std::int64_t stream(const char* name) {
        require(PQsendQueryPrepared(db_, name, 0, nullptr, nullptr, nullptr, 0) == 1);
        PQsetSingleRowMode(db_);
        std::size_t sum = 0;
        plain_event each;
        while (PGresult* const result = PQgetResult(db_)) {
            if (PQntuples(result) == 1) {
                read(result, 0, each);
                look_at(&each);
                sum += each.source.size() + each.target.size() + each.city.size();
            }
            PQclear(result);
        }
        return static_cast<std::int64_t>(sum);
    }

    static void require(bool good) {
        if (good) return;
        std::fputs("raw_postgres: a call failed\n", stderr);
        std::exit(1);
    }

    void run(const char* sql) { PQclear(PQexec(db_, sql)); }

    void prepare(const char* name, const char* sql, bool& done) {
        if (done) return;
        done = true;
        PGresult* const result = PQprepare(db_, name, sql, 0, nullptr);
        require(PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
    }

    static std::string number(double value) {
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value);
        return {text, end.ptr};
    }

    void send(const char* name, const event& each) {
        const std::string id = std::to_string(each.id);
        const std::string level = std::to_string(each.level);
        const std::string score = number(each.score);
        const std::string trace = to_string(each.trace);
        const char* const values[] = {id.c_str(),
                                      each.source.c_str(),
                                      each.target.c_str(),
                                      each.city.c_str(),
                                      level.c_str(),
                                      score.c_str(),
                                      each.note ? each.note->c_str() : nullptr,
                                      trace.c_str(),
                                      each.details.text().c_str()};
        PGresult* const result = PQexecPrepared(db_, name, 9, values, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
    }

    std::vector<plain_event> fetch(const char* name, int count, const char* const* values) {
        PGresult* const result = PQexecPrepared(db_, name, count, values, nullptr, nullptr, 0);
        require(PQresultStatus(result) == PGRES_TUPLES_OK);
        std::vector<plain_event> found;
        for (int row = 0; row != PQntuples(result); ++row) read(result, row, found.emplace_back());
        PQclear(result);
        return found;
    }

    static std::string_view text(const PGresult* result, int row, int column) {
        return {PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))};
    }

    static void read(const PGresult* result, int row, plain_event& each) {
        each.id = std::atoll(PQgetvalue(result, row, 0));
        each.source = text(result, row, 1);
        each.target = text(result, row, 2);
        each.city = text(result, row, 3);
        each.level = std::atoi(PQgetvalue(result, row, 4));
        each.score = std::strtod(PQgetvalue(result, row, 5), nullptr);
        if (PQgetisnull(result, row, 6) == 0)
            each.note = text(result, row, 6);
        else
            each.note.reset();
        each.trace = text(result, row, 7);
        if (PQnfields(result) > 8) each.details = text(result, row, 8);
    }

    PGconn* db_;
    bool prepared_[11]{};
    plain_event found_; ///< of find_into
};

} // namespace

std::unique_ptr<contender> make_raw_postgres(const std::string& url) {
    return std::make_unique<raw_postgres>(url);
}

} // namespace rows

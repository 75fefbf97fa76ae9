// SPDX-License-Identifier: BSL-1.0
// Hand-written C on libpq with every trick: binary both ways, COPY BINARY, many keys in one array, libpq's pipeline
// mode. It does by hand what stoa does, and checks nothing that it reads.

#include "binary.hpp"
#include "contender.hpp"

#include <libpq-fe.h>

#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#define SELECT_EVENT "SELECT id, source, target, city, level, score, note, trace, details FROM event"

namespace rows {
namespace {

class raw_tricks_postgres final : public contender {
public:
    explicit raw_tricks_postgres(const std::string& url) : db_(PQconnectdb(url.c_str())) {
        require(PQstatus(db_) == CONNECTION_OK);
        run("SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'");
    }
    ~raw_tricks_postgres() override { PQfinish(db_); }

    void in_transaction(const std::function<void()>& work) override {
        run("BEGIN");
        work();
        run("COMMIT");
    }

    void insert_each(std::vector<event>& events) override {
        prepare("insert", "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", event_types, prepared_[0]);
        run("BEGIN");
        for (const event& each : events) send("insert", each);
        run("COMMIT");
    }

    void insert_many(std::vector<event>& events) override {
        run("BEGIN");
        run("COPY event FROM STDIN (FORMAT binary)", PGRES_COPY_IN);
        std::vector<char> buffer(2 * sent_at_once);
        std::memcpy(buffer.data(), "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        std::size_t size = 19;
        const auto word = [&](auto value) {
            std::memcpy(&buffer[size], &value, sizeof value);
            size += sizeof value;
        };
        sent_event values;
        for (const event& each : events) { // none of them has as many bytes as are sent at once
            values.set(each);
            word(std::uint16_t{9 << 8});
            for (int n = 0; n != 9; ++n) {
                const bool null = values.values[n] == nullptr;
                word(swapped(null ? ~0U : static_cast<std::uint32_t>(values.lengths[n])));
                if (null) continue;
                std::memcpy(&buffer[size], values.values[n], static_cast<std::size_t>(values.lengths[n]));
                size += static_cast<std::size_t>(values.lengths[n]);
            }
            if (size < sent_at_once) continue;
            require(PQputCopyData(db_, buffer.data(), static_cast<int>(size)) == 1);
            size = 0;
        }
        word(std::uint16_t{0xFFFF});
        require(PQputCopyData(db_, buffer.data(), static_cast<int>(size)) == 1 && PQputCopyEnd(db_, nullptr) == 1);
        PGresult* const result = PQgetResult(db_);
        require(PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
        PQclear(PQgetResult(db_));
        run("COMMIT");
    }

    std::int64_t select_all() override {
        prepare("all", SELECT_EVENT, {}, prepared_[1]);
        return static_cast<std::int64_t>(fetch("all", 0, nullptr, nullptr).size());
    }

    std::int64_t select_four() override {
        prepare("four", "SELECT id, level, score, target FROM event", {}, prepared_[8]);
        PGresult* const result = execute("four", 0, nullptr, nullptr);
        std::vector<four_columns> found;
        found.reserve(static_cast<std::size_t>(PQntuples(result)));
        for (int row = 0; row != PQntuples(result); ++row)
            found.push_back(
                {integer64(result, row, 0), integer32(result, row, 1), number(result, row, 2), text(result, row, 3)});
        PQclear(result);
        return lengths(found);
    }

    std::int64_t select_numbers() override {
        prepare("numbers", select_readings, {}, prepared_[10]);
        PGresult* const result = execute("numbers", 0, nullptr, nullptr);
        std::vector<plain_reading> found(static_cast<std::size_t>(PQntuples(result)));
        int row = 0;
        for (plain_reading& each : found) {
            each.id = integer64(result, row, 0);
            std::memcpy(each.sensor, PQgetvalue(result, row, 1), 16);
            each.taken = integer64(result, row, 2) + 946'684'800'000'000; // of the years 1970 to 2000
            each.channel = integer32(result, row, 3);
            each.count = integer64(result, row, 4);
            each.value = number(result, row, 5);
            ++row;
        }
        PQclear(result);
        return total(found);
    }

    std::int64_t stream() override {
        prepare("all", SELECT_EVENT, {}, prepared_[1]);
        binary_event each{};
        return stream("all", [&](const PGresult* result) {
            read(result, 0, each);
            look_at(&each);
            return each.source.size() + each.target.size() + each.city.size();
        });
    }
    std::int64_t stream_in_place() override {
        prepare("most", "SELECT id, source, target, city, level, score, note, trace FROM event", {}, prepared_[9]);
        event_view each{};
        return stream("most", [&](const PGresult* result) {
            read_in_place(result, each);
            look_at(&each);
            return each.source.size() + each.target.size() + each.city.size();
        });
    }

    std::int64_t find(std::int64_t id) override {
        std::uint64_t key = 0;
        PGresult* const result = execute("find", 1, prepared_find(id, key).data(), key_length);
        binary_event found{};
        read(result, 0, found);
        PQclear(result);
        return static_cast<std::int64_t>(found.target.size());
    }
    std::int64_t find_into(std::int64_t id) override {
        std::uint64_t key = 0;
        PGresult* const result = execute("find", 1, prepared_find(id, key).data(), key_length);
        read(result, 0, found_);
        PQclear(result);
        return static_cast<std::int64_t>(found_.target.size());
    }

    std::int64_t query(std::int32_t level, double below) override {
        constexpr Oid types[] = {int4_id, float8_id, int8_id};
        prepare("query", SELECT_EVENT " WHERE level = $1 AND score < $2 ORDER BY score DESC LIMIT $3", types,
                prepared_[3]);
        const std::uint32_t first = swapped(static_cast<std::uint32_t>(level));
        const std::uint64_t second = swapped(std::bit_cast<std::uint64_t>(below));
        const std::uint64_t third = swapped(std::uint64_t{10});
        const char* const values[] = {bytes(first), bytes(second), bytes(third)};
        constexpr int sizes[] = {4, 8, 8};
        return static_cast<std::int64_t>(fetch("query", 3, values, sizes).size());
    }

    std::int64_t update(std::int64_t id, double score) override {
        constexpr Oid types[] = {float8_id, int8_id};
        prepare("update", "UPDATE event SET score = $1 WHERE id = $2", types, prepared_[4]);
        const std::uint64_t first = swapped(std::bit_cast<std::uint64_t>(score));
        const std::uint64_t second = swapped(static_cast<std::uint64_t>(id));
        const char* const values[] = {bytes(first), bytes(second)};
        constexpr int sizes[] = {8, 8};
        PGresult* const result = PQexecPrepared(db_, "update", 2, values, sizes, binary, 1);
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
                event_types, prepared_[5]);
        send("upsert", given);
        return 1;
    }

    std::int64_t find_many(std::span<const std::int64_t> ids) override {
        constexpr Oid types[] = {int8_array_id};
        prepare("find_many", SELECT_EVENT " WHERE id = ANY($1)", types, prepared_[7]);
        // One dimension, no NULL, the element's type, how many, counted from 1; then each with its length.
        std::vector<char> array(20 + 12 * ids.size());
        const std::uint32_t head[] = {swapped(1U), 0, swapped(int8_id), swapped(static_cast<std::uint32_t>(ids.size())),
                                      swapped(1U)};
        std::memcpy(array.data(), head, sizeof head);
        char* to = array.data() + sizeof head;
        for (const std::int64_t id : ids) {
            const std::uint32_t size = swapped(8U);
            const std::uint64_t key = swapped(static_cast<std::uint64_t>(id));
            std::memcpy(to, &size, 4);
            std::memcpy(to + 4, &key, 8);
            to += 12;
        }
        const char* const values[] = {array.data()};
        const int sizes[] = {static_cast<int>(array.size())};
        return static_cast<std::int64_t>(fetch("find_many", 1, values, sizes).size());
    }

    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::uint64_t key = 0;
        prepared_find(0, key);
        require(PQenterPipelineMode(db_) == 1);
        for (const std::int64_t id : ids)
            require(PQsendQueryPrepared(db_, "find", 1, prepared_find(id, key).data(), key_length, binary, 1) == 1);
        require(PQpipelineSync(db_) == 1);
        std::vector<binary_event> found;
        found.reserve(ids.size());
        for (std::size_t n = 0; n != ids.size(); ++n) {
            PGresult* const result = PQgetResult(db_);
            require(PQresultStatus(result) == PGRES_TUPLES_OK);
            read(result, 0, found.emplace_back());
            PQclear(result);
            PQclear(PQgetResult(db_)); // a null pointer ends each
        }
        PQclear(PQgetResult(db_)); // that of the synchronisation
        require(PQexitPipelineMode(db_) == 1);
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t join(double score) override {
        constexpr Oid types[] = {float8_id};
        prepare("join",
                "SELECT event.id, level.name, team.name FROM event JOIN level ON event.level = level.id "
                "JOIN team ON level.team_id = team.id WHERE event.score = $1",
                types, prepared_[6]);
        const std::uint64_t value = swapped(std::bit_cast<std::uint64_t>(score));
        const char* const values[] = {bytes(value)};
        PGresult* const result = execute("join", 1, values, key_length);
        std::vector<joined> found;
        found.reserve(static_cast<std::size_t>(PQntuples(result)));
        for (int row = 0; row != PQntuples(result); ++row)
            found.push_back({integer64(result, row, 0), text(result, row, 1), text(result, row, 2)});
        PQclear(result);
        return lengths(found);
    }

    std::int64_t json(std::int64_t alpha) override {
        constexpr Oid types[] = {int8_id};
        prepare("json", R"(SELECT count(*) FROM event WHERE CAST("details" ->> 'alpha' AS bigint) = $1)", types,
                prepared_[11]);
        const std::uint64_t value = swapped(static_cast<std::uint64_t>(alpha));
        const char* const values[] = {bytes(value)};
        PGresult* const result = execute("json", 1, values, key_length);
        const std::int64_t count = integer64(result, 0, 0);
        PQclear(result);
        return count;
    }

private:
    static constexpr int key_length[] = {8};

    static void require(bool good) {
        if (good) return;
        std::fputs("raw_tricks_postgres: a call failed\n", stderr);
        std::exit(1);
    }

    void run(const char* sql, ExecStatusType wanted = PGRES_COMMAND_OK) {
        PGresult* const result = PQexec(db_, sql);
        require(PQresultStatus(result) == wanted);
        PQclear(result);
    }

    void prepare(const char* name, const char* sql, std::span<const Oid> types, bool& done) {
        if (done) return;
        done = true;
        PGresult* const result = PQprepare(db_, name, sql, static_cast<int>(types.size()), types.data());
        require(PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
    }

    /// The parameter of the lookup, which is written to `key`.
    std::array<const char*, 1> prepared_find(std::int64_t id, std::uint64_t& key) {
        constexpr Oid types[] = {int8_id};
        prepare("find", SELECT_EVENT " WHERE id = $1", types, prepared_[2]);
        key = swapped(static_cast<std::uint64_t>(id));
        return {bytes(key)};
    }

    template <class Word>
    static const char* bytes(const Word& word) {
        return reinterpret_cast<const char*>(&word);
    }

    void send(const char* name, const event& each) {
        sent_.set(each);
        PGresult* const result = PQexecPrepared(db_, name, 9, sent_.values, sent_.lengths, binary, 1);
        require(PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
    }

    PGresult* execute(const char* name, int count, const char* const* values, const int* sizes) {
        PGresult* const result = PQexecPrepared(db_, name, count, values, sizes, binary, 1);
        require(PQresultStatus(result) == PGRES_TUPLES_OK);
        return result;
    }

    std::vector<binary_event> fetch(const char* name, int count, const char* const* values, const int* sizes) {
        PGresult* const result = execute(name, count, values, sizes);
        std::vector<binary_event> found;
        found.reserve(static_cast<std::size_t>(PQntuples(result)));
        for (int row = 0; row != PQntuples(result); ++row) read(result, row, found.emplace_back());
        PQclear(result);
        return found;
    }

    template <class Read>
    std::int64_t stream(const char* name, Read read_row) {
        require(PQsendQueryPrepared(db_, name, 0, nullptr, nullptr, nullptr, 1) == 1);
        PQsetSingleRowMode(db_);
        std::size_t sum = 0;
        while (PGresult* const result = PQgetResult(db_)) {
            if (PQntuples(result) == 1) sum += read_row(result);
            PQclear(result);
        }
        return static_cast<std::int64_t>(sum);
    }

    static std::string_view view(const PGresult* result, int row, int column) {
        return {PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))};
    }
    static std::string text(const PGresult* result, int row, int column) {
        return std::string(view(result, row, column));
    }
    static std::int64_t integer64(const PGresult* result, int row, int column) {
        return static_cast<std::int64_t>(load64(PQgetvalue(result, row, column)));
    }
    static std::int32_t integer32(const PGresult* result, int row, int column) {
        return static_cast<std::int32_t>(load32(PQgetvalue(result, row, column)));
    }
    static double number(const PGresult* result, int row, int column) {
        return std::bit_cast<double>(load64(PQgetvalue(result, row, column)));
    }

    static void read(const PGresult* result, int row, binary_event& each) {
        each.id = integer64(result, row, 0);
        each.source = view(result, row, 1);
        each.target = view(result, row, 2);
        each.city = view(result, row, 3);
        each.level = integer32(result, row, 4);
        each.score = number(result, row, 5);
        if (PQgetisnull(result, row, 6) == 0)
            each.note = view(result, row, 6);
        else
            each.note.reset();
        std::memcpy(each.trace, PQgetvalue(result, row, 7), 16);
        each.details = view(result, row, 8).substr(1);
    }

    static void read_in_place(const PGresult* result, event_view& each) {
        each.id = integer64(result, 0, 0);
        each.source = view(result, 0, 1);
        each.target = view(result, 0, 2);
        each.city = view(result, 0, 3);
        each.level = integer32(result, 0, 4);
        each.score = number(result, 0, 5);
        if (PQgetisnull(result, 0, 6) == 0)
            each.note = view(result, 0, 6);
        else
            each.note.reset();
        std::memcpy(each.trace.bytes_.data(), PQgetvalue(result, 0, 7), 16);
    }

    PGconn* db_;
    bool prepared_[12]{};
    sent_event sent_;
    binary_event found_{};
};

} // namespace

std::unique_ptr<contender> make_raw_tricks_postgres(const std::string& url) {
    return std::make_unique<raw_tricks_postgres>(url);
}

} // namespace rows

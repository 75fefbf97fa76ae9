// SPDX-License-Identifier: BSL-1.0
// SQLiteCpp 3: one prepared Statement per question, kept. It binds copies unless told otherwise, which it is where all
// that counts is speed.

#include "../contender.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

namespace rows {
namespace {

class sqlitecpp final : public contender {
public:
    explicit sqlitecpp(const std::string& path) : db_(path, SQLite::OPEN_READWRITE) {
        db_.exec("PRAGMA foreign_keys = ON");
        db_.exec("PRAGMA synchronous = NORMAL");
        db_.exec(cache_pragma);
    }

    void in_transaction(const std::function<void()>& work) override {
        SQLite::Transaction transaction(db_);
        work();
        transaction.commit();
    }

    void insert_each(std::vector<event>& events) override {
        SQLite::Statement& statement = prepared(insert_, insert_sql);
        SQLite::Transaction transaction(db_);
        for (const event& each : events) insert(statement, each);
        transaction.commit();
    }

    void insert_many(std::vector<event>& events) override {
        SQLite::Statement& statement = prepared(insert_, insert_sql);
        SQLite::Transaction transaction(db_);
        for (const event& each : events) {
            const std::string trace = to_string(each.trace);
            statement.bind(1, each.id);
            statement.bindNoCopy(2, each.source);
            statement.bindNoCopy(3, each.target);
            statement.bindNoCopy(4, each.city);
            statement.bind(5, each.level);
            statement.bind(6, each.score);
            if (each.note)
                statement.bindNoCopy(7, *each.note);
            else
                statement.bind(7);
            statement.bindNoCopy(8, trace);
            statement.bindNoCopy(9, each.details.text());
            statement.exec();
            statement.reset();
        }
        transaction.commit();
    }

    std::int64_t select_all() override {
        SQLite::Statement& statement = prepared(all_, "SELECT * FROM event");
        return static_cast<std::int64_t>(fetch(statement).size());
    }

    std::int64_t select_four() override {
        SQLite::Statement& statement = prepared(four_, "SELECT id, level, score, target FROM event");
        std::vector<four_columns> found;
        while (statement.executeStep())
            found.push_back({statement.getColumn(0), statement.getColumn(1), statement.getColumn(2),
                             statement.getColumn(3).getString()});
        statement.reset();
        return lengths(found);
    }

    std::int64_t select_numbers() override {
        SQLite::Statement& statement = prepared(numbers_, select_readings);
        std::vector<plain_reading> found;
        while (statement.executeStep()) {
            plain_reading& each = found.emplace_back();
            each.id = statement.getColumn(0);
            parse_guid(statement.getColumn(1).getText(), each.sensor);
            each.taken = parse_timestamp(statement.getColumn(2).getText());
            each.channel = statement.getColumn(3);
            each.count = statement.getColumn(4);
            each.value = statement.getColumn(5);
        }
        statement.reset();
        return total(found);
    }

    std::int64_t stream() override {
        SQLite::Statement& statement = prepared(all_, "SELECT * FROM event");
        std::size_t sum = 0;
        while (statement.executeStep()) {
            const plain_event each = read(statement);
            sum += each.source.size() + each.target.size() + each.city.size();
        }
        statement.reset();
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t find(std::int64_t id) override { return static_cast<std::int64_t>(found(id).target.size()); }

    std::int64_t query(std::int32_t level, double below) override {
        SQLite::Statement& statement =
            prepared(query_, "SELECT * FROM event WHERE level = ? AND score < ? ORDER BY score DESC LIMIT ?");
        statement.bind(1, level);
        statement.bind(2, below);
        statement.bind(3, 10);
        return static_cast<std::int64_t>(fetch(statement).size());
    }

    std::int64_t update(std::int64_t id, double score) override {
        SQLite::Statement& statement = prepared(update_, "UPDATE event SET score = ? WHERE id = ?");
        statement.bind(1, score);
        statement.bind(2, id);
        const int changed = statement.exec();
        statement.reset();
        return changed;
    }

    std::int64_t upsert(event& given) override {
        insert(prepared(upsert_, std::string(insert_sql) +
                                     " ON CONFLICT (id) DO UPDATE SET source = excluded.source, "
                                     "target = excluded.target, city = excluded.city, level = excluded.level, "
                                     "score = excluded.score, note = excluded.note, trace = excluded.trace, "
                                     "details = excluded.details"),
               given);
        return 1;
    }

    std::int64_t find_many(std::span<const std::int64_t> ids) override { return pipeline(ids); }
    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::vector<plain_event> all;
        all.reserve(ids.size());
        for (std::int64_t id : ids) all.push_back(found(id));
        return static_cast<std::int64_t>(all.size());
    }

    std::int64_t join(double score) override {
        SQLite::Statement& statement =
            prepared(join_, "SELECT event.id, level.name, team.name FROM event JOIN level ON event.level = level.id "
                            "JOIN team ON level.team_id = team.id WHERE event.score = ?");
        statement.bind(1, score);
        std::vector<joined> found;
        while (statement.executeStep())
            found.push_back(
                {statement.getColumn(0), statement.getColumn(1).getString(), statement.getColumn(2).getString()});
        statement.reset();
        return lengths(found);
    }

    std::int64_t json(std::int64_t alpha) override {
        SQLite::Statement& statement = prepared(
            json_, R"(SELECT count(*) FROM event WHERE CAST(json_extract("details", '$."alpha"') AS INTEGER) = ?)");
        statement.bind(1, alpha);
        statement.executeStep();
        const std::int64_t count = statement.getColumn(0);
        statement.reset();
        return count;
    }

private:
    static constexpr const char* insert_sql = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    using kept = std::unique_ptr<SQLite::Statement>;

    SQLite::Statement& prepared(kept& statement, const std::string& sql) { return prepared(statement, sql.c_str()); }
    SQLite::Statement& prepared(kept& statement, const char* sql) {
        if (!statement) statement = std::make_unique<SQLite::Statement>(db_, sql);
        return *statement;
    }

    plain_event found(std::int64_t id) {
        SQLite::Statement& statement = prepared(find_, "SELECT * FROM event WHERE id = ?");
        statement.bind(1, id);
        if (!statement.executeStep()) throw std::runtime_error("there is no such event");
        plain_event only = read(statement);
        statement.reset();
        return only;
    }

    static void insert(SQLite::Statement& statement, const event& each) {
        statement.bind(1, each.id);
        statement.bind(2, each.source);
        statement.bind(3, each.target);
        statement.bind(4, each.city);
        statement.bind(5, each.level);
        statement.bind(6, each.score);
        if (each.note)
            statement.bind(7, *each.note);
        else
            statement.bind(7);
        statement.bind(8, to_string(each.trace));
        statement.bind(9, each.details.text());
        statement.exec();
        statement.reset();
    }

    static std::vector<plain_event> fetch(SQLite::Statement& statement) {
        std::vector<plain_event> found;
        while (statement.executeStep()) found.push_back(read(statement));
        statement.reset();
        return found;
    }

    static plain_event read(const SQLite::Statement& statement) {
        const SQLite::Column note = statement.getColumn(6);
        return {statement.getColumn(0),
                statement.getColumn(1).getString(),
                statement.getColumn(2).getString(),
                statement.getColumn(3).getString(),
                statement.getColumn(4),
                statement.getColumn(5),
                note.isNull() ? std::optional<std::string>() : std::optional<std::string>(note.getString()),
                statement.getColumn(7).getString(),
                statement.getColumn(8).getString()};
    }

    SQLite::Database db_;
    kept insert_, all_, four_, numbers_, find_, query_, update_, upsert_, join_, json_;
};

} // namespace

std::unique_ptr<contender> make_sqlitecpp(const std::string& url) {
    return std::make_unique<sqlitecpp>(sqlite_path(url));
}

} // namespace rows

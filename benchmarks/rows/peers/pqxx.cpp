// SPDX-License-Identifier: BSL-1.0
// libpqxx 6: statements prepared on the connection, streams for whole tables, its pipeline (which takes no parameters)
// for calls ahead of their answers. Debian's is built without std::optional: it can give one, but not read one.

#include "../contender.hpp"

#include <pqxx/pqxx>

#include <memory>
#include <tuple>
#include <utility>

namespace rows {
namespace {

class pqxx_rows final : public contender {
public:
    explicit pqxx_rows(const std::string& url) : db_(url) {
        pqxx::nontransaction(db_).exec0("SET TimeZone = 'UTC'");
        const std::string insert = "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        db_.prepare("insert", insert);
        db_.prepare("upsert", insert + " ON CONFLICT (id) DO UPDATE SET source = excluded.source, "
                                       "target = excluded.target, city = excluded.city, level = excluded.level, "
                                       "score = excluded.score, note = excluded.note, trace = excluded.trace, "
                                       "details = excluded.details");
        db_.prepare("all", select_);
        db_.prepare("numbers", select_readings);
        db_.prepare("four", "SELECT id, level, score, target FROM event");
        db_.prepare("find", select_ + " WHERE id = $1");
        db_.prepare("find_many", select_ + " WHERE id = ANY($1)");
        db_.prepare("query", select_ + " WHERE level = $1 AND score < $2 ORDER BY score DESC LIMIT $3");
        db_.prepare("update", "UPDATE event SET score = $1 WHERE id = $2");
        db_.prepare("join", "SELECT event.id, level.name, team.name FROM event JOIN level ON event.level = level.id "
                            "JOIN team ON level.team_id = team.id WHERE event.score = $1");
        db_.prepare("json", "SELECT count(*) FROM event WHERE CAST(\"details\" ->> 'alpha' AS bigint) = $1");
    }

    void in_transaction(const std::function<void()>& work) override {
        pqxx::work transaction(db_);
        work_ = &transaction;
        work();
        transaction.commit();
    }

    void insert_each(std::vector<event>& events) override {
        pqxx::work work(db_);
        for (const event& each : events) insert(work, "insert", each);
        work.commit();
    }

    void insert_many(std::vector<event>& events) override {
        pqxx::work work(db_);
        pqxx::stream_to stream(work, "event");
        for (const event& each : events)
            stream << std::make_tuple(each.id, each.source, each.target, each.city, each.level, each.score, each.note,
                                      to_string(each.trace), each.details.text());
        stream.complete();
        work.commit();
    }

    std::int64_t select_all() override { return static_cast<std::int64_t>(fetch(work_->exec_prepared("all")).size()); }

    std::int64_t select_four() override {
        const pqxx::result result = work_->exec_prepared("four");
        std::vector<four_columns> found;
        found.reserve(result.size());
        for (const pqxx::row& each : result)
            found.push_back({each[0].as<std::int64_t>(), each[1].as<std::int32_t>(), each[2].as<double>(),
                             each[3].as<std::string>()});
        return lengths(found);
    }

    std::int64_t select_numbers() override {
        const pqxx::result result = work_->exec_prepared("numbers");
        std::vector<plain_reading> found;
        found.reserve(result.size());
        for (const pqxx::row& row : result) {
            plain_reading& each = found.emplace_back();
            each.id = row[0].as<std::int64_t>();
            parse_guid(row[1].c_str(), each.sensor);
            each.taken = parse_timestamp(row[2].c_str());
            each.channel = row[3].as<std::int32_t>();
            each.count = row[4].as<std::int64_t>();
            each.value = row[5].as<double>();
        }
        return total(found);
    }

    std::int64_t stream() override {
        pqxx::stream_from stream(*work_, "event");
        std::tuple<std::int64_t, std::string, std::string, std::string, std::int32_t, double,
                   std::unique_ptr<std::string>, std::string, std::string>
            each;
        std::size_t sum = 0;
        while (stream >> each) sum += std::get<1>(each).size() + std::get<2>(each).size() + std::get<3>(each).size();
        stream.complete();
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t find(std::int64_t id) override {
        return static_cast<std::int64_t>(read(work_->exec_prepared1("find", id)).target.size());
    }

    std::int64_t query(std::int32_t level, double below) override {
        return static_cast<std::int64_t>(fetch(work_->exec_prepared("query", level, below, 10)).size());
    }

    std::int64_t update(std::int64_t id, double score) override {
        return static_cast<std::int64_t>(work_->exec_prepared0("update", score, id).affected_rows());
    }

    std::int64_t upsert(event& given) override {
        insert(*work_, "upsert", given);
        return 1;
    }

    std::int64_t find_many(std::span<const std::int64_t> ids) override {
        std::string keys = "{";
        for (std::int64_t id : ids) keys += pqxx::to_string(id) + ',';
        keys.back() = '}';
        return static_cast<std::int64_t>(fetch(work_->exec_prepared("find_many", keys)).size());
    }

    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        pqxx::pipeline ahead(*work_);
        ahead.retain(static_cast<int>(ids.size()));
        const std::string by_key = select_ + " WHERE id = ";
        for (std::int64_t id : ids) ahead.insert(by_key + pqxx::to_string(id));
        std::vector<plain_event> found;
        found.reserve(ids.size());
        while (!ahead.empty()) found.push_back(read(ahead.retrieve().second.at(0)));
        return static_cast<std::int64_t>(found.size());
    }

    std::int64_t join(double score) override {
        std::vector<joined> found;
        for (const pqxx::row& each : work_->exec_prepared("join", score))
            found.push_back({each[0].as<std::int64_t>(), each[1].as<std::string>(), each[2].as<std::string>()});
        return lengths(found);
    }

    std::int64_t json(std::int64_t alpha) override {
        return work_->exec_prepared1("json", alpha)[0].as<std::int64_t>();
    }

private:
    static void insert(pqxx::transaction_base& work, const char* statement, const event& each) {
        work.exec_prepared0(statement, each.id, each.source, each.target, each.city, each.level, each.score, each.note,
                            to_string(each.trace), each.details.text());
    }

    static std::vector<plain_event> fetch(const pqxx::result& result) {
        std::vector<plain_event> found;
        found.reserve(result.size());
        for (const pqxx::row& each : result) found.push_back(read(each));
        return found;
    }

    static plain_event read(const pqxx::row& row) {
        std::optional<std::string> note;
        if (!row[6].is_null()) note = row[6].as<std::string>();
        return {row[0].as<std::int64_t>(), row[1].as<std::string>(),  row[2].as<std::string>(),
                row[3].as<std::string>(),  row[4].as<std::int32_t>(), row[5].as<double>(),
                std::move(note),           row[7].as<std::string>(),  row[8].as<std::string>()};
    }

    std::string select_ = "SELECT id, source, target, city, level, score, note, trace, details FROM event";
    pqxx::connection db_;
    pqxx::transaction_base* work_ = nullptr; ///< of in_transaction
};

} // namespace

std::unique_ptr<contender> make_pqxx(const std::string& url) {
    return std::make_unique<pqxx_rows>(url);
}

} // namespace rows

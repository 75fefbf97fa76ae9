// SPDX-License-Identifier: BSL-1.0
// SOCI 4 on both databases: statements prepared with the variables they read into and use, and executed again.

#include "../contender.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <libpq-fe.h>
#include <soci/soci.h>

#include <memory>
#include <utility>

namespace rows {
namespace {

using soci::into;
using soci::use;

/// The variables of a row, which SOCI's statements refer to.
struct bound_row {
    plain_event values;
    std::string note;
    soci::indicator note_state = soci::i_ok;

    void give(const event& each) {
        values = plain(each);
        note_state = each.note ? soci::i_ok : soci::i_null;
        note = each.note.value_or("");
    }
    plain_event take() {
        if (note_state == soci::i_ok)
            values.note = std::move(note);
        else
            values.note.reset();
        return std::move(values);
    }
};

/// SOCI wants names and values, and no URL.
std::string connection_string(const std::string& url) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), nullptr),
                                                                               PQconninfoFree);
    std::string all;
    for (const PQconninfoOption* each = options.get(); each != nullptr && each->keyword != nullptr; ++each)
        if (each->val != nullptr) all.append(each->keyword).append("='").append(each->val).append("' ");
    return all;
}

class soci_rows final : public contender {
public:
    soci_rows(const soci::backend_factory& database, const std::string& address, bool has_arrays)
        : db_(database, address), has_arrays_(has_arrays) {
        if (has_arrays) {
            db_ << "SET TimeZone = 'UTC'";
            return;
        }
        db_ << "PRAGMA foreign_keys = ON";
        db_ << "PRAGMA synchronous = NORMAL";
        db_ << cache_pragma;
    }

    void in_transaction(const std::function<void()>& work) override {
        soci::transaction transaction(db_);
        work();
        transaction.commit();
    }

    void insert_each(std::vector<event>& events) override {
        soci::transaction transaction(db_);
        soci::statement& statement = inserting(insert_, insert_sql);
        for (const event& each : events) {
            row_.give(each);
            statement.execute(true);
        }
        transaction.commit();
    }

    void insert_many(std::vector<event>& events) override {
        std::vector<long long> ids;
        std::vector<std::string> sources, targets, cities, notes, traces, details;
        std::vector<int> event_levels;
        std::vector<double> scores;
        std::vector<soci::indicator> note_states;
        for (const event& each : events) {
            ids.push_back(each.id);
            sources.push_back(each.source);
            targets.push_back(each.target);
            cities.push_back(each.city);
            event_levels.push_back(each.level);
            scores.push_back(each.score);
            notes.push_back(each.note.value_or(""));
            note_states.push_back(each.note ? soci::i_ok : soci::i_null);
            traces.push_back(to_string(each.trace));
            details.push_back(each.details.text());
        }
        soci::transaction transaction(db_);
        db_ << insert_sql, use(ids), use(sources), use(targets), use(cities), use(event_levels), use(scores),
            use(notes, note_states), use(traces), use(details);
        transaction.commit();
    }

    std::int64_t select_all() override {
        if (!all_) all_ = selecting("");
        return static_cast<std::int64_t>(fetch(*all_).size());
    }

    std::int64_t select_four() override {
        four_columns each{};
        soci::statement statement = (db_.prepare << "SELECT id, level, score, target FROM event", into(each.id),
                                     into(each.level), into(each.score), into(each.target));
        std::vector<four_columns> found;
        statement.execute();
        while (statement.fetch()) found.push_back(std::move(each));
        return lengths(found);
    }

    std::int64_t select_numbers() override {
        plain_reading each{};
        std::string sensor, taken;
        long long id = 0, count = 0;
        soci::statement statement = (db_.prepare << select_readings, into(id), into(sensor), into(taken),
                                     into(each.channel), into(count), into(each.value));
        std::vector<plain_reading> found;
        statement.execute();
        while (statement.fetch()) {
            each.id = id;
            each.count = count;
            parse_guid(sensor.c_str(), each.sensor);
            each.taken = parse_timestamp(taken.c_str());
            found.push_back(each);
        }
        return total(found);
    }

    std::int64_t stream() override {
        if (!all_) all_ = selecting("");
        all_->execute();
        std::size_t sum = 0;
        while (all_->fetch()) {
            const plain_event& each = row_.values;
            sum += each.source.size() + each.target.size() + each.city.size();
        }
        return static_cast<std::int64_t>(sum);
    }

    std::int64_t find(std::int64_t id) override { return static_cast<std::int64_t>(found(id).target.size()); }

    std::int64_t query(std::int32_t level, double below) override {
        if (!query_)
            query_ = selecting(" WHERE level = :level AND score < :score ORDER BY score DESC LIMIT :count", use(level_),
                               use(score_), use(ten_));
        level_ = level;
        score_ = below;
        return static_cast<std::int64_t>(fetch(*query_).size());
    }

    std::int64_t update(std::int64_t id, double score) override {
        if (!update_)
            update_ = std::make_unique<soci::statement>(
                (db_.prepare << "UPDATE event SET score = :score WHERE id = :id", use(score_), use(id_)));
        id_ = id;
        score_ = score;
        update_->execute(true);
        return update_->get_affected_rows();
    }

    std::int64_t upsert(event& given) override {
        soci::statement& statement =
            inserting(upsert_, std::string(insert_sql) + " ON CONFLICT (id) DO UPDATE SET source = excluded.source, "
                                                         "target = excluded.target, city = excluded.city, "
                                                         "level = excluded.level, score = excluded.score, "
                                                         "note = excluded.note, trace = excluded.trace, "
                                                         "details = excluded.details");
        row_.give(given);
        statement.execute(true);
        return 1;
    }

    std::int64_t find_many(std::span<const std::int64_t> ids) override {
        if (!has_arrays_) return pipeline(ids);
        if (!find_many_) find_many_ = selecting(" WHERE id = ANY(CAST(:ids AS bigint[]))", use(keys_));
        keys_.assign(1, '{');
        for (std::int64_t id : ids) keys_ += std::to_string(id) + ',';
        keys_.back() = '}';
        return static_cast<std::int64_t>(fetch(*find_many_).size());
    }

    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::vector<plain_event> all;
        all.reserve(ids.size());
        for (std::int64_t id : ids) all.push_back(found(id));
        return static_cast<std::int64_t>(all.size());
    }

    std::int64_t join(double score) override {
        if (!join_)
            join_ = std::make_unique<soci::statement>(
                (db_.prepare << "SELECT event.id, level.name, team.name FROM event "
                                "JOIN level ON event.level = level.id JOIN team ON level.team_id = team.id "
                                "WHERE event.score = :score",
                 into(id_), into(row_.values.source), into(row_.values.target), use(score_)));
        score_ = score;
        std::vector<joined> found;
        join_->execute();
        while (join_->fetch()) found.push_back({id_, row_.values.source, row_.values.target});
        return lengths(found);
    }

    std::int64_t json(std::int64_t alpha) override {
        if (!json_)
            json_ = std::make_unique<soci::statement>((db_.prepare << (has_arrays_ ? R"(SELECT count(*) FROM event
                                                  WHERE CAST("details" ->> 'alpha' AS bigint) = :alpha)"
                                                                                   : R"(SELECT count(*) FROM event
                                                  WHERE CAST(json_extract("details", '$."alpha"') AS INTEGER) = :alpha)"),
                                                       into(count_), use(id_)));
        id_ = alpha;
        json_->execute(true);
        return count_;
    }

private:
    static constexpr const char* insert_sql = "INSERT INTO event VALUES (:id, :source, :target, :city, :level, :score, "
                                              ":note, :trace, :details)";
    using kept = std::unique_ptr<soci::statement>;

    soci::statement& inserting(kept& statement, const std::string& sql) {
        if (!statement) {
            plain_event& each = row_.values;
            statement = std::make_unique<soci::statement>(
                (db_.prepare << sql, use(each.id), use(each.source), use(each.target), use(each.city), use(each.level),
                 use(each.score), use(row_.note, row_.note_state), use(each.trace), use(each.details)));
        }
        return *statement;
    }

    template <class... Use>
    kept selecting(const char* condition, Use... used) {
        plain_event& each = row_.values;
        return std::make_unique<soci::statement>(
            ((db_.prepare << "SELECT id, source, target, city, level, score, note, trace, details FROM event"
                          << condition,
              into(each.id), into(each.source), into(each.target), into(each.city), into(each.level), into(each.score),
              into(row_.note, row_.note_state), into(each.trace), into(each.details)),
             ..., used));
    }

    plain_event found(std::int64_t id) {
        if (!find_) find_ = selecting(" WHERE id = :id", use(id_));
        id_ = id;
        if (!find_->execute(true)) throw std::runtime_error("there is no such event");
        return row_.take();
    }

    std::vector<plain_event> fetch(soci::statement& statement) {
        std::vector<plain_event> found;
        statement.execute();
        while (statement.fetch()) found.push_back(row_.take());
        return found;
    }

    soci::session db_;
    bool has_arrays_;
    bound_row row_{};
    std::int64_t id_ = 0;
    std::int32_t level_ = 0;
    int ten_ = 10;
    double score_ = 0;
    std::string keys_;
    long long count_ = 0;
    kept insert_, upsert_, all_, find_, find_many_, query_, update_, join_, json_;
};

} // namespace

std::unique_ptr<contender> make_soci_sqlite(const std::string& url) {
    return std::make_unique<soci_rows>(soci::sqlite3, sqlite_path(url), false);
}
std::unique_ptr<contender> make_soci_postgres(const std::string& url) {
    return std::make_unique<soci_rows>(soci::postgresql, connection_string(url), true);
}

} // namespace rows

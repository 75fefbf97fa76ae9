// SPDX-License-Identifier: BSL-1.0
// stoa on both databases: the same code.

#include "contender.hpp"

#include "stoa/postgres.hpp"
#include "stoa/sqlite.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace rows {
namespace {

using stoa::col;
using stoa::from;

template <class Connection>
class stoa_rows final : public contender {
public:
    explicit stoa_rows(const std::string& url) : db_(Connection(url)) {
        if constexpr (std::is_same_v<Connection, stoa::sqlite::connection>) db_.execute(cache_pragma);
    }

    void in_transaction(const std::function<void()>& work) override { db_.transaction(work); }
    void insert_each(std::vector<event>& events) override {
        db_.transaction([&] {
            for (event& each : events) db_.insert(each);
        });
    }
    void insert_many(std::vector<event>& events) override { db_.insert_many(events); }
    std::int64_t select_all() override { return static_cast<std::int64_t>(db_.all(from<event>()).size()); }
    std::int64_t select_four() override {
        std::size_t sum = 0;
        for (const auto& [id, level, score, target] : db_.all(
                 from<event>().select(col<&event::id>, col<&event::level>, col<&event::score>, col<&event::target>)))
            sum += target.size();
        return static_cast<std::int64_t>(sum);
    }
    std::int64_t select_numbers() override { return total(db_.all(from<reading>())); }
    std::int64_t stream() override {
        std::size_t sum = 0;
        for (const event& each : db_.stream(from<event>())) {
            look_at(&each);
            sum += each.source.size() + each.target.size() + each.city.size();
        }
        return static_cast<std::int64_t>(sum);
    }
    std::int64_t stream_in_place() override {
        std::size_t sum = 0;
        for (const event_view& each : db_.stream(from<event>().template select_as<event_view>(
                 col<&event::id>, col<&event::source>, col<&event::target>, col<&event::city>, col<&event::level>,
                 col<&event::score>, col<&event::note>, col<&event::trace>))) {
            look_at(&each);
            sum += each.source.size() + each.target.size() + each.city.size();
        }
        return static_cast<std::int64_t>(sum);
    }
    std::int64_t find_into(std::int64_t id) override {
        return db_.find_into(found_, id) ? static_cast<std::int64_t>(found_.target.size()) : 0;
    }
    std::int64_t find(std::int64_t id) override {
        return static_cast<std::int64_t>(db_.template find<event>(id)->target.size());
    }
    std::int64_t query(std::int32_t level, double below) override {
        return static_cast<std::int64_t>(db_.all(from<event>()
                                                     .where(col<&event::level> == level && col<&event::score> < below)
                                                     .order_by(desc(col<&event::score>))
                                                     .limit(10))
                                             .size());
    }
    std::int64_t update(std::int64_t id, double score) override {
        return db_.execute(stoa::update<event>().set(col<&event::score> = score).where(col<&event::id> == id));
    }
    std::int64_t upsert(event& given) override {
        db_.upsert(given);
        return 1;
    }
    std::int64_t find_many(std::span<const std::int64_t> ids) override {
        std::int64_t found = 0;
        for (const std::optional<event>& each : db_.template find_many<event>(ids)) found += each ? 1 : 0;
        return found;
    }
    std::int64_t pipeline(std::span<const std::int64_t> ids) override {
        std::vector<stoa::pipelined<std::optional<event>>> all;
        all.reserve(ids.size());
        db_.pipeline([&](stoa::pipeline& queue) {
            for (std::int64_t id : ids) all.push_back(queue.find<event>(id));
        });
        std::int64_t found = 0;
        for (const auto& each : all) found += each.value() ? 1 : 0;
        return found;
    }
    std::int64_t join(double score) override {
        std::size_t sum = 0;
        for (const auto& [id, level_name, team_name] :
             db_.all(from<event>()
                         .template join<level>(col<&event::level> == col<&level::id>)
                         .template join<team>()
                         .where(col<&event::score> == score)
                         .select(col<&event::id>, col<&level::name>, col<&team::name>)))
            sum += level_name.size() + team_name.size();
        return static_cast<std::int64_t>(sum);
    }
    std::int64_t json(std::int64_t alpha) override {
        return db_.one(from<event>()
                           .where(stoa::json_value<std::int64_t, "alpha">(col<&event::details>) == alpha)
                           .select(stoa::count()));
    }

private:
    stoa::session<Connection> db_;
    event found_{};
};

} // namespace

std::unique_ptr<contender> make_stoa_sqlite(const std::string& url) {
    return std::make_unique<stoa_rows<stoa::sqlite::connection>>(url);
}
std::unique_ptr<contender> make_stoa_postgres(const std::string& url) {
    return std::make_unique<stoa_rows<stoa::postgres::connection>>(url);
}

} // namespace rows

// SPDX-License-Identifier: BSL-1.0
// One workload of one contender, timed. tools/bench runs it many times and compares.
//
// Prints: nanoseconds of wall and of CPU per operation, allocations per operation, and the checksum of the results.

#include "allocations.hpp"
#include "contender.hpp"

#include "stoa/postgres.hpp"
#include "stoa/sqlite.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <map>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace rows {
namespace {

std::int64_t cpu_now() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

/// Which tables have rows.
enum class filled : std::uint8_t { none, events, all };

/// What one run of a workload is: how many operations, of which the results are summed.
struct workload {
    filled needs;
    std::int64_t (*run)(contender& subject, std::vector<event>& events, std::int64_t operations);
};

std::int64_t key(std::int64_t n, const std::vector<event>& events) {
    return 1 + n * 7919 % static_cast<std::int64_t>(events.size());
}

std::vector<std::int64_t> keys(std::int64_t first, std::size_t count, const std::vector<event>& events) {
    std::vector<std::int64_t> all;
    for (std::size_t n = 0; n != count; ++n) all.push_back(key(first + static_cast<std::int64_t>(n), events));
    return all;
}

const std::map<std::string, workload> workloads{
    {"none", {filled::none, [](contender&, std::vector<event>&, std::int64_t) { return std::int64_t{0}; }}},
    {"none_filled", {filled::all, [](contender&, std::vector<event>&, std::int64_t) { return std::int64_t{0}; }}},
    {"insert_each",
     {filled::none,
      [](contender& subject, std::vector<event>& events, std::int64_t) {
          subject.insert_each(events);
          return std::int64_t{0};
      }}},
    {"insert_many",
     {filled::none,
      [](contender& subject, std::vector<event>& events, std::int64_t) {
          subject.insert_many(events);
          return std::int64_t{0};
      }}},
    {"select_all",
     {filled::all, [](contender& subject, std::vector<event>&, std::int64_t) { return subject.select_all(); }}},
    {"select_four",
     {filled::all, [](contender& subject, std::vector<event>&, std::int64_t) { return subject.select_four(); }}},
    {"select_numbers",
     {filled::all, [](contender& subject, std::vector<event>&, std::int64_t) { return subject.select_numbers(); }}},
    {"stream", {filled::all, [](contender& subject, std::vector<event>&, std::int64_t) { return subject.stream(); }}},
    {"stream_in_place",
     {filled::all, [](contender& subject, std::vector<event>&, std::int64_t) { return subject.stream_in_place(); }}},
    {"find_into",
     {filled::all,
      [](contender& subject, std::vector<event>& events, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n) sum += subject.find_into(key(n, events));
          return sum;
      }}},
    {"find",
     {filled::all,
      [](contender& subject, std::vector<event>& events, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n) sum += subject.find(key(n, events));
          return sum;
      }}},
    {"query",
     {filled::all,
      [](contender& subject, std::vector<event>&, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n)
              sum += subject.query(static_cast<std::int32_t>(n % levels), static_cast<double>(n % 5000) * 0.25);
          return sum;
      }}},
    {"update",
     {filled::events,
      [](contender& subject, std::vector<event>& events, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n) sum += subject.update(key(n, events), static_cast<double>(n) * 0.5);
          return sum;
      }}},
    {"upsert",
     {filled::events,
      [](contender& subject, std::vector<event>& events, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n)
              sum += subject.upsert(events[static_cast<std::size_t>(key(n, events) - 1)]);
          return sum;
      }}},
    {"find_many",
     {filled::all,
      [](contender& subject, std::vector<event>& events, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n < count; n += 64) sum += subject.find_many(keys(n, 64, events));
          return sum;
      }}},
    {"pipeline",
     {filled::all,
      [](contender& subject, std::vector<event>& events, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n < count; n += 100) sum += subject.pipeline(keys(n, 100, events));
          return sum;
      }}},
    {"join",
     {filled::all,
      [](contender& subject, std::vector<event>&, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n) sum += subject.join(static_cast<double>(n % 5000) * 0.25);
          return sum;
      }}},
    {"json",
     {filled::all,
      [](contender& subject, std::vector<event>&, std::int64_t count) {
          std::int64_t sum = 0;
          for (std::int64_t n = 0; n != count; ++n) sum += subject.json(n % 1000);
          return sum;
      }}},
};

const std::map<std::string, std::map<std::string, factory>> contenders{
    {"sqlite",
     {
         {"raw", make_raw_sqlite},
         {"raw_tricks", make_raw_tricks_sqlite},
         {"stoa", make_stoa_sqlite},
#ifdef STOA_WITH_SQLITECPP
         {"sqlitecpp", make_sqlitecpp},
#endif
#ifdef STOA_WITH_SOCI
         {"soci", make_soci_sqlite},
#endif
     }},
    {"postgres",
     {
         {"raw", make_raw_postgres},
         {"raw_tricks", make_raw_tricks_postgres},
         {"stoa", make_stoa_postgres},
#ifdef STOA_WITH_PQXX
         {"pqxx", make_pqxx},
#endif
#ifdef STOA_WITH_SOCI
         {"soci", make_soci_postgres},
#endif
     }},
};

/// Tables made by stoa, and rows where the workload needs them. Where it inserts, without the indexes, whose upkeep is
/// the database's work and would hide the contender's.
void make_tables(const std::string& url, filled needed, std::vector<event>& events) {
    stoa::database db = stoa::open(url);
    using tables = stoa::schema<team, level, event, reading>;
    db.drop<tables>();
    db.create<tables>();
    for (std::int32_t n = 0; n != levels; ++n) {
        if (n < 3) db.insert(team{n, "team " + std::to_string(n)});
        db.insert(level{n, n % 3, "level " + std::to_string(n)});
    }
    if (needed == filled::all) {
        std::vector<reading> readings;
        for (const event& each : events) readings.push_back(make_reading(each.id));
        db.insert_many(readings);
    }
    if (needed != filled::none) {
        db.insert_many(events);
    } else {
        db.execute("DROP INDEX ix_event_level");
        db.execute("DROP INDEX ix_event_alpha");
    }
    db.execute("ANALYZE");
}

/// What is timed. tools/bench has valgrind count what happens within, and finds it by its name.
[[gnu::noinline]] std::int64_t measured_work(const workload& work, contender& subject, std::vector<event>& events,
                                             std::int64_t operations) {
    return work.run(subject, events, operations);
}

int run(int argc, char** argv) {
    CLI::App app{"Times one workload of one contender.", "stoa_rows"};
    std::string url;
    std::string contender_name;
    std::string workload_name;
    std::int64_t row_count = 10'000;
    std::int64_t operations = 10'000;
    bool keep = false;
    app.add_option("--database", url, "sqlite:///file or postgresql://…")->required();
    app.add_option("--contender", contender_name, "raw, stoa, or a peer")->required();
    app.add_option("--workload", workload_name, "insert_each, select_all, find, …")->required();
    app.add_option("--rows", row_count, "rows of the table")->check(CLI::PositiveNumber);
    app.add_option("--operations", operations, "lookups, queries or updates")->check(CLI::PositiveNumber);
    app.add_flag("--keep", keep, "use the tables as an earlier run with as many rows left them");
    CLI11_PARSE(app, argc, argv);

    const auto& makers = contenders.at(url.starts_with("sqlite") ? "sqlite" : "postgres");
    const auto maker = makers.find(contender_name);
    const auto work = workloads.find(workload_name);
    if (maker == makers.end() || work == workloads.end()) {
        std::fprintf(stderr, "stoa_rows: there is no such contender or workload for this database\n");
        return 2;
    }
    std::vector<event> events;
    if (keep) // what does not insert asks only how many there are
        events.resize(static_cast<std::size_t>(row_count));
    else
        for (std::int64_t n = 1; n <= row_count; ++n) events.push_back(make_event(n));
    if (!keep) make_tables(url, work->second.needs, events);
    const bool per_row = workload_name.starts_with("insert") || workload_name.starts_with("select") ||
                         workload_name.starts_with("stream");
    const std::int64_t count = per_row ? row_count : operations;

    const std::unique_ptr<contender> subject = maker->second(url);
    const auto measure = [&] {
        const std::size_t allocations_before = allocations();
        const std::int64_t cpu = cpu_now();
        const auto wall = std::chrono::steady_clock::now();
        const std::int64_t sum = measured_work(work->second, *subject, events, operations);
        const std::chrono::duration<double, std::nano> wall_ns = std::chrono::steady_clock::now() - wall;
        const std::int64_t cpu_ns = cpu_now() - cpu;
        const auto each = [count](auto total) { return static_cast<double>(total) / static_cast<double>(count); };
        std::printf("%.1f\t%.1f\t%.3f\t%lld\n", each(wall_ns.count()), each(cpu_ns),
                    each(allocations() - allocations_before), static_cast<long long>(sum));
    };
    if (work->second.needs == filled::none) {
        measure();
    } else {
        subject->in_transaction([&] {
            // Statements are prepared then, and the program has its memory, as one that does this all day.
            work->second.run(*subject, events, std::min<std::int64_t>(operations, 100));
            measure();
        });
    }
    return 0;
}

} // namespace
} // namespace rows

int main(int argc, char** argv) {
#ifdef __GLIBC__
    // Large blocks would go back to the kernel and be fetched anew, page by page, which is nobody's work here.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
    try {
        return rows::run(argc, argv);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "stoa_rows: %s\n", failure.what());
        return 1;
    }
}

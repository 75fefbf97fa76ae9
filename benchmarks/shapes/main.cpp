// SPDX-License-Identifier: BSL-1.0

// Eight questions of the resource governance schema on tables of a million rows: how long each takes, and by which
// index. Try: stoa_shapes --help

#include "shape.hpp"

#ifdef STOA_WITH_SQLITE
#include <stoa/sqlite.hpp>
#endif
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

namespace shapes {

namespace fs = std::filesystem;

namespace {

bool is_sqlite(stoa::database& db) {
    return db.url().starts_with("sqlite");
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream output(path, std::ios::binary);
    output.exceptions(std::ios::badbit | std::ios::failbit);
    output << text << std::flush;
}

/// Whether each took its time at most and used its index.
bool run(stoa::database& db, int rounds, bool any_time, const std::string& directory) {
    bool good = true;
    std::printf("shape\trows\tmilliseconds\tlimit\tindex\n");
    for (const shape& each : all) {
        const answer found = each.ask(db, rounds);
        const char* const index = is_sqlite(db) ? each.sqlite_index : each.postgres_index;
        const bool is_used = found.plan.find(index) != std::string::npos;
        good = good && is_used && (any_time || found.milliseconds <= each.limit);
        std::printf("%s\t%zu\t%.2f\t%.0f\t%s%s\n", each.name, found.count, found.milliseconds, each.limit, index,
                    is_used ? "" : " is not used");
        if (directory.empty()) {
            std::fputs(found.plan.c_str(), stdout);
        } else {
            write(fs::path(directory) / (std::string(each.name) + ".tsv"), found.rows);
            write(fs::path(directory) / (std::string(each.name) + ".plan"), found.plan);
        }
    }
    return good;
}

int start(int argc, char** argv) {
    CLI::App app{"Eight questions of the resource governance schema: how long each takes, and by which index. The exit "
                 "status is 1 where one takes longer than it may or does not use its index.",
                 "stoa_shapes"};
    std::string url;
    double scale = 0;
    int rounds = 5;
    bool any_time = false;
    std::string directory;
    app.add_option("--database", url, "sqlite:///file or postgresql://…")->required();
    app.add_option("--fill", scale, "make the tables first; 1: with a million costs")->check(CLI::Range(0.001, 10.0));
    app.add_option("--rounds", rounds, "the median is told")->check(CLI::PositiveNumber);
    app.add_flag("--any-time", any_time, "the exit status is about the indexes alone");
    app.add_option("--out", directory, "write the rows and the plans there: NAME.tsv and NAME.plan");
    CLI11_PARSE(app, argc, argv);

    stoa::database db = stoa::open(url);
    if (is_sqlite(db)) {
        db.execute("PRAGMA cache_size = -131072"); // as much memory as PostgreSQL has by itself
    } else {
        db.execute("SET random_page_cost = 1.1");  // the disk does not rotate
        db.execute("SET synchronous_commit = on"); // VACUUM marks as visible to all only what was committed to disk
    }
    if (scale != 0) fill(db, scale);
    if (!directory.empty()) fs::create_directories(directory);
    return run(db, rounds, any_time, directory) ? 0 : 1;
}

} // namespace

void gather_statistics(stoa::database& db) {
    db.execute(is_sqlite(db) ? "ANALYZE" : "VACUUM ANALYZE resources, capabilities, cost_tracking");
}

} // namespace shapes

int main(int argc, char** argv) {
    try {
        return shapes::start(argc, argv);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "stoa_shapes: %s\n", failure.what());
        return 2;
    }
}

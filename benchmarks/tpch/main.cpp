// SPDX-License-Identifier: BSL-1.0

// TPC-H, written in typed queries: makes data, loads data, and runs the 22 queries. Try: stoa_tpch --help

#include "generate.hpp"
#include "load.hpp"
#include "queries.hpp"
#include "stopwatch.hpp"

#ifdef STOA_WITH_SQLITE
#include <stoa/sqlite.hpp>
#endif
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <CLI/CLI.hpp>

#include <cerrno>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <string>
#include <system_error>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct options {
    std::string database;
    std::string generate;
    double scale = 0.001;
    std::string load;
    std::string out;
    std::vector<std::size_t> queries;
};

void declare(options& chosen, CLI::App& app) {
    app.description("Runs TPC-H on a database: generates data, loads data, and answers the 22 queries.");
    app.add_option("--database", chosen.database, "sqlite:///FILE or postgresql://...")
        ->type_name("URL")
        ->envname("DATABASE_URL");
    app.add_option("--load", chosen.load, "create the tables and fill them from the .tbl files in this directory")
        ->type_name("DIR")
        ->check(CLI::ExistingDirectory);
    app.add_option("--out", chosen.out, "run the queries and write q01.tsv to q22.tsv into this directory")
        ->type_name("DIR");
    app.add_option("--queries", chosen.queries, "which queries to run, such as 1,5,18; otherwise all")
        ->type_name("N,...")
        ->delimiter(',')
        ->check(CLI::Range(1, 22));
    CLI::Option* generate =
        app.add_option("--generate", chosen.generate, "write small .tbl files into this directory")->type_name("DIR");
    app.add_option("--scale", chosen.scale, "how much to generate: 1 is some 6 million rows of lineitem")
        ->capture_default_str()
        ->check(CLI::Range(0.001, 100.0))
        ->needs(generate);
    app.callback([&chosen] {
        if (chosen.generate.empty() && chosen.load.empty() && chosen.out.empty())
            throw CLI::RequiredError("--generate, --load or --out");
        if (chosen.database.empty() && !(chosen.load.empty() && chosen.out.empty()))
            throw CLI::RequiredError("--database");
        if (chosen.queries.empty()) {
            chosen.queries.resize(tpch::queries.size());
            std::iota(chosen.queries.begin(), chosen.queries.end(), std::size_t{1});
        }
    });
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream output(path, std::ios::binary);
    output << text;
    output.close();
    if (!output) throw std::system_error(errno, std::generic_category(), path.string());
}

stoa::database open(const std::string& url) {
    auto db = stoa::open(url);
#ifdef STOA_WITH_SQLITE
    // With its usual 2 MB it would write pages of large tables again and again
    // (https://sqlite.org/pragma.html#pragma_cache_size).
    if (stoa::sqlite::is_url(url)) db.execute("PRAGMA cache_size = -262144");
#endif
    return db;
}

void run(const options& chosen) {
    if (!chosen.generate.empty()) tpch::generate(chosen.generate, chosen.scale);
    if (chosen.load.empty() && chosen.out.empty()) return;

    auto db = open(chosen.database);
    if (!chosen.load.empty()) tpch::load(db, chosen.load, std::cout);
    if (chosen.out.empty()) return;

    fs::create_directories(chosen.out);
    for (const std::size_t number : chosen.queries) {
        const std::string name = (number < 10 ? "q0" : "q") + std::to_string(number);
        const tpch::stopwatch watch;
        const tpch::answer found = tpch::queries[number - 1](db);
        watch.report(std::cout, name, found.rows);
        write(fs::path(chosen.out) / (name + ".tsv"), found.text);
    }
}

} // namespace

int main(int argc, char** argv) {
    options chosen;
    CLI::App app;
    declare(chosen, app);
    CLI11_PARSE(app, argc, argv);
    try {
        run(chosen);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "stoa_tpch: " << error.what() << '\n';
    }
    return 1;
}

// SPDX-License-Identifier: BSL-1.0

// Reads a Debian package database into related tables and answers questions about it. Try: package_catalogue --help

#include "control_file.hpp"
#include "drivers.hpp"
#include "load.hpp"
#include "models.hpp"
#include "needs.hpp"
#include "options.hpp"
#include "ranking.hpp"
#include "report.hpp"
#include "statements.hpp"

#include <exception>
#include <iostream>
#include <string>

namespace {

void print_ddl(const std::string& database) {
    // Both scripts are constants of the program.
    constexpr auto for_sqlite = stoa::ddl<catalogue, stoa::dialect::sqlite>;
    constexpr auto for_postgres = stoa::ddl<catalogue, stoa::dialect::postgres>;
    std::cout << (database == "sqlite" ? for_sqlite : for_postgres);
}

void run(const options& chosen) {
    debian::control_file input(chosen.input);
    auto db = stoa::open(chosen.database);
    debian::load(db, input);
    if (!chosen.needs.empty())
        std::cout << debian::needed_packages(db, chosen.needs);
    else if (chosen.ranking)
        std::cout << debian::largest_packages(db);
    else
        debian::report(db, chosen.package, std::cout);
}

} // namespace

int main(int argc, char** argv) {
    options chosen;
    CLI::App app;
    declare(chosen, app);
    CLI11_PARSE(app, argc, argv);
    try {
        if (chosen.verify) {
            auto db = stoa::open(chosen.database);
            return debian::verify_statements(db, std::cout) ? 0 : 1;
        }
        if (chosen.ddl.empty())
            run(chosen);
        else
            print_ddl(chosen.ddl);
        return 0;
    } catch (const debian::malformed_input& error) {
        std::cerr << chosen.input << ':' << error.line() << ": " << error.what() << '\n';
    } catch (const std::exception& error) {
        std::cerr << "package_catalogue: " << error.what() << '\n';
    }
    return 1;
}

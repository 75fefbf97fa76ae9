// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_GUIDE_GUIDE_HPP
#define STOA_EXAMPLES_GUIDE_GUIDE_HPP

// What the programs of the guide share. Each runs its code on the database of DATABASE_URL, one in memory if there is
// none, and fails if something is not as the guide says. With `--sql sqlite` or `--sql postgres` it prints the SQL that
// the guide shows instead; the files beside the programs hold what is printed.

#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstdlib>
#include <exception>
#include <iostream>
#include <source_location>
#include <string_view>

namespace guide {

/// Ends the program unless `condition` is true.
inline void expect(bool condition, std::source_location where = std::source_location::current()) {
    if (condition) return;
    std::cerr << where.file_name() << ':' << where.line() << ": not as the guide says\n";
    std::exit(1);
}

/// Ends the program unless `action` throws an error of this kind.
template <class Error, class Action>
void expect_error(stoa::errc code, Action action, std::source_location where = std::source_location::current()) {
    try {
        action();
    } catch (const Error& error) {
        expect(error.code() == code, where);
        return;
    }
    expect(false, where);
}

/// Prints SQL between the marks by which a page of the guide finds it.
inline void show(std::string_view name, std::string_view sql) {
    std::cout << "-- [" << name << "]\n" << sql << (sql.ends_with('\n') ? "" : ";\n") << "-- [/" << name << "]\n";
}

inline int run(int argc, char** argv, void (*work)(stoa::database&), void (*show_sqlite)(), void (*show_postgres)()) {
    try {
        if (argc == 3 && std::string_view(argv[1]) == "--sql") {
            (std::string_view(argv[2]) == "sqlite" ? show_sqlite : show_postgres)();
            return 0;
        }
        const char* url = std::getenv("DATABASE_URL");
        stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
        work(db);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}

} // namespace guide

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_OPTIONS_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_OPTIONS_HPP

// What the command line offers.

#include "drivers.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>
#include <system_error>

struct options {
    std::string input = "/var/lib/dpkg/status";
    std::string database = default_database();
    std::string package;
    std::string ddl;
    std::string needs; ///< whose dependencies to follow; empty: nobody's
    bool ranking = false;
    bool verify = false;

    /// A file beside the program, which is in the build directory.
    static std::string default_database() {
        std::error_code unknown; // leaves the path empty, and the file in the working directory
        const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
        return stoa::sqlite::to_url({.path = program.parent_path() / "package_catalogue.db"});
    }
};

/// Fills `chosen` when `app` parses the command line.
inline void declare(options& chosen, CLI::App& app) {
    app.description("Keeps a Debian package database in relational tables and answers questions about it.");
    app.add_option("--input", chosen.input, "the package database to read")->type_name("FILE")->capture_default_str();
    app.add_option("--database", chosen.database, "where to keep it: sqlite:///FILE or postgresql://...")
        ->type_name("URL")
        ->envname("DATABASE_URL")
        ->capture_default_str();
    app.add_option("--package", chosen.package, "whose direct dependencies to show")->type_name("NAME");
    app.add_option("--ddl", chosen.ddl, "print the script that creates the tables, and nothing else")
        ->check(CLI::IsMember({"sqlite", "postgres"}));
    app.require_subcommand(0, 1);
    app.add_subcommand("needs", "show all packages that one needs, directly or not, instead of the report")
        ->fallthrough()
        ->add_option("name", chosen.needs, "the package")
        ->required();
    app.add_subcommand("ranking", "show the largest packages of each section instead of the report")
        ->fallthrough()
        ->callback([&chosen] { chosen.ranking = true; });
    app.add_subcommand("verify", "tell whether all statements of this program fit the database, and run none")
        ->fallthrough()
        ->callback([&chosen] { chosen.verify = true; });
}

#endif

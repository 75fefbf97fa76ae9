// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_GENERATE_SCHEMA_HPP
#define STOA_TOOL_GENERATE_SCHEMA_HPP

// Everything that can be written about a schema, as files. The CMake function stoa_generate_schema builds a program of
// this and runs it.

#include "stoa/core/error.hpp"
#include "stoa/ddl/report.hpp"
#include "stoa/ddl/script.hpp"
#include "stoa/ddl/warnings.hpp"
#include "stoa/tool/dot.hpp"
#include "stoa/tool/markdown.hpp"
#include "stoa/tool/mermaid.hpp"
#include "stoa/tool/schema_json.hpp"
#include "stoa/tool/tables.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace stoa::tool {

struct generated_file {
    std::string name;
    std::string text;
};

/// The files about `Schema`, named after `name`: for every dialect `<name>.<dialect>.sql`, which creates the tables,
/// and
/// `<name>.<dialect>.drop.sql`; `<name>.schema.json`, `.mmd` (Mermaid), `.dot` (Graphviz) and `.md` (data dictionary).
/// Example: stoa::tool::schema_files<library, stoa::dialect::sqlite>("library")
template <class Schema, class... Dialects>
std::vector<generated_file> schema_files(std::string_view name) {
    const auto tables = tables_of<Schema>();
    const dialect_notes differences[] = {{Dialects::name, ddl_report<Schema, Dialects>}..., {}};
    const std::string stem(name);
    std::vector<generated_file> files;
    const auto add_scripts = [&](std::string_view dialect, std::string_view create, std::string_view drop) {
        files.push_back({stem + '.' + std::string(dialect) + ".sql", std::string(create)});
        files.push_back({stem + '.' + std::string(dialect) + ".drop.sql", std::string(drop)});
    };
    (add_scripts(Dialects::name, ddl<Schema, Dialects>, drop_ddl<Schema, Dialects>), ...);
    files.push_back({stem + ".schema.json", schema_json(tables)});
    files.push_back({stem + ".mmd", mermaid(tables)});
    files.push_back({stem + ".dot", dot(tables)});
    files.push_back({stem + ".md", markdown(tables, name, differences, schema_warnings<Schema>)});
    return files;
}

/// Writes the file unless it has that text already, so that whatever is made from it need not be made again. Nobody
/// sees it half written. Throws: std::filesystem::filesystem_error.
inline void write_if_changed(const std::filesystem::path& path, std::string_view text) {
    if (std::ifstream old(path, std::ios::binary); old) {
        const std::string before{std::istreambuf_iterator<char>(old), std::istreambuf_iterator<char>()};
        if (before == text) return;
    }
    std::filesystem::path fresh = path;
    fresh += ".new";
    std::ofstream file(fresh, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file)
        throw std::filesystem::filesystem_error("cannot write", fresh, std::make_error_code(std::errc::io_error));
    std::filesystem::rename(fresh, path);
}

/// The whole `main` of a program that is called with a name and a directory and writes `schema_files` there. Returns 0,
/// or 1 after a message on standard error.
/// Example: int main(int argc, char** argv) { return stoa::tool::generate_schema<library, stoa::dialect::sqlite>(argc,
/// argv); }
template <class Schema, class... Dialects>
int generate_schema(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: generate NAME DIRECTORY\n", stderr);
        return 1;
    }
    try {
        const std::filesystem::path directory = argv[2];
        std::filesystem::create_directories(directory);
        for (const generated_file& each : schema_files<Schema, Dialects...>(argv[1]))
            write_if_changed(directory / each.name, each.text);
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "stoa: the schema %s was not written: %s\n", argv[1], problem.what());
        return 1;
    }
}

} // namespace stoa::tool

#endif

// SPDX-License-Identifier: BSL-1.0

// The tables of five applications. Without arguments it creates each in the database of DATABASE_URL (without it, in
// one in memory), says what there is, and drops it again; with --write DIR it writes their scripts.

#include "capture_analyser.hpp"
#include "drift_monitor.hpp"
#include "ingestion_service.hpp"
#include "resource_governance.hpp"
#include "security_api.hpp"

#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstddef>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

/// Calls `visit` with the name of each schema and, as a template argument, the schema.
template <class Visitor>
void each_schema(Visitor visit) {
    visit.template operator()<drift::schema>("drift_monitor");
    visit.template operator()<governance::schema>("resource_governance");
    visit.template operator()<security::schema>("security_api");
    visit.template operator()<capture::schema>("capture_analyser");
    visit.template operator()<ingestion::schema>("ingestion_service");
}

void write_file(const std::filesystem::path& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// What the script replaced or left out, one line each.
std::string report_text(std::span<const stoa::ddl_note> notes) {
    std::string text;
    for (const stoa::ddl_note& note : notes) {
        text.append(note.table).append(note.object.empty() ? "" : ".").append(note.object);
        text.append(": ").append(note.what).append(", because ").append(note.why).append("\n");
    }
    return text;
}

template <class Schema, class Dialect>
void write_scripts(const std::filesystem::path& directory, const std::string& name) {
    write_file(directory / (name + ".sql"), stoa::ddl<Schema, Dialect>);
    write_file(directory / (name + ".drop.sql"), stoa::drop_ddl<Schema, Dialect>);
    write_file(directory / (name + ".report.txt"), report_text(stoa::ddl_report<Schema, Dialect>));
}

void write_all(const std::filesystem::path& directory) {
    std::filesystem::create_directories(directory);
    each_schema([&]<class Schema>(const std::string& name) {
        write_scripts<Schema, stoa::dialect::sqlite>(directory, name + ".sqlite");
        write_scripts<Schema, stoa::dialect::postgres>(directory, name + ".postgres");
    });
}

template <class Schema>
void summarise(std::string_view name) {
    std::size_t columns = 0, keys = 0, indexes = 0;
    for (const stoa::table_ref& table : Schema::tables) {
        columns += table().columns.size();
        keys += table().foreign_keys.size();
        indexes += table().indexes.size();
    }
    std::cout << name << ": " << Schema::size << " tables, " << columns << " columns, " << keys << " foreign keys, "
              << indexes << " indexes\n";
}

void create_all() {
    const char* url = std::getenv("DATABASE_URL");
    stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
    each_schema([&]<class Schema>(std::string_view name) {
        db.create<Schema>();
        summarise<Schema>(name);
        db.drop<Schema>();
    });
}

} // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    try {
        if (arguments.size() == 3 && std::string_view(arguments[1]) == "--write") {
            write_all(arguments[2]);
        } else if (arguments.size() == 1) {
            create_all();
        } else {
            std::cerr << "usage: reference_schemas [--write DIRECTORY]\n";
            return 2;
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "reference_schemas: " << error.what() << '\n';
        return 1;
    }
}

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_OPEN_HPP
#define STOA_DRIVER_SQLITE_DETAIL_OPEN_HPP

// Opening a database so that it behaves as the other databases do: foreign keys are enforced, a misspelt name is an
// error and not a string, readers do not block the writer, and whoever meets a lock waits for it.

#include "stoa/driver/sqlite/detail/functions.hpp"
#include "stoa/driver/sqlite/detail/handle.hpp"
#include "stoa/driver/sqlite/detail/own_query.hpp"
#include "stoa/driver/sqlite/error.hpp"
#include "stoa/driver/sqlite/url.hpp"

#include <string>
#include <string_view>

namespace stoa::sqlite::detail {

/// IS NOT DISTINCT FROM came with SQLite 3.39; STRICT tables are older.
inline constexpr int oldest_version = 3'039'000;

inline void require_version(int number, std::string_view name) {
    if (number >= oldest_version) return;
    std::string message = "stoa needs SQLite 3.39 or newer, but the program was linked with ";
    raise(errc::connection_failed, message.append(name).append(". Install or link a newer libsqlite3."));
}

/// The operating system's answer, by way of SQLite. An empty file does not exist in this sense.
inline bool exists(const std::string& path) {
    sqlite3_vfs* const files = sqlite3_vfs_find(nullptr);
    int found = 0;
    return files != nullptr && files->xAccess(files, path.c_str(), SQLITE_ACCESS_EXISTS, &found) == SQLITE_OK &&
           found != 0;
}

[[noreturn]] inline void refuse_to_open(const options& chosen, const failure& seen) {
    error_info info = describe(nullptr, seen, {});
    std::string message = "cannot open " + in_quotes(chosen.path) + ": ";
    const std::size_t slash = chosen.path.rfind('/');
    const std::string directory = slash == chosen.path.npos ? "" : chosen.path.substr(0, slash);
    if ((seen.code & 0xFF) != SQLITE_CANTOPEN)
        message += info.message;
    else if (!directory.empty() && !exists(directory))
        message += "there is no directory " + in_quotes(directory) + ". Create it first, or correct the path.";
    else if (chosen.read_only && !exists(chosen.path))
        message += "there is no such file. Correct the path, or leave mode=ro out to have it created.";
    else
        message += info.message;
    info.message = std::move(message);
    raise(std::move(info));
}

/// The first value of the first row. Throws when the database refuses.
inline std::string ask(sqlite3* database, const options& chosen, const char* sql) {
    own_query query(database, sql);
    const bool answered = query.next();
    if (!answered && query.code() != SQLITE_DONE) refuse_to_open(chosen, failure(database, query.code()));
    return answered ? query.text(0) : std::string();
}

inline void configure(sqlite3* database, const options& chosen) {
    struct setting {
        int code;
        int value;
        const char* name;
    };
    // Trusted schema stays on: with it off, SQLite 3.40 refuses its own json_valid() in a CHECK. The functions that
    // stoa registers cannot be called from a schema anyway.
    constexpr setting settings[] = {
        {SQLITE_DBCONFIG_DQS_DML, 0, "double-quoted strings off"},
        {SQLITE_DBCONFIG_DQS_DDL, 0, "double-quoted strings in definitions off"},
        {SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive mode"},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1, "foreign keys"},
    };
    for (const setting& wanted : settings) {
        int now = -1;
        if (sqlite3_db_config(database, wanted.code, wanted.value, &now) != SQLITE_OK || now != wanted.value) {
            std::string message = "this build of SQLite lacks the setting \"";
            raise(errc::connection_failed,
                  message.append(wanted.name).append("\". Link the libsqlite3 of your system."));
        }
    }
    if (!register_functions(database, chosen.guids))
        refuse_to_open(chosen, failure(database, sqlite3_errcode(database)));

    // Reads the file for the first time, and so finds out whether it is a database.
    ask(database, chosen, "PRAGMA schema_version");
    if (chosen.path != memory_path && !chosen.read_only) {
        const char* const mode = chosen.write_ahead_log ? "wal" : "delete";
        const std::string sql = std::string("PRAGMA journal_mode = ") + mode;
        if (const std::string now = ask(database, chosen, sql.c_str()); now != mode)
            raise(errc::connection_failed,
                  "cannot open " + in_quotes(chosen.path) + ": its journal stays \"" + now + "\" where \"" + mode +
                      "\" was asked for. Put the file on a local disk, " +
                      "or open it with journal=" + (chosen.write_ahead_log ? "delete." : "wal."));
        // Safe with a write-ahead log only (https://sqlite.org/pragma.html#pragma_synchronous).
        ask(database, chosen, chosen.write_ahead_log ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
    }
    if (chosen.cache_size != 0) {
        const std::string sql = "PRAGMA cache_size = -" + std::to_string(chosen.cache_size); // negative: KiB
        ask(database, chosen, sql.c_str());
    }
    ask(database, chosen, "PRAGMA recursive_triggers = ON");
    if (ask(database, chosen, "PRAGMA foreign_keys") != "1")
        raise(errc::connection_failed, "this build of SQLite does not enforce foreign keys. Link another libsqlite3.");
}

/// Throws: connection_error (connection_failed), or serialization_failure (busy) if the file stays locked.
inline database_handle open_database(const options& chosen) {
    require_version(sqlite3_libversion_number(), sqlite3_libversion());
    if (chosen.path.empty() || chosen.path.find('\0') != chosen.path.npos)
        raise(errc::connection_failed, "the path of the database is empty or contains NUL. Name a file, or :memory:.");
    // Some builds read a path that begins with file: as a URI; a directory in front makes it a path again.
    const std::string path = (chosen.path.starts_with("file:") ? "./" : "") + chosen.path;

    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (chosen.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    database_handle database(opened);
    if (code != SQLITE_OK) refuse_to_open(chosen, failure(opened, code));
    sqlite3_busy_timeout(opened, chosen.busy_timeout);
    configure(opened, chosen);
    return database;
}

} // namespace stoa::sqlite::detail

#endif

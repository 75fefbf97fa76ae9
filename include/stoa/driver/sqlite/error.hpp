// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_ERROR_HPP
#define STOA_DRIVER_SQLITE_ERROR_HPP

// SQLite's result codes (https://sqlite.org/rescode.html) in stoa's words. Where the code is not enough — which key was
// violated, what kind of SQL error it was — the message is read; its texts have not changed since SQLite 3.7.

#include "stoa/core/error.hpp"
#include "stoa/driver/sqlite/detail/constraint_name.hpp"
#include "stoa/schema/constraint.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::sqlite {

/// What SQLite said, taken before another call makes it forget.
struct failure {
    int code = SQLITE_OK; ///< the extended result code
    std::string text;

    failure(sqlite3* database, int result) : code(result), text(sqlite3_errmsg(database)) {}
};

/// Translates a failure of `sql`; `target` is the table it writes or reads, if that is known.
error_info describe(sqlite3* database, const failure& seen, std::string_view sql, const table_def* target = nullptr);

namespace detail {

inline bool contains(std::string_view text, std::string_view part) noexcept {
    return text.find(part) != text.npos;
}

/// What follows `prefix`; empty if `text` does not begin with it.
inline std::string_view behind(std::string_view text, std::string_view prefix) noexcept {
    return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string_view();
}

/// Reads "table.column, table.column". Names may contain dots and commas; the target's name tells where the first dot
/// is.
inline void read_columns(std::string_view list, const table_def* target, constraint_info& into) {
    const bool known =
        target != nullptr && list.starts_with(target->name) && behind(list, target->name).starts_with('.');
    into.table = list.substr(0, known ? target->name.size() : list.find('.'));
    const std::string separator = ", " + into.table + '.';
    list = list.substr(list.size() < into.table.size() + 1 ? list.size() : into.table.size() + 1);
    for (;;) {
        const std::size_t end = list.find(separator);
        into.columns.emplace_back(list.substr(0, end));
        if (end == list.npos) return;
        list = list.substr(end + separator.size());
    }
}

inline std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(in_quotes(name));
    return text;
}

inline void describe_unique(sqlite3* database, std::string_view text, const table_def* target, error_info& info) {
    info.code = errc::unique_violation;
    const std::string_view list = behind(text, "UNIQUE constraint failed: ");
    if (const std::string_view index = behind(list, "index '"); !index.empty()) {
        info.constraint.name = index.substr(0, index.rfind('\''));
        if (target != nullptr) {
            info.constraint.table = target->name;
            for (std::size_t each : constraint_columns(*target, info.constraint.name))
                info.constraint.columns.emplace_back(target->columns[each].name);
        }
        info.message = "another row has the same key in the unique index " + in_quotes(info.constraint.name) +
                       ". Change the value, or write an upsert.";
        return;
    }
    constraint_info& key = info.constraint;
    read_columns(list, target, key);
    if (target != nullptr && key.table == target->name) key.name = defined_unique(*target, key.columns);
    if (key.name.empty()) key.name = declared_name(database, key.table, "PRIMARY KEY", key.columns);
    if (key.name.empty()) key.name = declared_name(database, key.table, "UNIQUE", key.columns);
    info.message = "another row of " + in_quotes(key.table) + " has the same " + joined(key.columns) +
                   ". Change the value, or write an upsert.";
}

/// Whether the check is the one that holds a column to the range of its number type, which other databases have
/// built in and report as an overflow.
inline bool is_range_of_type(const table_def& table, std::string_view name) {
    const column_list columns = constraint_columns(table, name);
    if (columns.size() != 1 || column_check_name(table, columns[0], "type").view() != name) return false;
    const type_kind kind = table.columns[columns[0]].type.kind;
    return is_integer(kind) || kind == type_kind::decimal;
}

inline void describe_overflow(error_info& info) {
    info.code = errc::out_of_range;
    info.constraint = {};
    info.message = "a number is too large for its column. Use a smaller value, or a wider column.";
}

inline void describe_constraint(sqlite3* database, const failure& seen, const table_def* target, error_info& info) {
    const std::string_view text = seen.text;
    constraint_info& constraint = info.constraint;
    switch (seen.code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: describe_unique(database, text, target, info); return;
    case SQLITE_CONSTRAINT_NOTNULL:
        info.code = errc::not_null_violation;
        read_columns(behind(text, "NOT NULL constraint failed: "), target, constraint);
        info.message = "the column " + joined(constraint.columns) + " of " + in_quotes(constraint.table) +
                       " needs a value. Give one, or make the field std::optional.";
        return;
    case SQLITE_CONSTRAINT_CHECK:
        info.code = errc::check_violation;
        constraint.name = behind(text, "CHECK constraint failed: ");
        if (target != nullptr && is_range_of_type(*target, constraint.name)) {
            describe_overflow(info);
            return;
        }
        if (target != nullptr) {
            constraint.table = target->name;
            for (std::size_t each : constraint_columns(*target, constraint.name))
                constraint.columns.emplace_back(target->columns[each].name);
        }
        info.message = "the row does not satisfy the check " + in_quotes(constraint.name) +
                       ". Change the value to one the definition allows.";
        return;
    case SQLITE_CONSTRAINT_TRIGGER: // ON DELETE RESTRICT is carried out by a trigger of SQLite's own
        if (text != "FOREIGN KEY constraint failed") break;
        [[fallthrough]];
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        info.code = errc::foreign_key_violation;
        info.message = "a foreign key would refer to a row that does not exist. Insert the row that is referred to "
                       "first, or delete the rows that refer to it first.";
        return;
    case SQLITE_CONSTRAINT_DATATYPE: {
        // An integer result of more than 64 bits has become a floating point number.
        if (contains(text, "cannot store REAL value in INTEGER column")) {
            describe_overflow(info);
            return;
        }
        info.code = errc::invalid_value;
        const std::size_t place = text.rfind(" column ");
        if (place != text.npos) read_columns(text.substr(place + 8), target, constraint);
        info.message = seen.text + ". Write a value of the column's type; the table may have been created with "
                                   "another way of storing guids than the connection was opened with.";
        return;
    }
    default: break;
    }
    info.message = "the database refused the row: " + seen.text + ". Look for the trigger or extension that says so.";
}

/// SQLITE_ERROR covers everything that is wrong with a statement; only the message tells what.
inline void describe_statement_error(const std::string& text, error_info& info) {
    if (contains(text, "no such savepoint") || contains(text, "within a transaction") ||
        contains(text, "no transaction is active")) {
        info.code = errc::usage;
        info.message = text + ". Begin and end transactions through the session only.";
    } else if (contains(text, "no such ") || contains(text, "has no column named")) {
        info.code = errc::undefined_object;
        info.message = text + ". Create it (create<schema>), or correct the name.";
    } else if (contains(text, "foreign key mismatch")) {
        info.code = errc::undefined_object;
        info.message = text + ". The columns that are referred to must be a primary key or unique.";
    } else if (contains(text, "already exists") || contains(text, "already another table or index") ||
               contains(text, "duplicate column name")) {
        info.code = errc::duplicate_object;
        info.message = text + ". Drop it first, or choose another name.";
    } else if (contains(text, "integer overflow")) {
        info.code = errc::out_of_range;
        info.message = text + ". The result does not fit into 64 bits; sum fewer rows or floating-point numbers.";
    } else if (constexpr std::string_view mark = "stoa: out_of_range: "; text.starts_with(mark)) {
        info.code = errc::out_of_range; // an exception of a function of this driver
        info.message = text.substr(mark.size());
    } else if (text.starts_with("stoa_")) {
        info.code = contains(text, "outside years") ? errc::out_of_range : errc::invalid_value;
        info.message = text;
    } else {
        info.code = errc::syntax_error;
        info.message = text + ". Correct the statement.";
    }
}

/// The code and the remedy of everything that is neither a constraint nor a fault of the statement.
inline std::pair<errc, std::string_view> environment_error(int code) noexcept {
    if (code == SQLITE_BUSY_SNAPSHOT)
        return {errc::serialization_failure,
                "Another connection wrote after this transaction began to read; run the whole transaction again."};
    if (code == SQLITE_IOERR_NOMEM) return {errc::resources_exhausted, "Free memory and try again."};
    if (code == SQLITE_ABORT_ROLLBACK)
        return {errc::transaction_aborted, "The transaction was rolled back while the statement ran; run it again."};
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_SCHEMA:
        return {errc::busy, "Another connection holds the lock; run the transaction again, or raise busy_timeout."};
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT: return {errc::canceled, "The statement was interrupted; run it again if that was not meant."};
    case SQLITE_CANTOPEN:
        return {errc::connection_failed, "Check that the directory exists and that it and the file may be written."};
    case SQLITE_NOTADB:
        return {errc::connection_failed,
                "The file is not an SQLite database, or it is encrypted; choose another file."};
    case SQLITE_IOERR: return {errc::connection_lost, "The file could not be read or written; check the disk."};
    case SQLITE_CORRUPT:
        return {errc::unknown, "The database file is damaged; restore a backup, or try sqlite3's .recover command."};
    case SQLITE_FULL: return {errc::resources_exhausted, "The disk is full; make room and run the transaction again."};
    case SQLITE_NOMEM: return {errc::resources_exhausted, "Free memory and try again."};
    case SQLITE_TOOBIG:
        return {errc::resources_exhausted, "A value or statement is longer than SQLite allows; split it."};
    case SQLITE_READONLY:
        return {errc::read_only, "Open the database without mode=ro, and check the permissions of file and directory."};
    case SQLITE_PERM:
    case SQLITE_AUTH: return {errc::permission_denied, "Grant the permission, or use another connection."};
    case SQLITE_MISMATCH: return {errc::invalid_value, "Write a value of the column's type."};
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return {errc::usage, "Finish a statement before binding to it again, and bind only its parameters."};
    default: return {errc::unknown, "See https://sqlite.org/rescode.html."};
    }
}

} // namespace detail

inline error_info describe(sqlite3* database, const failure& seen, std::string_view sql, const table_def* target) {
    error_info info;
    info.native_code = std::to_string(seen.code);
    info.sql = sql;
    switch (seen.code & 0xFF) {
    case SQLITE_CONSTRAINT: detail::describe_constraint(database, seen, target, info); break;
    case SQLITE_ERROR: detail::describe_statement_error(seen.text, info); break;
    default: {
        const auto [code, remedy] = detail::environment_error(seen.code);
        info.code = code;
        info.message = seen.text + ". ";
        info.message += remedy;
    }
    }
    return info;
}

} // namespace stoa::sqlite

#endif

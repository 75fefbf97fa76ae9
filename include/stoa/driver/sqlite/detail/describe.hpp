// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_DESCRIBE_HPP
#define STOA_DRIVER_SQLITE_DETAIL_DESCRIBE_HPP

// Preparing a statement, and asking SQLite about one that shall not run. Of a result it tells what its columns were
// declared as, of an expression and of parameters nothing (https://sqlite.org/c3ref/column_decltype.html).

#include "stoa/core/error.hpp"
#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/sqlite.hpp"
#include "stoa/driver/description.hpp"
#include "stoa/driver/sqlite/detail/handle.hpp"
#include "stoa/driver/sqlite/error.hpp"
#include "stoa/driver/sqlite/url.hpp"
#include "stoa/query/statement_info.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace stoa::sqlite::detail {

/// Throws: statement_error (syntax_error, undefined_object).
inline statement_handle prepare(sqlite3* database, const statement_info& info, unsigned flags) {
    sqlite3_stmt* prepared = nullptr;
    // The size counts the NUL behind the text, which spares SQLite a copy (https://sqlite.org/c3ref/prepare.html).
    const int code = info.sql.size() < static_cast<std::size_t>(std::numeric_limits<int>::max())
                         ? sqlite3_prepare_v3(database, info.sql.data(), static_cast<int>(info.sql.size()) + 1, flags,
                                              &prepared, nullptr)
                         : SQLITE_TOOBIG;
    statement_handle handle(prepared);
    if (code != SQLITE_OK) raise(describe(database, failure(database, code), info.sql, info.target));
    if (prepared == nullptr) raise(errc::syntax_error, "the statement is empty. Write one.", info.sql);
    return handle;
}

/// Whether the text contains the word, which is in capitals; letters are compared as ASCII.
inline bool contains_word(std::string_view text, std::string_view word) noexcept {
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        std::size_t n = 0;
        while (n != word.size() && upper(text[at + n]) == word[n]) ++n;
        if (n == word.size()) return true;
    }
    return false;
}

/// What a column that was declared so is for; empty where it takes values of several kinds
/// (https://sqlite.org/datatype3.html#determination_of_column_affinity).
inline std::string_view storage_of(std::string_view declared) noexcept {
    if (contains_word(declared, "INT")) return "INTEGER";
    for (std::string_view word : {"CHAR", "CLOB", "TEXT"})
        if (contains_word(declared, word)) return "TEXT";
    if (contains_word(declared, "BLOB")) return "BLOB";
    for (std::string_view word : {"REAL", "FLOA", "DOUB"})
        if (contains_word(declared, word)) return "REAL";
    return {};
}

/// The declared type of a column that stoa creates for values of `type`.
inline std::string wanted_type(const type_def& type, guid_storage guids) {
    return write_text([&](text_sink& out) {
        if (guids == guid_storage::blob)
            stoa::dialect::sqlite_binary_guid::type_name(out, type);
        else
            stoa::dialect::sqlite::type_name(out, type);
    });
}

/// Whether a column of a table can be NULL. Views have no NOT NULL of their own.
inline driver::nullability nullability_of(sqlite3* database, const result_column& column) {
    if (column.table == nullptr || column.table->kind == table_kind::view) return driver::nullability::unknown;
    const std::string table(column.table->name);
    const std::string name(column.name);
    int not_null = 0;
    int in_primary_key = 0;
    if (sqlite3_table_column_metadata(database, nullptr, table.c_str(), name.c_str(), nullptr, nullptr, &not_null,
                                      &in_primary_key, nullptr) != SQLITE_OK)
        return driver::nullability::unknown;
    if (not_null != 0) return driver::nullability::never;
    // The number of the row is never NULL, and cannot be told from another part of a key here.
    return in_primary_key != 0 ? driver::nullability::unknown : driver::nullability::possible;
}

/// See `driver::connection::describe`.
inline driver::statement_description describe_statement(sqlite3* database, const statement_info& info,
                                                        guid_storage guids) {
    const statement_handle prepared = prepare(database, info, 0);
    driver::statement_description all;
    all.parameters.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(prepared.get())));
    const auto columns = static_cast<std::size_t>(sqlite3_column_count(prepared.get()));
    for (std::size_t i = 0; i != columns; ++i) {
        driver::described_value& column = all.results.emplace_back();
        if (const char* declared = sqlite3_column_decltype(prepared.get(), static_cast<int>(i)); declared != nullptr)
            column.type = declared;
        if (const char* name = sqlite3_column_name(prepared.get(), static_cast<int>(i)); name != nullptr)
            column.name = name;
        if (i >= info.results.size()) continue;
        column.wanted = wanted_type(info.results[i].type, guids);
        const std::string_view storage = storage_of(column.type);
        column.fits = storage.empty() || storage == column.wanted;
        column.null = nullability_of(database, info.results[i]);
    }
    return all;
}

} // namespace stoa::sqlite::detail

#endif

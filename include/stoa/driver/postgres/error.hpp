// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_ERROR_HPP
#define STOA_DRIVER_POSTGRES_ERROR_HPP

// SQLSTATE (PostgreSQL manual, appendix A) to portable errors. The server's DETAIL is never passed on and its messages
// about values are stripped of the values, because errors must not carry what was bound.

#include "stoa/core/error.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/table_def.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::postgres {

namespace detail {

struct sqlstate_code {
    std::string_view state; ///< five characters, or the two of a whole class
    errc code;
};

/// The first entry that is a prefix of a state decides.
inline constexpr sqlstate_code sqlstate_codes[]{
    {"08P01", errc::unknown}, // a malformed message; the connection goes on
    {"08", errc::connection_lost},
    {"22001", errc::out_of_range}, // text too long
    {"22003", errc::out_of_range}, // number
    {"22008", errc::out_of_range}, // date or time
    {"22", errc::invalid_value},
    {"23001", errc::foreign_key_violation}, // RESTRICT
    {"23502", errc::not_null_violation},
    {"23503", errc::foreign_key_violation},
    {"23505", errc::unique_violation},
    {"23514", errc::check_violation},
    {"23P01", errc::unique_violation}, // EXCLUDE, of which UNIQUE is a special case (manual, CREATE TABLE)
    {"25006", errc::read_only},
    {"25P02", errc::transaction_aborted},
    {"25P03", errc::timeout},
    {"25", errc::usage},
    {"28", errc::permission_denied},
    {"2D", errc::usage},
    {"3B", errc::usage}, // savepoints
    {"3D", errc::undefined_object},
    {"3F", errc::undefined_object},
    {"40001", errc::serialization_failure},
    {"40P01", errc::deadlock},
    {"42501", errc::permission_denied},
    {"42703", errc::undefined_object}, // column
    {"42704", errc::undefined_object},
    {"42883", errc::undefined_object}, // function
    {"42P01", errc::undefined_object}, // table
    {"42701", errc::duplicate_object}, // column
    {"42710", errc::duplicate_object},
    {"42723", errc::duplicate_object}, // function
    {"42P04", errc::duplicate_object}, // database
    {"42P06", errc::duplicate_object}, // schema
    {"42P07", errc::duplicate_object}, // table
    {"42", errc::syntax_error},
    {"44", errc::check_violation}, // WITH CHECK OPTION
    {"53", errc::resources_exhausted},
    {"54", errc::resources_exhausted},
    {"55006", errc::busy},
    {"55P03", errc::busy},
    {"57014", errc::canceled},
    {"57P", errc::connection_lost},
};

/// What to do about it; empty where nothing general can be said.
constexpr std::string_view remedy(errc code) noexcept {
    switch (code) {
    case errc::unique_violation: return "Use another value, or an upsert.";
    case errc::foreign_key_violation:
        return "Insert the referenced row first; remove the rows that refer to it before the row itself.";
    case errc::not_null_violation: return "Give the column a value.";
    case errc::check_violation: return "Give values the check accepts.";
    case errc::serialization_failure:
    case errc::deadlock: return "Run the whole transaction again.";
    case errc::busy: return "Another session holds the lock; run the whole transaction again.";
    case errc::timeout: return "Run it again, or raise the limit for this session.";
    case errc::canceled: return "Run it again if its result is still wanted.";
    case errc::connection_lost:
        return "Open a new connection; read back whether the last change took effect before making it again.";
    case errc::syntax_error: return "Correct the statement.";
    case errc::undefined_object: return "Create the schema, or check the spelling and the search_path.";
    case errc::duplicate_object: return "Drop the existing one first, or leave it as it is.";
    case errc::permission_denied: return "Connect as a role that has the right, or grant it.";
    case errc::read_only: return "Write in a transaction that is not read only, on a server that is not a standby.";
    case errc::resources_exhausted: return "Use smaller statements or fewer connections, or give the server more room.";
    case errc::invalid_value: return "Check the values bound to the statement.";
    case errc::out_of_range: return "Use a smaller value, or a wider column.";
    case errc::transaction_aborted: return "Roll back, or roll back to a savepoint, before the next statement.";
    default: return {};
    }
}

inline std::string_view field(const PGresult* result, int code) noexcept {
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
    return text == nullptr ? std::string_view{} : std::string_view(text);
}

/// Messages of class 22 quote the value. What stands between the first and the last quotation mark goes; where it
/// cannot be told (a translated message, a dump of bytes), the whole message does.
inline std::string without_values(std::string_view state, std::string_view message) {
    if (!state.starts_with("22")) return std::string(message);
    const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const std::size_t first = message.find('"');
    const std::size_t last = message.rfind('"');
    std::string kept(message.substr(0, first));
    if (first != last) {
        kept += "\"...\"";
        kept += message.substr(last + 1);
    }
    if (state == "22021" || std::any_of(kept.begin(), kept.end(), foreign)) return "the server refused a value";
    return kept;
}

/// Whether the detail of a unique violation, "Key (…)=(…) already exists." in whatever language, is about these
/// columns.
inline bool is_about(std::string detail, const table_def& table, const column_list& columns) {
    std::string key;
    for (std::size_t column : columns) key.append(key.empty() ? "(" : ", ").append(table.columns[column].name);
    key += ")=(";
    // Names have quotation marks around them only where they need some.
    detail.erase(std::remove(detail.begin(), detail.end(), '"'), detail.end());
    key.erase(std::remove(key.begin(), key.end(), '"'), key.end());
    const std::size_t begin = detail.find('(');
    return begin != std::string::npos && std::string_view(detail).substr(begin).starts_with(key);
}

/// The name in the definition of the key or unique index that the detail is about.
inline std::string_view key_name(const table_def& table, std::string_view detail) {
    const auto is = [&](const column_list& columns) { return is_about(std::string(detail), table, columns); };
    if (is(table.primary_key)) return table.primary_key_name;
    for (const unique_def& key : table.uniques)
        if (is(key.columns)) return key.name;
    for (const index_def& index : table.indexes)
        if (index.unique && is(index.columns)) return index.name;
    return {};
}

/// Turns what the server says of a partition into what is said of its table: keys and indexes of a partition have names
/// of their own, and a row that fits no partition violates nothing that has a name.
inline void tell_of_table(constraint_info& info, const PGresult* result, const table_def& table) {
    for (const partition_def& each : table.partitioning.partitions) {
        if (each.name != info.table) continue;
        info.table = table.name;
        if (field(result, PG_DIAG_SQLSTATE) != "23505") continue;
        const std::string_view name = key_name(table, field(result, PG_DIAG_MESSAGE_DETAIL));
        if (!name.empty()) info.name = name;
    }
    if (info.table == table.name && info.name.empty() && field(result, PG_DIAG_SQLSTATE) == "23514" &&
        refuses_rows(table.partitioning))
        info.name = partition_check_name(table).view();
}

inline constraint_info constraint_of(const PGresult* result, const table_def* target) {
    constraint_info info;
    info.name = field(result, PG_DIAG_CONSTRAINT_NAME);
    info.table = field(result, PG_DIAG_TABLE_NAME);
    if (target != nullptr) tell_of_table(info, result, *target);
    if (target != nullptr && target->name == info.table)
        for (std::size_t each : constraint_columns(*target, info.name))
            info.columns.emplace_back(target->columns[each].name);
    const std::string_view column = field(result, PG_DIAG_COLUMN_NAME);
    if (info.columns.empty() && !column.empty()) info.columns.emplace_back(column);
    return info;
}

} // namespace detail

/// The portable code of a SQLSTATE.
constexpr errc code_of(std::string_view state) noexcept {
    for (const detail::sqlstate_code& entry : detail::sqlstate_codes)
        if (state.starts_with(entry.state)) return entry.code;
    return errc::unknown;
}

/// What libpq says in text, on one line.
inline std::string one_line(const char* text) {
    std::string line;
    for (const char* c = text == nullptr ? "" : text; *c != '\0'; ++c) {
        const char kept = *c == '\n' || *c == '\t' ? ' ' : *c;
        if (kept != ' ' || (!line.empty() && line.back() != ' ')) line += kept;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

/// Whether a computed number that is infinite or not a number was to become a JSON document. The detail of the error
/// names the word in quotation marks, whatever the language of the rest.
inline bool is_infinite_document(std::string_view state, const PGresult* result) noexcept {
    const std::string_view detail = detail::field(result, PG_DIAG_MESSAGE_DETAIL);
    const auto names = [&](std::string_view word) { return detail.find(word) != std::string_view::npos; };
    return state == "22P02" && (names("\"Infinity\"") || names("\"-Infinity\"") || names("\"NaN\""));
}

/// Everything about a failed call: of the statement `sql`, on the table `target` if it is known. `result` may be null.
inline error_info describe(const PGconn* connection, const PGresult* result, std::string_view sql,
                           const table_def* target) {
    const std::string_view state = detail::field(result, PG_DIAG_SQLSTATE);
    const std::string_view primary = detail::field(result, PG_DIAG_MESSAGE_PRIMARY);
    const std::string_view hint = detail::field(result, PG_DIAG_MESSAGE_HINT);
    error_info info;
    info.code = PQstatus(connection) == CONNECTION_BAD ? errc::connection_lost : code_of(state);
    // The state does not tell a limit from a wish; the message does.
    if (info.code == errc::canceled && primary.find("timeout") != std::string_view::npos) info.code = errc::timeout;
    info.message = primary.empty() ? one_line(PQerrorMessage(connection)) : detail::without_values(state, primary);
    if (info.message.empty()) info.message = "the server gave no reason";
    if (!info.message.ends_with('.')) info.message += '.';
    if (state.starts_with("42") && !hint.empty()) info.message.append(" ").append(hint);
    if (const std::string_view advice = detail::remedy(info.code); !advice.empty())
        info.message.append(" ").append(advice);
    if (is_infinite_document(state, result)) {
        info.code = errc::out_of_range;
        info.message = "an infinite number has no place in a JSON document. Store a finite one, or NULL.";
    }
    info.native_code = state;
    info.sql = sql;
    info.constraint = detail::constraint_of(result, target);
    return info;
}

} // namespace stoa::postgres

#endif

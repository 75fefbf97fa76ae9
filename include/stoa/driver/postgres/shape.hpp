// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_SHAPE_HPP
#define STOA_DRIVER_POSTGRES_SHAPE_HPP

// Whether what a statement returns is what its record expects, asked once per prepared statement and before it runs.
// Whether a column can be NULL is not part of a result's description; that shows when a row is read.

#include "stoa/core/error.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/oid.hpp"
#include "stoa/query/statement_info.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::postgres {

/// "column 2 "title"", counted from 1 as a reader counts.
inline std::string column_label(const statement_info& info, std::size_t column) {
    std::string label = "column " + std::to_string(column + 1);
    if (column < info.results.size() && !info.results[column].name.empty())
        label.append(" \"").append(info.results[column].name).append("\"");
    return label;
}

/// Compares a description of the statement's result with `info.results`.
/// Throws: mapping_error (mapping_mismatch) that lists every difference.
inline void check_shape(const PGresult* description, const statement_info& info) {
    const auto given = static_cast<std::size_t>(PQnfields(description));
    std::string differences;
    if (given != info.results.size())
        differences += "\n  " + std::to_string(given) + " columns are returned, " +
                       std::to_string(info.results.size()) + " are expected; select exactly the expected ones";
    for (std::size_t i = 0; i != std::min(given, info.results.size()); ++i) {
        const object_id id = PQftype(description, static_cast<int>(i));
        const type_def& type = info.results[i].type;
        if (accepts(type, id)) continue;
        const bool is_array = type.kind == type_kind::array;
        const wire_type& wanted = wire_type_of(is_array ? type.element : type.kind);
        const auto vector_if = [](bool array, std::string_view cpp_name) {
            return array ? "std::vector<" + std::string(cpp_name) + ">" : std::string(cpp_name);
        };
        differences += "\n  " + column_label(info, i) + ": the field is " + std::string(to_string(type.kind)) + " (" +
                       vector_if(is_array, wanted.cpp_name) + "), the database has " + sql_name(id) +
                       "; make the column, or cast it to, " + std::string(wanted.sql_name) + (is_array ? "[]" : "");
        if (const wire_type* readable = wire_type_reading(id); readable != nullptr)
            differences += ", or make the field " + vector_if(readable->array == id, readable->cpp_name);
    }
    if (!differences.empty())
        raise(errc::mapping_mismatch, "the result does not fit what it is read into:" + differences, info.sql);
}

} // namespace stoa::postgres

#endif

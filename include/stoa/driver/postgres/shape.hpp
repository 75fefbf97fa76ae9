// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_SHAPE_HPP
#define STOA_DRIVER_POSTGRES_SHAPE_HPP

// What the server says of the parameters and the result of a statement, and whether that is what its record expects.
// Of the result this is asked once per prepared statement, before it runs. Whether a column can be NULL is not part of
// a result's description; that shows when a row is read.

#include "stoa/core/error.hpp"
#include "stoa/driver/description.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/oid.hpp"
#include "stoa/query/statement_info.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::postgres {

using driver::column_label;

/// The name of the server's type that a value of `type` has.
inline std::string wanted_name(const type_def& type) {
    const bool is_array = type.kind == type_kind::array;
    std::string name(type.enum_name.empty() ? wire_type_of(is_array ? type.element : type.kind).sql_name
                                            : type.enum_name);
    return is_array || type.list ? name + "[]" : name;
}

/// What is said of a column of the server's type `id`, or of a parameter, that is taken for `type`.
inline driver::described_value described(const type_def& type, object_id id, bool fits) {
    return {sql_name(id), wanted_name(type), fits, driver::nullability::unknown, {}};
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
        const std::string_view name = PQfname(description, static_cast<int>(i));
        if (swapped_field(info, i, name) != info.results.size())
            differences += "\n  " + column_label(info, i) + ": the database has the column \"" + std::string(name) +
                           "\" here; select the columns in the order of the fields";
        const object_id id = PQftype(description, static_cast<int>(i));
        const type_def& type = info.results[i].type;
        if (accepts(type, id)) continue;
        const driver::described_value column = described(type, id, false);
        const auto vector_if = [](bool array, std::string_view cpp_name) {
            return array ? "std::vector<" + std::string(cpp_name) + ">" : std::string(cpp_name);
        };
        const bool is_array = type.kind == type_kind::array;
        const std::string_view field = wire_type_of(is_array ? type.element : type.kind).cpp_name;
        differences += "\n  " + column_label(info, i) + ": the field is " + std::string(to_string(type.kind)) + " (" +
                       vector_if(is_array, field) + "), the database has " + column.type +
                       "; make the column, or cast it to, " + column.wanted;
        if (const wire_type* readable = wire_type_reading(id); readable != nullptr)
            differences += ", or make the field " + vector_if(readable->array == id, readable->cpp_name);
    }
    if (!differences.empty())
        raise(errc::mapping_mismatch, "the result does not fit what it is read into:" + differences, info.sql);
}

} // namespace stoa::postgres

#endif

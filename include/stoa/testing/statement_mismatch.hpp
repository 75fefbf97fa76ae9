// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_STATEMENT_MISMATCH_HPP
#define STOA_TESTING_STATEMENT_MISMATCH_HPP

// How a statement does not fit a database, as a value, and the comparison of what the database says of a statement with
// what the statement is taken for.

#include "stoa/driver/description.hpp"
#include "stoa/query/registry.hpp"
#include "stoa/types/type_def.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing {

/// One thing about a statement that is not as its C++ types say.
struct statement_mismatch {
    std::string statement; ///< its text
    std::string source;    ///< the C++ type it is made from
    std::string what;      ///< such as: column 2 "price"
    std::string expected;
    std::string found;

    friend bool operator==(const statement_mismatch&, const statement_mismatch&) = default;
};

/// Such as: column 2 "price": expected decimal (INTEGER), found REAL; then the statement and where it comes from.
inline std::string to_string(const statement_mismatch& given) {
    return given.what + ": expected " + given.expected + ", found " + given.found +
           "\n  statement: " + given.statement + "\n  source: " + given.source;
}

namespace detail {

/// The mismatches found so far.
class mismatch_list {
public:
    void add(const registered_statement& statement, std::string what, std::string expected, std::string found) {
        all_.push_back({std::string(statement.info->sql), std::string(statement.source), std::move(what),
                        std::move(expected), std::move(found)});
    }

    /// One that the types of a column or parameter make.
    void add_type(const registered_statement& statement, std::string what, const type_def& type,
                  const driver::described_value& found) {
        if (!found.fits) add(statement, std::move(what), type_text(type, found.wanted), found.type);
    }

    std::vector<statement_mismatch> take() { return std::move(all_); }

private:
    /// The portable type, and what the database calls it: int32 (integer).
    static std::string type_text(const type_def& type, const std::string& wanted) {
        std::string text(to_string(type.kind));
        if (type.list) text = "a list of " + text;
        return wanted.empty() ? text : text + " (" + wanted + ")";
    }

    std::vector<statement_mismatch> all_;
};

/// Compares numbers, types and nullability of parameters and columns. A statement without results gives back what
/// nobody reads. Of what is not a column of a table by its type no database knows what the statement makes of NULL.
inline void compare_shape(mismatch_list& out, const registered_statement& statement,
                          const driver::statement_description& found) {
    const statement_info& info = *statement.info;
    if (found.parameters.size() != info.parameters.size())
        out.add(statement, "the number of parameters", std::to_string(info.parameters.size()),
                std::to_string(found.parameters.size()));
    for (std::size_t i = 0; i != std::min(found.parameters.size(), info.parameters.size()); ++i)
        out.add_type(statement, "parameter " + std::to_string(i + 1), info.parameters[i], found.parameters[i]);
    if (info.results.empty()) return;
    if (found.results.size() != info.results.size())
        out.add(statement, "the number of columns", std::to_string(info.results.size()),
                std::to_string(found.results.size()));
    for (std::size_t i = 0; i != std::min(found.results.size(), info.results.size()); ++i) {
        const result_column& wanted = info.results[i];
        const driver::described_value& given = found.results[i];
        const std::string label = driver::column_label(info, i);
        if (swapped_field(info, i, given.name) != info.results.size())
            out.add(statement, label, "the column of this name", "that of \"" + given.name + "\"");
        out.add_type(statement, label, wanted.type, given);
        if (wanted.table != nullptr && !wanted.nullable && given.null == driver::nullability::possible)
            out.add(statement, label, "NOT NULL", "a column that can be NULL");
    }
}

} // namespace detail
} // namespace stoa::testing

#endif

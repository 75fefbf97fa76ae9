// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_NAMING_HPP
#define STOA_SCHEMA_NAMING_HPP

// The names of constraints and indexes that were not given one: a prefix, the table, the columns, joined with
// underscores. The table is part of it because index names are shared by a whole database.

#include "stoa/core/list_view.hpp"
#include "stoa/schema/identifier.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace stoa {

/// Such as "ix_books_author_id_created_at"; longer than 63 bytes it is cut and ends in a hash, see `identifier`.
constexpr identifier conventional_name(std::string_view prefix, std::string_view table,
                                       list_view<const column_def> columns, const column_list& named,
                                       std::string_view suffix = {}) {
    std::vector<char> text;
    const auto append = [&](std::string_view part) {
        if (!text.empty()) text.push_back('_');
        for (char c : part) text.push_back(c);
    };
    append(prefix);
    append(table);
    for (std::uint16_t column : named) append(columns[column].name);
    if (!suffix.empty()) append(suffix);
    return identifier(std::string_view(text.data(), text.size()));
}

/// Such as "events_0".
constexpr identifier numbered_name(std::string_view name, std::size_t number) {
    std::vector<char> text(name.begin(), name.end());
    text.push_back('_');
    std::size_t unit = 1;
    while (number / unit >= 10) unit *= 10;
    for (; unit != 0; unit /= 10) text.push_back(static_cast<char>('0' + number / unit % 10));
    return identifier(std::string_view(text.data(), text.size()));
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_DIFFERENCE_HPP
#define STOA_INSPECT_DIFFERENCE_HPP

// How a database differs from what is wanted, as values.

#include <cstdint>
#include <string>
#include <string_view>

namespace stoa {

enum class object_kind : std::uint8_t {
    table,
    column,
    primary_key,
    unique,
    foreign_key,
    check,
    index,
    partition,
    view,
    enumeration
};

constexpr std::string_view to_string(object_kind kind) noexcept {
    switch (kind) {
    case object_kind::table: return "table";
    case object_kind::column: return "column";
    case object_kind::primary_key: return "primary key";
    case object_kind::unique: return "unique constraint";
    case object_kind::foreign_key: return "foreign key";
    case object_kind::check: return "check";
    case object_kind::index: return "index";
    case object_kind::partition: return "partition";
    case object_kind::view: return "view";
    case object_kind::enumeration: return "enum";
    }
    return "object";
}

enum class difference_kind : std::uint8_t { missing, extra, changed };

/// One thing the database lacks, has too much, or has otherwise than is wanted.
struct difference {
    difference_kind kind = difference_kind::changed;
    std::string table; ///< or the view that a column or index is of; empty for views and enums themselves
    object_kind object = object_kind::table;
    std::string name;     ///< of the object; empty for a constraint without a name
    std::string property; ///< what has changed, such as "type" or "predicate"; empty for what is missing or extra
    std::string from;     ///< what the database has
    std::string to;       ///< what is wanted

    friend bool operator==(const difference&, const difference&) = default;
};

/// Such as: table "books", column "price": type numeric(8,2), wanted numeric(10,2)
inline std::string to_string(const difference& given) {
    std::string text;
    const auto part = [&](std::string_view kind, std::string_view name) {
        if (!text.empty()) text += ", ";
        text += kind;
        if (!name.empty()) text.append(" \"").append(name).append("\"");
    };
    if (!given.table.empty()) part(to_string(object_kind::table), given.table);
    if (given.object != object_kind::table) part(to_string(given.object), given.name);
    const auto value = [](const std::string& described) { return described.empty() ? std::string("none") : described; };
    switch (given.kind) {
    case difference_kind::missing:
        text += " is missing";
        if (!given.to.empty()) text += ": " + given.to;
        break;
    case difference_kind::extra:
        text += " is not wanted";
        if (!given.from.empty()) text += ": " + given.from;
        break;
    case difference_kind::changed:
        text += ": " + given.property + " " + value(given.from) + ", wanted " + value(given.to);
        break;
    }
    return text;
}

} // namespace stoa

#endif

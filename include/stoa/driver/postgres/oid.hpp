// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_OID_HPP
#define STOA_DRIVER_POSTGRES_OID_HPP

// The server's numbers for its own types, and which of them carry which portable type. The numbers never change from
// one version to the next (PostgreSQL manual, 70.2.2 OID Assignment; src/include/catalog/pg_type.dat).

#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::postgres {

/// What libpq calls Oid.
using object_id = unsigned int;

/// How one portable type is called by the server and in C++.
struct wire_type {
    type_kind kind;
    object_id scalar;
    object_id array;
    std::string_view sql_name;
    std::string_view cpp_name;
};

/// In the order of `type_kind`.
inline constexpr wire_type wire_types[]{
    {type_kind::boolean, 16, 1000, "boolean", "bool"},
    {type_kind::int16, 21, 1005, "smallint", "std::int16_t"},
    {type_kind::int32, 23, 1007, "integer", "std::int32_t"},
    {type_kind::int64, 20, 1016, "bigint", "std::int64_t"},
    {type_kind::float32, 700, 1021, "real", "float"},
    {type_kind::float64, 701, 1022, "double precision", "double"},
    {type_kind::text, 25, 1009, "text", "std::string"},
    {type_kind::bytes, 17, 1001, "bytea", "stoa::bytes"},
    {type_kind::guid, 2950, 2951, "uuid", "stoa::guid"},
    {type_kind::json, 3802, 3807, "jsonb", "stoa::json_document"},
    {type_kind::timestamp, 1184, 1185, "timestamp with time zone", "stoa::timestamp"},
    {type_kind::date, 1082, 1182, "date", "stoa::date"},
    {type_kind::decimal, 1700, 1231, "numeric", "stoa::decimal"},
    {type_kind::array, 0, 0, "an array", "std::vector"}, // each element type has one of its own
};

/// A type without a portable counterpart of its own.
struct other_type {
    object_id id;
    std::string_view sql_name;
};

inline constexpr object_id json_text_id = 114;
inline constexpr object_id character_id = 1042;
inline constexpr object_id character_varying_id = 1043;
inline constexpr object_id name_id = 19;
inline constexpr object_id character_varying_array_id = 1015;

inline constexpr other_type other_types[]{
    {json_text_id, "json"},
    {character_id, "character"},
    {character_varying_id, "character varying"},
    {name_id, "name"},
    {character_varying_array_id, "character varying[]"},
    {18, "\"char\""},
    {26, "oid"},
    {142, "xml"},
    {600, "point"},
    {650, "cidr"},
    {705, "unknown"},
    {790, "money"},
    {829, "macaddr"},
    {869, "inet"},
    {1083, "time without time zone"},
    {1114, "timestamp without time zone"},
    {1186, "interval"},
    {1266, "time with time zone"},
    {1560, "bit"},
    {1562, "bit varying"},
    {2205, "regclass"},
    {2278, "void"},
    {3614, "tsvector"},
};

constexpr const wire_type& wire_type_of(type_kind kind) noexcept {
    return wire_types[static_cast<std::size_t>(kind)];
}

static_assert([] {
    for (std::size_t i = 0; i != sizeof wire_types / sizeof *wire_types; ++i)
        if (static_cast<std::size_t>(wire_types[i].kind) != i) return false;
    return true;
}());

/// Left to the server to find out, from the cast the statement has.
inline constexpr object_id unspecified_id = 0;
/// The first number of a type that somebody made (src/include/access/transam.h).
inline constexpr object_id first_made_id = 16384;

/// The type a parameter is declared with. Lists of enumerators are lists of text, which the statement casts, since
/// arrays name the type of their elements.
constexpr object_id parameter_id(const type_def& type) noexcept {
    if (type.kind == type_kind::array) return wire_type_of(type.element).array;
    if (!type.enum_name.empty() && !type.list) return unspecified_id;
    const wire_type& wire = wire_type_of(type.kind);
    return type.list ? wire.array : wire.scalar;
}

/// Whether a column of the server's type `id` is read as `type`.
constexpr bool accepts(const type_def& type, object_id id) noexcept {
    if (type.kind == type_kind::array)
        return wire_type_of(type.element).array == id ||
               (type.element == type_kind::text && id == character_varying_array_id);
    // Enumerators travel as their names; whether they are the right ones shows when they are read.
    if (!type.enum_name.empty() && id >= first_made_id) return true;
    const type_kind kind = type.kind;
    if (wire_type_of(kind).scalar == id) return true;
    if (kind == type_kind::text) return id == character_varying_id || id == character_id || id == name_id;
    return kind == type_kind::json && id == json_text_id;
}

/// Whether a parameter that the server takes to be of its type `id` can be bound to a value of `type`.
constexpr bool takes(const type_def& type, object_id id) noexcept {
    const object_id declared = parameter_id(type);
    return declared == unspecified_id ? accepts(type, id) : declared == id;
}

/// The portable type that reads the server's type `id`, or its elements; null if there is none.
constexpr const wire_type* wire_type_reading(object_id id) noexcept {
    for (const wire_type& wire : wire_types)
        if (accepts(type_def{wire.kind}, id) || (can_be_element(wire.kind) && accepts(array_of({wire.kind}), id)))
            return &wire;
    return nullptr;
}

/// The name of the server's type, for messages.
inline std::string sql_name(object_id id) {
    for (const wire_type& wire : wire_types) {
        if (wire.scalar == id) return std::string(wire.sql_name);
        if (wire.array == id) return std::string(wire.sql_name) + "[]";
    }
    for (const other_type& other : other_types)
        if (other.id == id) return std::string(other.sql_name);
    return "the type with OID " + std::to_string(id);
}

} // namespace stoa::postgres

#endif

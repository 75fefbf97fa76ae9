// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_REFERENCE_SCHEMAS_SECURITY_API_HPP
#define STOA_EXAMPLES_REFERENCE_SCHEMAS_SECURITY_API_HPP

// Accounts and their keys. Every table has the same nine columns to begin with: an id, who made and changed a row and
// when, whether it is deleted (rows stay where they are), and a version that lets two writers notice each other. They
// are written once, in `entity`, and so is what the tables say about them, in `define_entity`.
//
//   users ──< api_keys      audit_logs

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace security {

// [entity]
struct entity {
    stoa::guid id;
    stoa::timestamp created_at;
    stoa::timestamp updated_at;
    std::optional<std::string> created_by;
    std::optional<std::string> updated_by;
    bool is_deleted = false;
    std::optional<stoa::timestamp> deleted_at;
    std::optional<std::string> deleted_by;
    std::int32_t version = 1;
};
// [/entity]

struct user {
    entity base;
    std::string username;
    std::string email;
    std::string password_hash;
    bool is_active = true;
    bool is_superuser = false;
    bool is_verified = false;
};

struct api_key {
    entity base;
    stoa::guid user_id;
    std::string name;
    std::string key_hash;
    stoa::json_document permissions;
    std::optional<stoa::timestamp> expires_at;
    std::optional<stoa::timestamp> last_used_at;
};

/// Written once and never changed.
struct audit_log {
    entity base;
    std::string action;
    std::string resource_type;
    std::string resource_id;
    std::optional<stoa::guid> user_id; ///< no foreign key: the entry outlives the user
    std::optional<std::string> ip_address;
    stoa::json_document changes;
};

// [define_entity]
/// The definition of a table whose record begins with `entity base`.
template <class Record, class... Items>
constexpr auto define_entity(std::string_view table, Items... items) {
    using stoa::col, stoa::column;
    return stoa::define<Record>(table, stoa::primary_key(col<&Record::base, &entity::id>).generated(stoa::guid_v7),
                                column(col<&Record::base, &entity::created_at>).default_(stoa::now()),
                                column(col<&Record::base, &entity::updated_at>).default_(stoa::now()),
                                column(col<&Record::base, &entity::created_by>).max_length(255),
                                column(col<&Record::base, &entity::updated_by>).max_length(255),
                                column(col<&Record::base, &entity::is_deleted>).default_(false),
                                column(col<&Record::base, &entity::deleted_by>).max_length(255),
                                column(col<&Record::base, &entity::version>).default_(1), items...);
}
// [/define_entity]

using schema = stoa::schema<user, api_key, audit_log>;

} // namespace security

// One fact a line.
// clang-format off
template <>
inline constexpr auto stoa::table<security::user> = security::define_entity<security::user>("users",
    unique(col<&security::user::username>),
    unique(col<&security::user::email>),
    column(col<&security::user::username>).max_length(64),
    column(col<&security::user::email>).max_length(255),
    column(col<&security::user::password_hash>).max_length(255),
    column(col<&security::user::is_active>).default_(true),
    column(col<&security::user::is_superuser>).default_(false),
    column(col<&security::user::is_verified>).default_(false));

template <>
inline constexpr auto stoa::table<security::api_key> = security::define_entity<security::api_key>("api_keys",
    foreign_key(col<&security::api_key::user_id>).references(col<&security::user::base, &security::entity::id>)
        .on_delete(cascade),
    unique(col<&security::api_key::key_hash>),
    column(col<&security::api_key::name>).max_length(100),
    column(col<&security::api_key::key_hash>).max_length(128));

template <>
inline constexpr auto stoa::table<security::audit_log> = security::define_entity<security::audit_log>("audit_logs",
    column(col<&security::audit_log::action>).max_length(64),
    column(col<&security::audit_log::resource_type>).max_length(64),
    column(col<&security::audit_log::resource_id>).max_length(64),
    column(col<&security::audit_log::ip_address>).max_length(45)); // an IPv6 address that ends in an IPv4 one
// clang-format on

#endif

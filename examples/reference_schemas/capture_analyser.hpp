// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_REFERENCE_SCHEMAS_CAPTURE_ANALYSER_HPP
#define STOA_EXAMPLES_REFERENCE_SCHEMAS_CAPTURE_ANALYSER_HPP

// A service that analyses captures of network traffic for users whom another user has approved.
//
//   users ──< tasks ──< progress_snapshots      users.approved_by ──> users

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace capture {

template <class Record>
using id_of = stoa::strong_id<Record, stoa::guid>;

struct user {
    id_of<user> id;
    std::string name;
    std::string email;
    bool is_approved = false;
    std::optional<stoa::timestamp> approved_at;
    std::optional<id_of<user>> approved_by;
    stoa::timestamp created_at;
};

enum class task_status { queued, running, done, failed };

struct task {
    id_of<task> id;
    id_of<user> owner_id;
    std::string file_name;
    task_status status = task_status::queued;
    std::optional<std::string> error;
    stoa::timestamp created_at;
};

struct progress_snapshot {
    std::int64_t id = 0;
    id_of<task> task_id;
    double progress = 0; ///< 0 to 1
    std::int64_t packets = 0;
    stoa::timestamp taken_at;
};

using schema = stoa::schema<user, task, progress_snapshot>;

} // namespace capture

// One fact a line.
// clang-format off
// [self]
template <>
inline constexpr auto stoa::table<capture::user> = stoa::define<capture::user>("users",
    primary_key(col<&capture::user::id>).generated(guid_v7),
    foreign_key(col<&capture::user::approved_by>).references(col<&capture::user::id>).on_delete(set_null),
    unique(col<&capture::user::email>),
    column(col<&capture::user::is_approved>).default_(false),
    column(col<&capture::user::created_at>).default_(now()));
// [/self]

template <>
inline constexpr auto stoa::table<capture::task> = stoa::define<capture::task>("tasks",
    primary_key(col<&capture::task::id>).generated(guid_v7),
    foreign_key(col<&capture::task::owner_id>).references(col<&capture::user::id>).on_delete(cascade),
    index(col<&capture::task::owner_id>),
    column(col<&capture::task::status>).default_(capture::task_status::queued),
    column(col<&capture::task::created_at>).default_(now()));

template <>
inline constexpr auto stoa::table<capture::progress_snapshot> = stoa::define<capture::progress_snapshot>("progress_snapshots",
    primary_key(col<&capture::progress_snapshot::id>).generated(identity),
    foreign_key(col<&capture::progress_snapshot::task_id>).references(col<&capture::task::id>).on_delete(cascade),
    index(col<&capture::progress_snapshot::task_id>),
    column(col<&capture::progress_snapshot::progress>).range(0.0, 1.0),
    column(col<&capture::progress_snapshot::taken_at>).default_(now()));
// clang-format on

#endif

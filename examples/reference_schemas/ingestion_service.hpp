// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_REFERENCE_SCHEMAS_INGESTION_SERVICE_HPP
#define STOA_EXAMPLES_REFERENCE_SCHEMAS_INGESTION_SERVICE_HPP

// A service that takes in files, run by run.
//
//   ingestion_runs ──< files

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace ingestion {

enum class run_type { ds_etc, instance_etc, app_bundle, single_conf };
enum class run_status { pending, stored, failed, complete };

struct run {
    std::int32_t id = 0;
    stoa::timestamp created_at;
    run_type type{};
    std::optional<std::string> label;
    run_status status = run_status::pending;
    std::optional<std::string> notes;
};

struct file {
    std::int32_t id = 0;
    std::int32_t run_id = 0;
    std::string path;
    std::string sha256;
    std::int64_t size_bytes = 0;
    std::string stored_object_key;
};

using schema = stoa::schema<run, file>;

} // namespace ingestion

// One fact a line.
// clang-format off
// [run]
template <>
inline constexpr auto stoa::table<ingestion::run> = stoa::define<ingestion::run>("ingestion_runs",
    primary_key(col<&ingestion::run::id>).generated(identity),
    index(col<&ingestion::run::created_at>).named("ix_ingestion_runs_created_at"),
    index(col<&ingestion::run::status>).named("ix_ingestion_runs_status"),
    column(col<&ingestion::run::created_at>).default_(now()),
    column(col<&ingestion::run::type>).max_length(50),
    column(col<&ingestion::run::label>).max_length(255),
    column(col<&ingestion::run::status>).max_length(50));
// [/run]

template <>
inline constexpr auto stoa::table<ingestion::file> = stoa::define<ingestion::file>("files",
    primary_key(col<&ingestion::file::id>).generated(identity),
    foreign_key(col<&ingestion::file::run_id>).references(col<&ingestion::run::id>).on_delete(cascade),
    index(col<&ingestion::file::run_id>).named("ix_files_run_id"),
    index(col<&ingestion::file::sha256>).named("ix_files_sha256"),
    column(col<&ingestion::file::path>).max_length(1024),
    column(col<&ingestion::file::sha256>).max_length(64),
    column(col<&ingestion::file::stored_object_key>).max_length(512));
// clang-format on

#endif

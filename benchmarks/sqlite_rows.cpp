// SPDX-License-Identifier: BSL-1.0

// Inserts rows one by one in a transaction and reads them all into a vector, by stoa and by hand-written C: prepared
// once, static binds, the column API, which is what a good programmer writes. tools/count_instructions runs it under
// callgrind with two numbers of rows and prints the difference per row.
//
// Usage: sqlite_rows (stoa|hand|make) (insert|select|none) ROWS; "make" only makes the rows, "none" only inserts them

#include "stoa/sqlite.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// The record of the peers' benchmarks; the guid and the document are text in both programs.
struct event {
    std::int64_t id;
    std::string source;
    std::string target;
    std::int32_t level;
    double score;
    std::optional<std::string> note;
    stoa::guid trace;
    stoa::json_document details;
};

event make_event(std::int64_t n) {
    static const stoa::json_document details = stoa::json_document::parse(
        R"({"alpha":1,"beta":[1,2,3,4,5],"gamma":"some text of a length that is usual","delta":{"x":1,"y":2},"epsilon":null})");
    stoa::guid id;
    std::memcpy(id.bytes_.data(), &n, sizeof n);
    return {n,
            "source-" + std::to_string(n % 100),
            "target number " + std::to_string(n),
            static_cast<std::int32_t>(n % 7),
            static_cast<double>(n) * 0.25,
            n % 3 == 0 ? std::optional<std::string>() : std::optional<std::string>("a note of some words"),
            id,
            details};
}

} // namespace

template <>
inline constexpr auto stoa::table<event> = stoa::define<event>("event", stoa::primary_key(stoa::col<&event::id>));

namespace {

void require(bool good) {
    if (!good) {
        std::fputs("sqlite_rows: the hand-written half failed\n", stderr);
        std::exit(1);
    }
}

void insert_by_hand(sqlite3* db, const std::vector<event>& events) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(db, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", -1, &statement, nullptr) ==
            SQLITE_OK);
    sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (const event& each : events) {
        sqlite3_bind_int64(statement, 1, each.id);
        sqlite3_bind_text(statement, 2, each.source.data(), static_cast<int>(each.source.size()), SQLITE_STATIC);
        sqlite3_bind_text(statement, 3, each.target.data(), static_cast<int>(each.target.size()), SQLITE_STATIC);
        sqlite3_bind_int(statement, 4, each.level);
        sqlite3_bind_double(statement, 5, each.score);
        if (each.note)
            sqlite3_bind_text(statement, 6, each.note->data(), static_cast<int>(each.note->size()), SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, 6);
        const auto trace = each.trace.to_chars();
        sqlite3_bind_text(statement, 7, trace.data(), 36, SQLITE_STATIC);
        const std::string& details = each.details.text();
        sqlite3_bind_text(statement, 8, details.data(), static_cast<int>(details.size()), SQLITE_STATIC);
        require(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_finalize(statement);
}

/// What a C programmer keeps of a row: the document as its text.
struct plain_event {
    std::int64_t id;
    std::string source, target;
    int level;
    double score;
    std::optional<std::string> note;
    stoa::guid trace;
    std::string details;
};

std::size_t select_by_hand(sqlite3* db) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(db, "SELECT id, source, target, level, score, note, trace, details FROM event", -1,
                               &statement, nullptr) == SQLITE_OK);
    const auto text = [&](int column) {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    };
    std::vector<plain_event> found;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        plain_event& each = found.emplace_back();
        each.id = sqlite3_column_int64(statement, 0);
        each.source = text(1);
        each.target = text(2);
        each.level = sqlite3_column_int(statement, 3);
        each.score = sqlite3_column_double(statement, 4);
        if (sqlite3_column_type(statement, 5) != SQLITE_NULL) each.note = text(5);
        each.trace = *stoa::guid::parse(text(6));
        each.details = text(7);
    }
    sqlite3_finalize(statement);
    return found.size();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: sqlite_rows (stoa|hand|make) (insert|select|none) ROWS\n", stderr);
        return 2;
    }
    const std::string_view contender = argv[1];
    const std::string_view workload = argv[2];
    const std::int64_t rows = std::atoll(argv[3]);

    stoa::session db{stoa::sqlite::connection("sqlite::memory:")};
    db.create<stoa::schema<event>>();
    std::vector<event> events;
    for (std::int64_t n = 1; n <= rows; ++n) events.push_back(make_event(n));

    sqlite3* const handle = db.connection().native_handle();
    if (contender == "make") return 0; // the rows alone
    if (workload == "insert" && contender == "stoa")
        db.transaction([&] {
            for (event& each : events) db.insert(each);
        });
    else
        insert_by_hand(handle, events);
    std::size_t found = 0;
    if (workload == "select") found = contender == "stoa" ? db.all(stoa::from<event>()).size() : select_by_hand(handle);
    return workload == "select" && found != static_cast<std::size_t>(rows) ? 1 : 0;
}

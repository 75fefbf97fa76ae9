// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_TABLE_FILE_HPP
#define STOA_BENCHMARKS_TPCH_TABLE_FILE_HPP

// The format of TPC-H's data files: a line for each row, a '|' behind each value. Which values there are is told by
// the record; nothing here knows a table.

#include "models.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace tpch {

namespace reflection = stoa::reflection;

/// "lineitem.tbl" in a directory.
template <stoa::record Record>
std::filesystem::path file_of(const std::filesystem::path& directory) {
    return directory / (std::string(stoa::table_of<Record>().name) + ".tbl");
}

/// What is wrong with a text, empty if it was read into `value`.
std::string_view read_value(std::string_view text, std::int64_t& value);
std::string_view read_value(std::string_view text, std::int32_t& value);
std::string_view read_value(std::string_view text, money& value);
std::string_view read_value(std::string_view text, stoa::date& value);
std::string_view read_value(std::string_view text, std::string& value);

/// A file of rows, read line by line.
class table_file {
public:
    /// Throws: std::system_error if the file cannot be opened.
    explicit table_file(std::filesystem::path path);

    /// The next row; nothing at the end of the file. The last '|' of a line may be missing.
    /// Throws: std::runtime_error, "file:line: reason", for a line that is not a row of the record;
    ///         std::system_error if the file cannot be read.
    template <stoa::record Record>
    std::optional<Record> next() {
        if (!next_line()) return std::nullopt;
        constexpr std::size_t count = reflection::field_count<Record>;
        expect_values(count);
        std::optional<Record> row(std::in_place);
        [&]<std::size_t... I>(std::index_sequence<I...>) { (read<I>(*row), ...); }(std::make_index_sequence<count>{});
        return row;
    }

    /// Of the row read last, counted from 1.
    std::size_t line() const noexcept { return line_; }

    /// Throws: std::runtime_error, "file:line: reason".
    [[noreturn]] void refuse(std::size_t line, const std::string& reason) const;

private:
    bool next_line();
    void expect_values(std::size_t count) const;
    std::string_view next_value();

    template <std::size_t I, class Record>
    void read(Record& row) {
        const std::string_view text = next_value();
        const std::string_view fault = read_value(text, reflection::get<I>(row));
        if (fault.empty()) return;
        refuse(line_, std::string(reflection::field_name<Record, I>) + ": '" + std::string(text) + "' is " +
                          std::string(fault));
    }

    std::filesystem::path path_;
    std::ifstream input_;
    std::string text_;
    std::size_t line_ = 0;
    std::size_t place_ = 0; // where the next value begins
};

} // namespace tpch

#endif

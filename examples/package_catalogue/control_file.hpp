// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_CONTROL_FILE_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_CONTROL_FILE_HPP

// The deb822 format (Debian Policy 5.1): paragraphs of "Name: value" fields, separated by blank lines, where a line
// that starts with a space or a tab continues the value above it. Read one paragraph at a time.

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace debian {

/// The input is not what it should be: `what()` is the reason.
class malformed_input : public std::runtime_error {
public:
    malformed_input(std::size_t line, const std::string& reason) : std::runtime_error(reason), line_(line) {}

    /// Counted from 1.
    std::size_t line() const noexcept { return line_; }

private:
    std::size_t line_;
};

/// Continuation lines follow in the value behind a newline, without the one blank that marks them.
struct field {
    std::string name;
    std::string value;
    std::size_t line = 0;
};

struct paragraph {
    std::vector<field> fields;
    std::size_t line = 0;

    /// Removes the field of that name, upper or lower case, and returns it. What nobody takes is left.
    std::optional<field> take(std::string_view name);
};

/// A file of paragraphs, in constant memory. Lines may end in LF or CR LF.
class control_file {
public:
    /// Throws: std::system_error if the file cannot be opened.
    explicit control_file(const std::string& path);

    /// The next paragraph; nothing at the end.
    /// Throws: malformed_input; std::system_error if the file cannot be read.
    std::optional<paragraph> next();

    /// Bytes in the file; 0 where that is not known, as in a pipe.
    std::uintmax_t size() const noexcept { return size_; }
    /// Bytes read so far.
    std::uintmax_t position() const noexcept { return position_; }

private:
    bool read_line();

    std::string path_;
    std::ifstream stream_;
    std::uintmax_t size_ = 0;
    std::uintmax_t position_ = 0;
    std::string line_;
    std::size_t line_number_ = 0;
};

} // namespace debian

#endif

// SPDX-License-Identifier: BSL-1.0

#include "table_file.hpp"

#include <algorithm>
#include <cerrno>

namespace tpch {

namespace {

template <class Integer>
bool read_integer(std::string_view text, Integer& value) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end;
}

} // namespace

std::string_view read_value(std::string_view text, std::int64_t& value) {
    return read_integer(text, value) ? "" : "not a whole number of 64 bits";
}

std::string_view read_value(std::string_view text, std::int32_t& value) {
    return read_integer(text, value) ? "" : "not a whole number of 32 bits";
}

std::string_view read_value(std::string_view text, money& value) {
    const auto read = money::parse(text);
    if (!read) return "not a decimal of 15 digits, two of them behind the point";
    value = *read;
    return "";
}

std::string_view read_value(std::string_view text, stoa::date& value) {
    stoa::native::date day;
    if (!stoa::parse_iso(text, day)) return "not a date, YYYY-MM-DD";
    value = stoa::from_native(day);
    return "";
}

std::string_view read_value(std::string_view text, std::string& value) {
    if (!stoa::is_valid_text(text)) return "not UTF-8 text";
    value = text;
    return "";
}

table_file::table_file(std::filesystem::path path) : path_(std::move(path)), input_(path_, std::ios::binary) {
    if (!input_) throw std::system_error(errno, std::generic_category(), path_.string());
}

bool table_file::next_line() {
    if (!std::getline(input_, text_)) {
        if (input_.bad()) throw std::system_error(errno, std::generic_category(), path_.string());
        return false;
    }
    if (text_.ends_with('\r')) text_.pop_back();
    if (text_.empty() || text_.back() != '|') text_ += '|';
    ++line_;
    place_ = 0;
    return true;
}

void table_file::expect_values(std::size_t count) const {
    const auto found = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '|'));
    if (found != count)
        refuse(line_, std::to_string(count) + " values are expected, each with a '|' behind it, and there are " +
                          std::to_string(found));
}

std::string_view table_file::next_value() {
    const std::size_t begin = place_;
    const std::size_t end = text_.find('|', begin);
    place_ = end + 1;
    return std::string_view(text_).substr(begin, end - begin);
}

void table_file::refuse(std::size_t line, const std::string& reason) const {
    throw std::runtime_error(path_.string() + ":" + std::to_string(line) + ": " + reason);
}

} // namespace tpch

// SPDX-License-Identifier: BSL-1.0
#include "control_file.hpp"

#include <stoa/types/text_check.hpp>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace debian {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(blanks) + 1));
    return text;
}

bool same_name(std::string_view a, std::string_view b) {
    auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

auto find(std::vector<field>& fields, std::string_view name) {
    return std::find_if(fields.begin(), fields.end(), [&](const field& each) { return same_name(each.name, name); });
}

// Policy 5.1: printable ASCII without space and colon, and neither '#' nor '-' in front.
bool is_name(std::string_view text) {
    return !text.empty() && text.front() != '#' && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return '!' <= c && c <= '~'; });
}

field parse_field(std::string_view text, std::size_t line) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) throw malformed_input(line, "expected a field, 'Name: value'");
    const std::string name(text.substr(0, colon));
    if (!is_name(name)) throw malformed_input(line, "'" + name + "' cannot be the name of a field");
    return {name, std::string(trimmed(text.substr(colon + 1))), line};
}

} // namespace

std::optional<field> paragraph::take(std::string_view name) {
    const auto found = find(fields, name);
    if (found == fields.end()) return std::nullopt;
    std::optional<field> taken = std::move(*found);
    fields.erase(found);
    return taken;
}

control_file::control_file(const std::string& path) : path_(path), stream_(path, std::ios::binary) {
    if (!stream_) throw std::system_error(errno, std::generic_category(), path);
    std::error_code not_a_regular_file;
    size_ = std::filesystem::file_size(path, not_a_regular_file);
    if (not_a_regular_file) size_ = 0;
}

bool control_file::read_line() {
    if (!std::getline(stream_, line_)) {
        if (stream_.bad()) throw std::system_error(errno, std::generic_category(), path_);
        return false;
    }
    position_ += line_.size() + (stream_.eof() ? 0 : 1);
    ++line_number_;
    if (line_.ends_with('\r')) line_.pop_back();
    if (!stoa::is_valid_text(line_)) throw malformed_input(line_number_, "this is not UTF-8 text");
    return true;
}

std::optional<paragraph> control_file::next() {
    paragraph result;
    while (read_line()) {
        if (trimmed(line_).empty()) {
            if (result.fields.empty()) continue;
            break;
        }
        if (blanks.find(line_.front()) != std::string_view::npos) {
            if (result.fields.empty())
                throw malformed_input(line_number_, "a continuation line without a field above it");
            result.fields.back().value += '\n';
            result.fields.back().value += std::string_view(line_).substr(1);
            continue;
        }
        field next = parse_field(line_, line_number_);
        if (find(result.fields, next.name) != result.fields.end())
            throw malformed_input(line_number_, "the field '" + next.name + "' stands twice in one paragraph");
        if (result.fields.empty()) result.line = line_number_;
        result.fields.push_back(std::move(next));
    }
    if (result.fields.empty()) return std::nullopt;
    return result;
}

} // namespace debian

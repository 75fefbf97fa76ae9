// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_RECORD_READER_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_RECORD_READER_HPP

// From a paragraph of text to the records it describes. No database here.

#include "control_file.hpp"
#include "dependency.hpp"
#include "models.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace debian {

/// All that one paragraph says. The keys that tie the records together are given when they are stored.
struct package_entry {
    debian::package package;
    std::optional<debian::maintainer> maintainer;
    std::vector<dependency> dependencies;
    std::size_t line = 0;
};

namespace detail {

inline std::string parse_name(const field& source) {
    if (source.value.find_first_not_of(name_characters) != std::string::npos)
        throw malformed_input(source.line, source.name + ": '" + source.value + "' is not a name");
    return source.value;
}

/// "Jane Doe <jane@example.org>"
inline maintainer parse_maintainer(const std::string& text) {
    const auto open = text.rfind('<');
    if (open == std::string::npos || !text.ends_with('>')) return {{}, text, {}};
    const auto end_of_name = open == 0 ? std::string::npos : text.find_last_not_of(' ', open - 1);
    return {{}, text.substr(0, end_of_name + 1), text.substr(open + 1, text.size() - open - 2)};
}

inline std::int64_t parse_size(const field& source) {
    const std::string& text = source.value;
    std::int64_t size = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc{} || end != text.data() + text.size() || size < 0)
        throw malformed_input(source.line, source.name + ": '" + text + "' is not a size in KiB");
    return size;
}

/// The enumerator that is spelled like `word`, but for '-' instead of '_'.
template <class Enum>
Enum parse_word(const field& source, std::string word) {
    std::replace(word.begin(), word.end(), '-', '_');
    for (const auto& each : stoa::reflection::enumerators<Enum>)
        if (each.name == word) return each.value;
    throw malformed_input(source.line, source.name + ": '" + source.value + "' is not a status of dpkg");
}

/// "install ok installed": what is wanted, whether an error stands in the way, and what is.
inline void parse_status(const field& source, package& result) {
    std::istringstream words(source.value);
    std::string wanted, error, state, surplus;
    words >> wanted >> error >> state;
    if ((error != "ok" && error != "reinstreq") || words >> surplus) state.clear();
    result.wanted = parse_word<selection>(source, wanted);
    result.state = parse_word<package_state>(source, state);
}

} // namespace detail

/// Throws: malformed_input.
inline package_entry read_entry(paragraph text) {
    package_entry entry;
    package& result = entry.package;
    entry.line = text.line;

    const auto take = [&](const char* name, bool required) -> std::optional<field> {
        auto found = text.take(name);
        if (found && !found->value.empty()) return found;
        if (required) throw malformed_input(text.line, std::string("a package without the field '") + name + "'");
        return std::nullopt;
    };
    result.name = detail::parse_name(*take("Package", true));
    if (const auto found = take("Status", false)) detail::parse_status(*found, result);
    // Of a package that is not there, dpkg may know no more than the name.
    const bool present = result.state != package_state::not_installed;
    if (const auto found = take("Architecture", present)) result.architecture = detail::parse_name(*found);
    if (const auto found = take("Version", present)) result.version = found->value;
    if (const auto found = take("Section", false)) result.section = found->value;
    if (const auto found = take("Installed-Size", false)) result.installed_size = detail::parse_size(*found);
    if (const auto found = take("Maintainer", false)) entry.maintainer = detail::parse_maintainer(found->value);
    for (const auto& [name, kind] : dependency_fields)
        if (const auto found = text.take(name)) parse_dependencies(*found, kind, entry.dependencies);

    stoa::json_object others;
    for (const field& each : text.fields) others.add(each.name, each.value);
    result.other_fields = others.document();
    return entry;
}

} // namespace debian

#endif

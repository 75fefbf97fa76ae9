// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_DEPENDENCY_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_DEPENDENCY_HPP

// Reads fields that relate a package to others (Debian Policy 7.1), as in
//   Depends: libc6 (>= 2.36), python3:any, default-mta | mail-transport-agent, libfoo [amd64]

#include "control_file.hpp"
#include "models.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace debian {

inline constexpr std::array<std::pair<std::string_view, dependency_kind>, 9> dependency_fields{{
    {"Pre-Depends", dependency_kind::pre_depends},
    {"Depends", dependency_kind::depends},
    {"Recommends", dependency_kind::recommends},
    {"Suggests", dependency_kind::suggests},
    {"Enhances", dependency_kind::enhances},
    {"Breaks", dependency_kind::breaks},
    {"Conflicts", dependency_kind::conflicts},
    {"Replaces", dependency_kind::replaces},
    {"Provides", dependency_kind::provides},
}};

/// The last two are how the second and the fourth were once spelled.
inline constexpr std::array<std::pair<std::string_view, version_relation>, 7> relation_signs{{
    {"<<", version_relation::earlier},
    {"<=", version_relation::earlier_or_equal},
    {"=", version_relation::equal},
    {">=", version_relation::later_or_equal},
    {">>", version_relation::later},
    {"<", version_relation::earlier_or_equal},
    {">", version_relation::later_or_equal},
}};

/// The relation as Debian writes it, such as ">=".
constexpr std::string_view sign_of(version_relation relation) {
    return relation_signs[static_cast<std::size_t>(relation)].first;
}

namespace detail {

inline constexpr std::string_view name_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-._";
inline constexpr std::string_view version_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-._~:";
inline constexpr std::string_view architecture_characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
inline constexpr std::string_view restriction_characters = "abcdefghijklmnopqrstuvwxyz0123456789-! ";

/// A place in a field's value, and what can be read there. Blanks and line ends between words mean nothing.
class relation_reader {
public:
    explicit relation_reader(const field& source) : source_(source), rest_(source.value) { skip_blanks(); }

    bool at_end() const { return rest_.empty(); }

    bool accept(char wanted) {
        if (!rest_.starts_with(wanted)) return false;
        advance(1);
        return true;
    }

    void expect(char wanted) {
        if (!accept(wanted)) fail(std::string("'") + wanted + "'");
    }

    /// The longest text of the allowed characters; `what` names it if there is none.
    std::string word(std::string_view allowed, std::string_view what) {
        const std::size_t size = std::min(rest_.find_first_not_of(allowed), rest_.size());
        if (size == 0) fail(what);
        std::string result(rest_.substr(0, size));
        advance(size);
        return result;
    }

    version_relation relation() {
        const std::string sign = word("<=>", "one of << <= = >= >>");
        for (const auto& [spelling, relation] : relation_signs)
            if (spelling == sign) return relation;
        throw malformed_input(line(), source_.name + ": '" + sign + "' is not one of << <= = >= >>");
    }

    [[noreturn]] void fail(std::string_view expected) const {
        const std::string found = at_end() ? "the field ends" : "found '" + std::string(rest_.substr(0, 20)) + "'";
        throw malformed_input(line(), source_.name + ": expected " + std::string(expected) + ", but " + found);
    }

private:
    void advance(std::size_t count) {
        rest_.remove_prefix(count);
        skip_blanks();
    }

    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size())); }

    std::size_t line() const {
        const auto end = source_.value.end() - static_cast<std::ptrdiff_t>(rest_.size());
        return source_.line + static_cast<std::size_t>(std::count(source_.value.begin(), end, '\n'));
    }

    const field& source_;
    std::string_view rest_;
};

} // namespace detail

/// Appends what `source` says; `package_id` is left for the caller. Throws: malformed_input.
inline void parse_dependencies(const field& source, dependency_kind kind, std::vector<dependency>& result) {
    detail::relation_reader reader(source);
    if (reader.at_end()) return;
    std::int32_t clause = result.empty() ? 0 : result.back().clause + 1;
    while (true) {
        dependency next;
        next.position = static_cast<std::int32_t>(result.size());
        next.kind = kind;
        next.clause = clause;
        next.target = reader.word(detail::name_characters, "the name of a package");
        if (reader.accept(':')) next.architecture = reader.word(detail::architecture_characters, "an architecture");
        if (reader.accept('(')) {
            next.relation = reader.relation();
            next.version = reader.word(detail::version_characters, "a version");
            reader.expect(')');
        }
        if (reader.accept('[')) {
            next.only_on = reader.word(detail::restriction_characters, "an architecture");
            reader.expect(']');
        }
        result.push_back(std::move(next));
        if (reader.at_end()) return;
        if (reader.accept(','))
            ++clause;
        else if (!reader.accept('|'))
            reader.fail("',' or '|'");
    }
}

} // namespace debian

#endif

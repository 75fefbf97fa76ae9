// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_CHANGED_SCRIPT_HPP
#define STOA_TESTS_COMPLIANCE_CHANGED_SCRIPT_HPP

// Scripts of a schema with one thing changed by hand, and which difference that has to be.

#include "stoa/inspect/difference.hpp"

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace verified {

/// The script that creates a schema, line by line; changing it at random.
class changed_script {
public:
    changed_script(std::string_view script, unsigned seed) : random_(seed) {
        for (std::size_t end = 0; (end = script.find('\n')) != script.npos; script.remove_prefix(end + 1))
            add(std::string(script.substr(0, end)));
    }

    /// Changes something, and tells what: the difference without the texts.
    stoa::difference change() {
        for (;;)
            if (auto changed = change(random_() % lines_.size())) return *changed;
    }

    std::string text() const {
        std::string text;
        for (std::size_t i = 0; i != lines_.size(); ++i) {
            text += lines_[i].text;
            if (lines_[i].is_item && i + 1 != lines_.size() && lines_[i + 1].is_item) text += ',';
            text += '\n';
        }
        return text;
    }

private:
    using result = std::optional<stoa::difference>;

    struct line {
        std::string text; ///< an item of a table without the comma behind it
        std::string table;
        bool is_item = false;
    };

    /// The quoted name behind `prefix`, wherever that is.
    static std::string name_behind(std::string_view text, std::string_view prefix) {
        std::string name;
        for (std::size_t i = text.find(prefix) + prefix.size() + 1; i < text.size(); ++i) {
            if (text[i] == '"' && text[++i] != '"') break;
            name += text[i];
        }
        return name;
    }

    void add(std::string text) {
        const bool is_item = text.starts_with("    ");
        if (is_item && text.ends_with(',')) text.pop_back();
        if (text.starts_with("CREATE TABLE ")) table_ = name_behind(text, "CREATE TABLE ");
        if (text.starts_with("ALTER TABLE ")) table_ = name_behind(text, "ALTER TABLE ");
        lines_.push_back({std::move(text), table_, is_item});
    }

    bool coin() { return random_() % 2 == 0; }

    bool has(const line& given, std::string_view part) const { return given.text.find(part) != std::string::npos; }

    void insert(line& given, std::size_t at, std::string_view part) {
        const std::size_t end = given.text.size() - (given.text.ends_with(';') ? 1U : 0U);
        given.text.insert(std::min(at, end), part);
    }

    void append(line& given, std::string_view part) { insert(given, std::string::npos, part); }

    bool remove(line& given, std::string_view part) {
        const std::size_t at = given.text.find(part);
        if (at == std::string::npos) return false;
        given.text.erase(at, part.size());
        return true;
    }

    stoa::difference changed(const line& given, stoa::object_kind object, const std::string& name,
                             const char* property) {
        return {stoa::difference_kind::changed, given.table, object, name, property, {}, {}};
    }

    stoa::difference without(std::size_t at, stoa::object_kind object, const std::string& name) {
        const stoa::difference difference{stoa::difference_kind::missing, lines_[at].table, object, name, {}, {}, {}};
        lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at));
        return difference;
    }

    result change(std::size_t at) {
        line& given = lines_[at];
        if (given.text.starts_with("    \"")) return column(at, name_behind(given.text, "    "));
        if (given.text.starts_with("COMMENT ON ")) return comment(at);
        if (has(given, " INDEX ")) return index(at, name_behind(given.text, " INDEX "));
        if (!has(given, "CONSTRAINT ")) return {};
        const std::string name = name_behind(given.text, "CONSTRAINT ");
        if (has(given, " PRIMARY KEY ")) return primary_key(given);
        if (has(given, " FOREIGN KEY ")) return foreign_key(at, name);
        if (has(given, " UNIQUE ")) return without(at, stoa::object_kind::unique, name);
        if (has(given, " CHECK (")) return check(at, name);
        return {};
    }

    bool in_primary_key(const line& column, const std::string& name) const {
        for (const line& each : lines_)
            if (each.table == column.table && has(each, " PRIMARY KEY ") && has(each, '"' + name + '"')) return true;
        return false;
    }

    result column(std::size_t at, const std::string& name) {
        line& given = lines_[at];
        if (random_() % 3 == 0) {
            lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at),
                          {"    \"additional\" INTEGER", given.table, true});
            return stoa::difference{
                stoa::difference_kind::extra, lines_[at].table, stoa::object_kind::column, "additional", {}, {}, {}};
        }
        const bool is_computed = has(given, " GENERATED ");
        const std::size_t default_at = given.text.find(" DEFAULT ");
        if (!is_computed && coin()) {
            if (default_at != std::string::npos)
                given.text.erase(default_at);
            else if (has(given, "TEXT") || has(given, "text"))
                given.text += " DEFAULT 'something else'";
            else
                return {};
            return changed(given, stoa::object_kind::column, name, "default");
        }
        if (in_primary_key(given, name)) return {};
        if (!remove(given, " NOT NULL"))
            insert(given, is_computed ? given.text.find(" GENERATED ") : default_at, " NOT NULL");
        return changed(given, stoa::object_kind::column, name, "nullability");
    }

    result primary_key(line& given) {
        given.text.insert(given.text.find("\" PRIMARY KEY "), "_2");
        // The wanted name is the one it had.
        std::string name = name_behind(given.text, "CONSTRAINT ");
        return changed(given, stoa::object_kind::primary_key, name.substr(0, name.size() - 2), "name");
    }

    result foreign_key(std::size_t at, const std::string& name) {
        line& given = lines_[at];
        switch (random_() % 3) {
        case 0: return without(at, stoa::object_kind::foreign_key, name);
        case 1:
            if (!remove(given, " DEFERRABLE INITIALLY DEFERRED")) append(given, " DEFERRABLE INITIALLY DEFERRED");
            return changed(given, stoa::object_kind::foreign_key, name, "deferral");
        default: break;
        }
        if (!remove(given, " ON DELETE CASCADE") && !remove(given, " ON DELETE SET NULL")) {
            const std::size_t end = given.text.find(')', given.text.find(" REFERENCES "));
            insert(given, end + 1, coin() ? " ON DELETE CASCADE" : " ON DELETE RESTRICT");
        }
        return changed(given, stoa::object_kind::foreign_key, name, "action on delete");
    }

    result check(std::size_t at, const std::string& name) {
        if (coin()) return without(at, stoa::object_kind::check, name);
        line& given = lines_[at];
        given.text.insert(given.text.find(" CHECK (") + 8, coin() ? "1 = 2 OR (" : "1 = 1 AND (");
        given.text += ')';
        return changed(given, stoa::object_kind::check, name, "expression");
    }

    result index(std::size_t at, const std::string& name) {
        line& given = lines_[at];
        const bool is_ordinary = !has(given, " USING ");
        switch (random_() % 4) {
        case 0: return without(at, stoa::object_kind::index, name);
        case 1:
            if (!is_ordinary) return {};
            if (!remove(given, " UNIQUE")) given.text.insert(std::string_view("CREATE").size(), " UNIQUE");
            return changed(given, stoa::object_kind::index, name, "uniqueness");
        case 2:
            append(given, has(given, " WHERE ") ? " AND 2 > 1" : " WHERE 2 > 1");
            return changed(given, stoa::object_kind::index, name, "predicate");
        default:
            if (!remove(given, " DESC")) return {};
            return changed(given, stoa::object_kind::index, name, "terms");
        }
    }

    result comment(std::size_t at) {
        line& given = lines_[at];
        const bool of_table = given.text.starts_with("COMMENT ON TABLE ");
        std::string name = of_table ? given.table : name_behind(given.text, "\".");
        given.text.insert(given.text.size() - 2, " or so");
        return changed(given, of_table ? stoa::object_kind::table : stoa::object_kind::column, name, "comment");
    }

    std::mt19937 random_;
    std::string table_;
    std::vector<line> lines_;
};

} // namespace verified

#endif

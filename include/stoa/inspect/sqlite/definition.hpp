// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_SQLITE_DEFINITION_HPP
#define STOA_INSPECT_SQLITE_DEFINITION_HPP

// What SQLite tells only in the text of a definition: names of constraints, checks, when a foreign key is checked,
// expressions. The grammar: https://sqlite.org/lang_createtable.html, lang_createindex.html. The text is one that
// SQLite has accepted, so nothing is checked.

#include "stoa/inspect/schema_info.hpp"
#include "stoa/inspect/sqlite/tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::inspection::sqlite {

/// Reads tokens from left to right.
class cursor {
public:
    explicit cursor(tokens all) : all_(all) {}

    bool at_end() const { return at_ >= all_.size(); }
    const token& peek(std::size_t ahead = 0) const {
        static constexpr token nothing{};
        return at_ + ahead < all_.size() ? all_[at_ + ahead] : nothing;
    }
    const token& take() {
        const token& taken = peek();
        skip();
        return taken;
    }
    void skip(std::size_t count = 1) { at_ += count; }
    bool accept(std::string_view keyword) {
        const bool found = peek().is_word(keyword);
        if (found) skip();
        return found;
    }

    /// What stands between the parenthesis here and its counterpart; moves behind it.
    tokens group() {
        const std::size_t start = at_ + 1;
        std::size_t depth = 0;
        while (!at_end()) {
            const token& each = take();
            if (each.is("(")) ++depth;
            if (each.is(")") && --depth == 0) return all_.subspan(start, at_ - 1 - start);
        }
        return all_.subspan(std::min(start, all_.size()));
    }

    tokens rest() const { return all_.subspan(std::min(at_, all_.size())); }

private:
    tokens all_;
    std::size_t at_ = 0;
};

/// The parts between commas that stand in no parentheses.
inline std::vector<tokens> split(tokens all) {
    std::vector<tokens> parts;
    std::size_t start = 0;
    std::size_t depth = 0;
    for (std::size_t i = 0; i != all.size(); ++i) {
        if (all[i].is("(")) ++depth;
        if (all[i].is(")")) --depth;
        if (!all[i].is(",") || depth != 0) continue;
        parts.push_back(all.subspan(start, i - start));
        start = i + 1;
    }
    parts.push_back(all.subspan(start));
    return parts;
}

/// Of columns that may carry a collation and an order.
inline std::vector<std::string> names_of(tokens list) {
    std::vector<std::string> names;
    for (const tokens each : split(list))
        if (!each.empty()) names.push_back(name_of(each.front()));
    return names;
}

/// What of a table stands only in its text; the rest of each value is left as it is.
struct table_text {
    std::vector<column_info> columns; ///< name, collation, computed
    primary_key_info primary_key;     ///< name
    bool autoincrement = false;
    std::vector<unique_info> uniques;           ///< name, columns
    std::vector<foreign_key_info> foreign_keys; ///< name, columns, checked; in the order written
    std::vector<check_info> checks;
};

class table_parser {
public:
    explicit table_parser(tokens items) : cursor_(items) {}

    table_text parse() {
        while (!cursor_.at_end()) {
            if (starts_constraint(cursor_.peek())) {
                column_.clear();
            } else {
                found_.columns.emplace_back().name = column_ = name_of(cursor_.take());
                skip_type();
            }
            constraints();
            cursor_.skip(); // the comma
        }
        return std::move(found_);
    }

private:
    static bool starts_constraint(const token& word) {
        for (const std::string_view keyword : {"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"})
            if (word.is_word(keyword)) return true;
        return false;
    }

    void skip_type() {
        const auto ends = [&](const token& word) {
            for (const std::string_view keyword :
                 {"NOT", "NULL", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"})
                if (word.is_word(keyword)) return true;
            return starts_constraint(word) || word.is(",");
        };
        while (!cursor_.at_end() && !ends(cursor_.peek())) skip_one();
    }

    void skip_one() {
        if (cursor_.peek().is("("))
            cursor_.group();
        else
            cursor_.skip();
    }

    /// Those of a column, or one of the table; a comma between the latter may be missing.
    void constraints() {
        for (std::string name; !cursor_.at_end() && !cursor_.peek().is(",");) {
            if (cursor_.accept("CONSTRAINT"))
                name = name_of(cursor_.take());
            else if (constraint(name))
                name.clear();
        }
    }

    /// False where what was skipped does not end a constraint.
    bool constraint(const std::string& name) {
        if (cursor_.accept("PRIMARY")) {
            found_.primary_key.name = name;
        } else if (cursor_.accept("UNIQUE")) {
            found_.uniques.push_back({name, own_columns(), {}});
        } else if (cursor_.accept("CHECK")) {
            found_.checks.push_back({name, text_of(cursor_.group())});
        } else if (cursor_.accept("FOREIGN")) {
            cursor_.skip(); // KEY
            key_columns_ = own_columns();
            return false; // its name is that of what it references
        } else if (cursor_.accept("REFERENCES")) {
            references(name);
        } else if (cursor_.accept("DEFAULT")) {
            if (cursor_.peek().is("-") || cursor_.peek().is("+")) cursor_.skip();
            skip_one();
        } else if (cursor_.accept("COLLATE")) {
            found_.columns.back().collation = name_of(cursor_.take());
        } else if (cursor_.accept("AS")) {
            found_.columns.back().computed = text_of(cursor_.group());
        } else if (cursor_.accept("AUTOINCREMENT")) {
            found_.autoincrement = true;
        } else if (cursor_.accept("ON")) {
            conflict_or_action();
        } else if (cursor_.accept("NOT")) {
            if (cursor_.accept("DEFERRABLE") && cursor_.accept("INITIALLY")) cursor_.skip();
        } else if (cursor_.accept("DEFERRABLE")) {
            const bool deferred = cursor_.accept("INITIALLY") && cursor_.take().is_word("DEFERRED");
            if (!found_.foreign_keys.empty())
                found_.foreign_keys.back().checked = deferred ? deferral::deferred : deferral::immediate;
        } else {
            skip_one();
        }
        return true;
    }

    std::vector<std::string> own_columns() {
        if (cursor_.peek().is("(")) return names_of(cursor_.group());
        return {column_};
    }

    void references(const std::string& name) {
        if (!column_.empty()) key_columns_ = {column_};
        foreign_key_info& key = found_.foreign_keys.emplace_back();
        key.name = name;
        key.columns = std::move(key_columns_);
        cursor_.skip(); // the table
        if (cursor_.peek().is("(")) cursor_.group();
    }

    /// ON CONFLICT word, or ON DELETE or UPDATE and one or two words.
    void conflict_or_action() {
        cursor_.skip();
        const token& action = cursor_.take();
        if (action.is_word("SET") || action.is_word("NO")) cursor_.skip();
    }

    cursor cursor_;
    table_text found_;
    std::string column_;                   // whose constraints are read; empty: the table's
    std::vector<std::string> key_columns_; // of the foreign key whose target comes next
};

/// Of `CREATE TABLE name (…)`.
inline table_text parse_table(std::string_view sql) {
    const std::vector<token> all = tokenizer(sql).read();
    cursor at{tokens(all)};
    while (!at.at_end() && !at.peek().is("(")) at.skip();
    return table_parser(at.group()).parse();
}

/// What of an index stands only in its text.
struct index_text {
    std::vector<std::string> terms; ///< without collation and order
    std::string predicate;
};

/// Whether it is a name, a value, something in parentheses or a call.
inline bool is_single(tokens term) {
    cursor whole(term);
    if (!whole.peek().is("(")) whole.skip();
    if (whole.peek().is("(")) whole.group();
    return whole.at_end();
}

/// A term without COLLATE, ASC, DESC and the parentheses around the whole of it. A COLLATE that belongs to the last
/// operand only is part of the expression.
inline std::string term_text(tokens term) {
    if (!term.empty() && (term.back().is_word("ASC") || term.back().is_word("DESC")))
        term = term.first(term.size() - 1);
    if (term.size() > 2 && term[term.size() - 2].is_word("COLLATE") && is_single(term.first(term.size() - 2)))
        term = term.first(term.size() - 2);
    while (!term.empty() && term.front().is("(")) {
        cursor whole(term);
        const tokens inside = whole.group();
        if (!whole.at_end()) break;
        term = inside;
    }
    return text_of(term);
}

/// Of `CREATE INDEX name ON table (…) WHERE …`.
inline index_text parse_index(std::string_view sql) {
    const std::vector<token> all = tokenizer(sql).read();
    cursor at{tokens(all)};
    while (!at.at_end() && !at.peek().is("(")) at.skip();
    index_text found;
    for (const tokens term : split(at.group())) found.terms.push_back(term_text(term));
    if (at.accept("WHERE")) found.predicate = text_of(at.rest());
    return found;
}

/// Of `CREATE VIEW name AS …` the query, or of `CREATE VIEW name (…) AS …` that with the columns in front of it. A
/// view need not make sense when its text is read, so that SQLite is not asked for more.
inline void parse_view(std::string_view sql, view_info& view) {
    const std::vector<token> all = tokenizer(sql).read();
    cursor at{tokens(all)};
    while (!at.at_end() && !at.peek().is("(") && !at.peek().is_word("AS")) at.skip();
    if (!at.accept("AS")) {
        for (std::string& name : names_of(cursor(at.rest()).group())) {
            column_info& column = view.columns.emplace_back();
            column.name = std::move(name);
            column.nullable = true;
        }
    }
    view.definition = text_of(at.rest());
}

} // namespace stoa::inspection::sqlite

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_TEXT_TABLE_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_TEXT_TABLE_HPP

// Rows of text printed in aligned columns under a title.

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace debian {

enum class align { left, right };

struct heading {
    std::string text;
    align side = align::left;
};

class text_table {
public:
    text_table(std::string title, std::vector<heading> headings)
        : title_(std::move(title)), headings_(std::move(headings)) {
        for (const heading& each : headings_) widths_.push_back(width(each.text));
    }

    /// Takes one cell for every heading.
    void add(std::vector<std::string> row) {
        for (std::size_t i = 0; i != widths_.size(); ++i) widths_[i] = std::max(widths_[i], width(row[i]));
        rows_.push_back(std::move(row));
    }

    friend std::ostream& operator<<(std::ostream& out, const text_table& table) {
        std::vector<std::string> head, rule;
        for (std::size_t i = 0; i != table.widths_.size(); ++i) {
            head.push_back(table.headings_[i].text);
            rule.emplace_back(table.widths_[i], '-');
        }
        out << table.title_ << '\n';
        table.print(out, head);
        table.print(out, rule);
        for (const auto& row : table.rows_) table.print(out, row);
        return out << '\n';
    }

private:
    /// Characters of UTF-8, each taken to be as wide as the other.
    static std::size_t width(std::string_view text) {
        return static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }

    void print(std::ostream& out, const std::vector<std::string>& row) const {
        std::string line;
        for (std::size_t i = 0; i != widths_.size(); ++i) {
            const std::string padding(widths_[i] - width(row[i]), ' ');
            line += "  ";
            line += headings_[i].side == align::left ? row[i] + padding : padding + row[i];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }

    std::string title_;
    std::vector<heading> headings_;
    std::vector<std::size_t> widths_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace debian

#endif

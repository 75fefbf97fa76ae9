// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_NAUGHTY_STRINGS_HPP
#define STOA_TESTS_COMPLIANCE_NAUGHTY_STRINGS_HPP

// Texts that are valid UTF-8 without NUL and have troubled programs before, in no order and each of them once.

#include <string>
#include <vector>

namespace naughty {

inline std::vector<std::string> strings() {
    std::vector<std::string> all{
        // quotes, backslashes and what has a meaning in SQL
        "",
        " ",
        "'",
        "''",
        "\"",
        "`",
        "\\",
        "\\\\",
        "\\'",
        "'; DROP TABLE cell; --",
        "' OR '1'='1",
        "x' /* y",
        "-- z",
        ";",
        "$1",
        "?1",
        ":name",
        "@p",
        "$$body$$",
        "E'\\n'",
        "%",
        "_",
        "%%",
        "\\%",
        "a_b%c",
        "[a-z]*",
        "*",
        "?",
        "[",
        "]",
        "^",
        "[^x]",
        "{}",
        "{\"a\":1}",
        "[1,2]",
        "&amp;<b>",
        "${HOME}",
        "%s%n%d",
        "C:\\temp\\new.txt",
        // looks like something else
        "NULL",
        "null",
        "nil",
        "undefined",
        "true",
        "FALSE",
        "NaN",
        "inf",
        "-Infinity",
        "0",
        "-0",
        "0123",
        "1e3",
        "  12 ",
        "1.10",
        "0x10",
        "1_000",
        "9223372036854775808",
        "2024-02-30",
        "2024-01-01T00:00:00Z",
        "\\x41",
        "X'41'",
        "00000000-0000-0000-0000-000000000000",
        "default",
        "CURRENT_TIMESTAMP",
        "ctid",
        "rowid",
        // white space and control characters
        "\t",
        "\n",
        "\r\n",
        "\r",
        " lead",
        "trail ",
        "a\vb\fc",
        "\x01",
        "\x1b[31mred\x1b[0m",
        "\x1f",
        "\x7f",
        "\b\b",
        "\xC2\x80",
        "\xC2\x85",
        "\xC2\xA0",
        "\xE2\x80\xA8",
        "\xE3\x80\x80",
        // invisible: zero width space and joiner, direction marks and overrides, soft hyphen, byte order mark, tags
        "\xE2\x80\x8B",
        "a\xE2\x80\x8D"
        "b",
        "\xE2\x80\xAE"
        "abc",
        "\xE2\x81\xA6x\xE2\x81\xA9",
        "\xC2\xAD",
        "\xEF\xBB\xBF"
        "bom",
        "\xF3\xA0\x80\x81",
        // letters: upper and lower case, composed and combining, ligatures, letters whose case changes their number
        "A",
        "a",
        "B",
        "b",
        "Z",
        "z",
        "\xC3\x89",
        "\xC3\xA9",
        "e\xCC\x81",
        "stra\xC3\x9F"
        "e",
        "STRASSE",
        "\xC4\xB0",
        "i\xCC\x87",
        "\xEF\xAC\x81",
        "\xC7\x85",
        "Z\xCC\xB6\xCC\x88\xCD\x9D\xCC\x9Ey\xCC\xB7\xCD\x8D",
        "\xCE\xA3\xCF\x83\xCF\x82",
        "\xEF\xBC\xA1\xEF\xBC\xA2",
        // scripts: Hebrew, Arabic with marks, Devanagari, Thai, Georgian, Cherokee, Han, Hangul in both forms, Kana
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
        "\xD9\x85\xD9\x8E\xD8\xB1\xD9\x92\xD8\xAD\xD8\xA8\xD9\x8B\xD8\xA7",
        "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7",
        "\xE0\xB8\x99\xE0\xB9\x89\xE0\xB8\xB3",
        "\xE1\x83\x90\xE1\xB2\x90",
        "\xE1\x8E\xA0\xEA\xAD\xB0",
        "\xE6\xBC\xA2\xE5\xAD\x97",
        "\xEA\xB0\x81",
        "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8",
        "\xE3\x82\xAB\xE3\x82\x99",
        "\xEF\xBD\xB6\xEF\xBE\x9E",
        // beyond the first plane: emoji with skin tone, a family of joiners, flags, the last character of all
        "\xF0\x9F\x98\x80",
        "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD",
        "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
        "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA",
        "\xF0\xA0\x80\x80",
        "\xF4\x8F\xBF\xBF",
        // the edges of UTF-8's lengths, private use, noncharacters and the replacement character
        "\xDF\xBF",
        "\xE0\xA0\x80",
        "\xED\x9F\xBF",
        "\xEE\x80\x80",
        "\xEF\xBF\xBD",
        "\xEF\xBF\xBE",
        "\xEF\xBF\xBF",
        "\xF0\x90\x80\x80",
    };
    std::string every_control;
    for (char c = 1; c != 32; ++c) every_control += c;
    all.push_back(every_control);
    all.push_back(std::string(9000, 'x'));
    all.push_back(std::string(9000, '\''));
    all.push_back(std::string(4000, '\\'));
    std::string marks = "o";
    for (int i = 0; i != 3000; ++i) marks += "\xCC\x88";
    all.push_back(marks);
    return all;
}

} // namespace naughty

#endif

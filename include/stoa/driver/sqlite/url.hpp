// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_URL_HPP
#define STOA_DRIVER_SQLITE_URL_HPP

// How an SQLite database is named, and the choices made when it is opened. Three slashes lead to a path relative to
// the working directory, four to an absolute one:
//   sqlite:///books.db   sqlite:////var/lib/books.db   sqlite:///books.db?mode=ro&busy_timeout=500   sqlite::memory:

#include "stoa/core/error.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace stoa::sqlite {

/// How guids are stored; reading accepts either.
enum class guid_storage : std::uint8_t {
    text, ///< TEXT, 36 characters in lower case
    blob, ///< BLOB, 16 bytes
};

/// Everything `connection` can be told. The defaults are the ones to use.
struct options {
    std::string path;       ///< of the file, or ":memory:" for a database that lives as long as the connection
    bool read_only = false; ///< URL: mode=ro; the file must exist and nothing is written to it
    std::int32_t busy_timeout = 5000;        ///< URL: busy_timeout; milliseconds to wait for another connection's lock
    guid_storage guids = guid_storage::text; ///< URL: guid=text|blob; must be what the tables were created with
    std::int32_t cache_size = 0; ///< URL: cache_size; KiB of pages kept in memory, 0 for SQLite's own choice (2000)
    bool write_ahead_log = true; ///< URL: journal=wal|delete; wal needs a file system with shared memory
};

/// The path of a database that lives in memory, private to its connection.
inline constexpr std::string_view memory_path = ":memory:";

/// Whether the URL is meant for this driver; it may still be wrong.
constexpr bool is_url(std::string_view url) noexcept {
    return url.starts_with("sqlite:");
}

/// Reads a URL.
/// Throws: connection_error (invalid_url) saying what is allowed.
options parse_url(std::string_view url);

/// The URL that opens the same database in the same way.
std::string to_url(const options& chosen);

namespace detail {

[[noreturn]] inline void bad_url(std::string_view url, std::string_view reason) {
    std::string message = "the address \"";
    message.append(url).append("\" cannot be used: ").append(reason);
    message += " Write sqlite:///relative/path.db, sqlite:////absolute/path.db or sqlite::memory:, then ? and options "
               "such as mode=ro, busy_timeout=5000, guid=blob, joined by &.";
    raise(errc::invalid_url, std::move(message));
}

/// -1 for a character that is no hexadecimal digit.
constexpr int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

inline std::string percent_decoded(std::string_view text, std::string_view url) {
    std::string decoded;
    for (std::size_t i = 0; i != text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                bad_url(url, "a % must be followed by two hexadecimal digits (a % itself is %25).");
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (c == '\0') bad_url(url, "it contains NUL.");
        decoded += c;
    }
    return decoded;
}

inline std::string percent_encoded(std::string_view path) {
    std::string encoded;
    for (const char c : path) {
        if (c == '%')
            encoded += "%25";
        else if (c == '?')
            encoded += "%3F";
        else
            encoded += c;
    }
    return encoded;
}

inline std::int32_t number_option(std::string_view value, std::string_view url, std::string_view allowed) {
    std::int32_t number = 0;
    const char* const end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc() || stop != end || number < 0) bad_url(url, allowed);
    return number;
}

inline void apply_option(options& into, std::string_view name, std::string_view value, std::string_view url) {
    if (name == "mode") {
        if (value != "ro" && value != "rw") bad_url(url, "mode is ro (read only) or rw (the default).");
        into.read_only = value == "ro";
    } else if (name == "busy_timeout") {
        into.busy_timeout = number_option(value, url, "busy_timeout is a number of milliseconds, 0 to 2147483647.");
    } else if (name == "cache_size") {
        into.cache_size = number_option(value, url, "cache_size is a number of KiB, 0 to 2147483647.");
    } else if (name == "guid") {
        if (value != "text" && value != "blob") bad_url(url, "guid is text (the default) or blob.");
        into.guids = value == "blob" ? guid_storage::blob : guid_storage::text;
    } else if (name == "journal") {
        if (value != "wal" && value != "delete") bad_url(url, "journal is wal (the default) or delete.");
        into.write_ahead_log = value == "wal";
    } else {
        std::string reason = "there is no option \"";
        reason.append(name).append("\"; the options are mode, busy_timeout, cache_size, guid and journal.");
        bad_url(url, reason);
    }
}

} // namespace detail

inline options parse_url(std::string_view url) {
    if (!is_url(url)) detail::bad_url(url, "it does not begin with sqlite:.");
    std::string_view place = url.substr(std::string_view("sqlite:").size());
    std::string_view query;
    if (const std::size_t mark = place.find('?'); mark != place.npos) {
        query = place.substr(mark + 1);
        place = place.substr(0, mark);
        if (query.empty()) detail::bad_url(url, "no option follows the ?.");
    }

    options parsed;
    if (place == memory_path) {
        parsed.path = memory_path;
    } else {
        if (!place.starts_with("///")) detail::bad_url(url, "three slashes stand before a path.");
        parsed.path = detail::percent_decoded(place.substr(3), url);
        if (parsed.path.empty()) detail::bad_url(url, "it names no file.");
        if (parsed.path == memory_path) detail::bad_url(url, "a database in memory is sqlite::memory:.");
    }

    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view option = query.substr(0, end);
        query = end == query.npos ? std::string_view() : query.substr(end + 1);
        const std::size_t equals = option.find('=');
        if (equals == option.npos) detail::bad_url(url, "an option is written name=value.");
        detail::apply_option(parsed, option.substr(0, equals), detail::percent_decoded(option.substr(equals + 1), url),
                             url);
    }
    return parsed;
}

inline std::string to_url(const options& chosen) {
    std::string url =
        chosen.path == memory_path ? "sqlite::memory:" : "sqlite:///" + detail::percent_encoded(chosen.path);
    char separator = '?';
    const auto add = [&](std::string_view option) {
        url += separator;
        url += option;
        separator = '&';
    };
    if (chosen.read_only) add("mode=ro");
    if (chosen.busy_timeout != sqlite::options().busy_timeout)
        add("busy_timeout=" + std::to_string(chosen.busy_timeout));
    if (chosen.cache_size != 0) add("cache_size=" + std::to_string(chosen.cache_size));
    if (chosen.guids == guid_storage::blob) add("guid=blob");
    if (!chosen.write_ahead_log) add("journal=delete");
    return url;
}

} // namespace stoa::sqlite

#endif

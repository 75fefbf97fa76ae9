// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_URL_HPP
#define STOA_DRIVER_POSTGRES_URL_HPP

// The address of a server: a URI as libpq reads it (PostgreSQL manual, 34.1.1.2 Connection URIs), and the same without
// what is secret. An address that could be read in two ways is refused before libpq quotes a piece of a password.

#include "stoa/core/error.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <libpq-fe.h>

namespace stoa::postgres {

/// Whether `url` names this database.
constexpr bool is_postgres_url(std::string_view url) noexcept {
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

namespace detail {

[[noreturn]] inline void refuse_url(std::string reason) {
    raise(errc::invalid_url, std::move(reason) +
                                 ". Write postgresql://user:password@host:port/database?option=value, with special "
                                 "characters percent-encoded (@ is %40, / is %2F, ? is %3F).");
}

/// What libpq says, up to where it starts to quote the address.
inline std::string unquoted(std::string_view text) {
    std::string kept;
    for (char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-' || c == '/';
        if (!plain) break;
        kept += c;
    }
    while (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept;
}

struct free_options {
    void operator()(PQconninfoOption* options) const noexcept { PQconninfoFree(options); }
};

} // namespace detail

/// An address as libpq takes it, and what is stoa's own in it.
struct connection_url {
    std::string text;
    /// URL: pooler=transaction; a pooler such as PgBouncer gives every transaction whichever server connection is free,
    /// so that statements are not prepared under names.
    bool pooled = false;
};

/// Takes stoa's own options out. Throws: connection_error (invalid_url).
inline connection_url split_options(std::string_view url) {
    const std::size_t question = std::min(url.find('?'), url.size());
    connection_url split{std::string(url.substr(0, question))};
    char separator = '?';
    for (std::string_view rest = url.substr(std::min(question + 1, url.size())); !rest.empty();) {
        const std::string_view option = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(option.size() + 1, rest.size()));
        if (option.substr(0, option.find('=')) != "pooler") {
            split.text += separator;
            split.text += option;
            separator = '&';
        } else if (option == "pooler=transaction" || option == "pooler=session") {
            split.pooled = option == "pooler=transaction";
        } else {
            detail::refuse_url("the option pooler is transaction, or session (the default)");
        }
    }
    return split;
}

/// The address without password, for messages.
/// Throws: connection_error (invalid_url), with nothing of the address in it.
inline std::string without_password(std::string_view url) {
    if (!is_postgres_url(url)) detail::refuse_url("the address does not start with postgresql://");
    if (url.find('\0') != std::string_view::npos) detail::refuse_url("the address contains a NUL");

    const std::size_t start = url.find("://") + 3;
    const std::string_view rest = url.substr(start);
    const std::size_t question = rest.find('?');
    const std::size_t first = rest.find_first_of("@/");
    if (first != std::string_view::npos && rest[first] == '@' && question < first)
        detail::refuse_url("a user name or password contains an unencoded ?");
    const std::string_view before_options = rest.substr(0, question);
    std::string safe(url.substr(0, start));
    std::string_view place = before_options;
    if (const std::size_t at = before_options.rfind('@'); at != std::string_view::npos) {
        const std::string_view user = before_options.substr(0, at);
        if (user.find_first_of("@/") != std::string_view::npos)
            detail::refuse_url("a user name, password or database name contains an unencoded @ or /");
        safe += user.substr(0, user.find(':'));
        safe += '@';
        place = before_options.substr(at + 1);
    }

    // libpq itself says whether it can read the address.
    char* reason = nullptr;
    const std::unique_ptr<PQconninfoOption, detail::free_options> options(
        PQconninfoParse(split_options(url).text.c_str(), &reason));
    if (options == nullptr) {
        const std::string kept = detail::unquoted(reason == nullptr ? "out of memory" : reason);
        PQfreemem(reason);
        detail::refuse_url("the address cannot be read: " + (kept.empty() ? "it is malformed" : kept));
    }
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (std::string_view(option->keyword) != "port" || option->val == nullptr) continue;
        if (std::string_view(option->val).find_first_not_of("0123456789,") != std::string_view::npos)
            detail::refuse_url("the port is not a number");
    }

    safe += place;
    if (question == std::string_view::npos) return safe;
    char separator = '?';
    for (std::string_view options_text = rest.substr(question + 1); !options_text.empty();) {
        const std::size_t end = std::min(options_text.find('&'), options_text.size());
        const std::string_view option = options_text.substr(0, end);
        options_text.remove_prefix(std::min(end + 1, options_text.size()));
        // A name may be percent-encoded too; libpq's own are plain letters, so an encoded one is not shown.
        const std::string_view name = option.substr(0, option.find('='));
        if (name.find('%') != std::string_view::npos || name.ends_with("password")) continue;
        safe += separator;
        safe += option;
        separator = '&';
    }
    return safe;
}

} // namespace stoa::postgres

#endif

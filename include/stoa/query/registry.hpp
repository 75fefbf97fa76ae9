// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_REGISTRY_HPP
#define STOA_QUERY_REGISTRY_HPP

// The list of all statements a program contains, which it has if it is built with STOA_REGISTER_STATEMENTS
// (core/config.hpp). A statement enters it where a session's function that runs it is instantiated, before main() and
// whether that function is ever called or not. Without the definition nothing of this is part of the program.
//
// A statement that is composed at run time has no constant text, and is not in the list.

#include "stoa/core/config.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/reflection/name.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace stoa {

/// A statement of the program in one dialect.
struct registered_statement {
    const statement_info* info = nullptr;
    ast::view nodes{};         ///< what the text was made from; empty for one that stoa itself writes as text
    std::string_view source{}; ///< the C++ type that it is made from
    std::size_t dialect = 0;   ///< the dialect's index
};

namespace detail {

/// A statement in the list of all, from the time it is made.
class registry_entry {
public:
    explicit registry_entry(const registered_statement& statement) noexcept
        : statement_(statement), next_(std::exchange(newest_, this)) {}
    registry_entry(const registry_entry&) = delete;
    registry_entry& operator=(const registry_entry&) = delete;

    const registered_statement& statement() const noexcept { return statement_; }
    /// Null for the last one.
    const registry_entry* next() const noexcept { return next_; }
    static const registry_entry* newest() noexcept { return newest_; }

private:
    static inline constinit const registry_entry* newest_ = nullptr;

    registered_statement statement_;
    const registry_entry* next_;
};

template <class Source, class Dialect>
registered_statement describe_entry(const statement_info& info) {
    registered_statement entry{&info, {}, reflection::qualified_type_name<Source>, Dialect::index};
    if constexpr (requires(ast::builder& nodes) { Source::emit(nodes, only_shape{}); })
        entry.nodes = statement_nodes<Source>;
    return entry;
}

/// Of one statement there is one in the whole program, however many translation units name it.
template <class Source, class Dialect, const statement_info& Info>
inline const registry_entry registered{describe_entry<Source, Dialect>(Info)};

/// Sees to it that the list has a statement: by naming the variable that is its entry.
template <class Source, class Dialect, const statement_info& Info>
void enter() {
    if constexpr (registers_statements) static_cast<void>(&registered<Source, Dialect, Info>);
}

} // namespace detail
} // namespace stoa

#endif

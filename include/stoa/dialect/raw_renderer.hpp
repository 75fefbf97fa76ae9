// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_RAW_RENDERER_HPP
#define STOA_DIALECT_RAW_RENDERER_HPP

// SQL that was written by hand: sent as it is, with what stands in its places.

#include "stoa/core/text_sink.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/expression/raw_text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace stoa::detail {

/// Writes the text of the node at `at`. Its children from `first` on are in the order of their first places, and
/// `write(child)` writes one.
template <class Write>
constexpr void write_raw(text_sink& out, ast::view nodes, std::size_t at, std::size_t first, Write write) {
    struct place {
        std::string_view name;
        std::size_t child;
    };
    std::vector<place> named;
    std::size_t next = first;
    for_each_raw_part(
        nodes[at].text, [&](std::string_view part) { out << part; },
        [&](std::string_view name) {
            for (const place& each : named)
                if (!name.empty() && each.name == name) return write(each.child);
            named.push_back({name, next});
            const std::size_t child = next;
            next += nodes[next].extent;
            write(child);
        });
}

} // namespace stoa::detail

#endif

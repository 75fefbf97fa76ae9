// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_STRUCTURED_BINDINGS_HPP
#define STOA_REFLECTION_STRUCTURED_BINDINGS_HPP

// All fields of an aggregate at once, as the arguments of one call. A function for each field would be compiled for
// each field of each record again.

#include <boost/pfr/core.hpp>

#include <cstddef>
#include <utility>

namespace stoa::reflection::detail {

/// The result of `use(fields...)`; `Count` is how many fields `object` has.
template <std::size_t Count, class Object, class Use>
constexpr decltype(auto) bind_fields(Object& object, Use&& use) {
    // clang-format off
    if constexpr (Count == 0) { return use(); }
    else if constexpr (Count == 1) { auto& [a] = object; return use(a); }
    else if constexpr (Count == 2) { auto& [a, b] = object; return use(a, b); }
    else if constexpr (Count == 3) { auto& [a, b, c] = object; return use(a, b, c); }
    else if constexpr (Count == 4) { auto& [a, b, c, d] = object; return use(a, b, c, d); }
    else if constexpr (Count == 5) { auto& [a, b, c, d, e] = object; return use(a, b, c, d, e); }
    else if constexpr (Count == 6) { auto& [a, b, c, d, e, f] = object; return use(a, b, c, d, e, f); }
    else if constexpr (Count == 7) { auto& [a, b, c, d, e, f, g] = object; return use(a, b, c, d, e, f, g); }
    else if constexpr (Count == 8) { auto& [a, b, c, d, e, f, g, h] = object; return use(a, b, c, d, e, f, g, h); }
    else if constexpr (Count == 9) {
        auto& [a, b, c, d, e, f, g, h, i] = object;
        return use(a, b, c, d, e, f, g, h, i);
    }
    else if constexpr (Count == 10) {
        auto& [a, b, c, d, e, f, g, h, i, j] = object;
        return use(a, b, c, d, e, f, g, h, i, j);
    }
    else if constexpr (Count == 11) {
        auto& [a, b, c, d, e, f, g, h, i, j, k] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k);
    }
    else if constexpr (Count == 12) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l);
    }
    else if constexpr (Count == 13) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m);
    }
    else if constexpr (Count == 14) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    }
    else if constexpr (Count == 15) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    }
    else if constexpr (Count == 16) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
    }
    else if constexpr (Count == 17) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
    }
    else if constexpr (Count == 18) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
    }
    else if constexpr (Count == 19) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s);
    }
    else if constexpr (Count == 20) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);
    }
    else if constexpr (Count == 21) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u);
    }
    else if constexpr (Count == 22) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v);
    }
    else if constexpr (Count == 23) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w);
    }
    else if constexpr (Count == 24) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x);
    }
    else if constexpr (Count == 25) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y);
    }
    else if constexpr (Count == 26) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z);
    }
    else if constexpr (Count == 27) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa);
    }
    else if constexpr (Count == 28) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb);
    }
    else if constexpr (Count == 29) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc);
    }
    else if constexpr (Count == 30) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd);
    }
    else if constexpr (Count == 31) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p,
               q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p,
                   q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee);
    }
    else if constexpr (Count == 32) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p,
               q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff] = object;
        return use(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p,
                   q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff);
    }
    // clang-format on
    else {
        return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
            return use(boost::pfr::get<I>(object)...);
        }(std::make_index_sequence<Count>{});
    }
}

} // namespace stoa::reflection::detail

#endif

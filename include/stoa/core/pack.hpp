// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_PACK_HPP
#define STOA_CORE_PACK_HPP

// A plain sequence of values, in which expressions and statements keep their parts: a std::tuple costs a compiler many
// times as much for every list of types, and a statement of a few clauses makes a dozen of them.

#include <cstddef>
#include <utility>

namespace stoa::detail {

/// Types, where no values of them are meant.
template <class... Ts>
struct types {};

template <std::size_t I, class T>
struct type_slot {
    using type = T;
};

template <class Places, class... Ts>
struct type_slots;

template <std::size_t... I, class... Ts>
struct type_slots<std::index_sequence<I...>, Ts...> : type_slot<I, Ts>... {};

template <std::size_t I, class T>
type_slot<I, T> type_slot_at(const type_slot<I, T>&);

template <std::size_t I, class Types>
struct type_at;

template <std::size_t I, class... Ts>
struct type_at<I, types<Ts...>> {
    using type = typename decltype(type_slot_at<I>(type_slots<std::index_sequence_for<Ts...>, Ts...>{}))::type;
};

/// The type at a place of a list of types.
template <std::size_t I, class Types>
using type_at_t = typename type_at<I, Types>::type;

template <std::size_t I, class T>
struct pack_slot {
    using type = T;
    T value;
};

template <class Places, class... Ts>
struct basic_pack;

/// Values side by side, an aggregate: `pack<int, char>{{1}, {'a'}}`.
template <class... Ts>
using pack = basic_pack<std::index_sequence_for<Ts...>, Ts...>;

template <std::size_t... I, class... Ts>
struct basic_pack<std::index_sequence<I...>, Ts...> : pack_slot<I, Ts>... {
    static constexpr std::size_t size = sizeof...(Ts);

    /// Calls `use(value)` for each.
    template <class Use>
    constexpr void each([[maybe_unused]] Use use) const {
        (use(static_cast<const pack_slot<I, Ts>&>(*this).value), ...);
    }

    /// The result of `use(values...)`.
    template <class Use>
    constexpr decltype(auto) apply(Use use) const {
        return use(static_cast<const pack_slot<I, Ts>&>(*this).value...);
    }

    /// The same with one value more.
    template <class T>
    constexpr pack<Ts..., T> with(T added) const {
        return {static_cast<const pack_slot<I, Ts>&>(*this)..., {std::move(added)}};
    }
};

template <std::size_t I, class T>
constexpr const T& get(const pack_slot<I, T>& slot) {
    return slot.value;
}

template <std::size_t I, class T>
constexpr T& get(pack_slot<I, T>& slot) {
    return slot.value;
}

template <std::size_t I, class T>
pack_slot<I, T> slot_at(const pack_slot<I, T>&);

template <std::size_t I, class Pack>
struct pack_element {
    using type = typename decltype(slot_at<I>(std::declval<const Pack&>()))::type;
};

template <std::size_t I, class Pack>
using pack_element_t = typename pack_element<I, Pack>::type;

} // namespace stoa::detail

#endif

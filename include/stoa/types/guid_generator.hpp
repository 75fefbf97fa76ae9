// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_GUID_GENERATOR_HPP
#define STOA_TYPES_GUID_GENERATOR_HPP

// New guids, made in the program so that every database stores the same value. Random bits come from the operating
// system (getentropy where there is one, otherwise std::random_device) and are fetched 256 bytes at a time for each
// thread. A forked process throws its copy of that supply away. std::random_device alone will not do: on libstdc++ 12
// it asks the processor for every four bytes, which takes 20 microseconds on some virtual machines.

#include "stoa/types/guid.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ctime>

#if __has_include(<sys/random.h>) && __has_include(<unistd.h>) && __has_include(<pthread.h>)
#include <pthread.h>
#include <sys/random.h>
#include <unistd.h>
#define STOA_HAS_GETENTROPY 1
#else
#include <random>
#define STOA_HAS_GETENTROPY 0
#endif

namespace stoa {

namespace detail {

/// How often this process has been forked off another, so that parent and child never hand out the same bytes.
inline std::atomic<unsigned> fork_generation{0};

struct random_supply {
    std::array<std::byte, 256> bytes{};
    std::size_t used = 256;
    unsigned generation = 0;
};

inline void refill(random_supply& supply) {
#if STOA_HAS_GETENTROPY
    [[maybe_unused]] static const int watching =
        pthread_atfork(nullptr, nullptr, [] { fork_generation.fetch_add(1, std::memory_order_relaxed); });
    // 256 bytes are the most that getentropy gives at once (POSIX.1-2024).
    if (getentropy(supply.bytes.data(), supply.bytes.size()) != 0)
        raise(errc::resources_exhausted, "the operating system gave no random bytes. Check that /dev/urandom or the "
                                         "getrandom system call is allowed.");
#else
    std::random_device device;
    for (std::size_t i = 0; i != supply.bytes.size(); i += 4) {
        const std::uint32_t bits = static_cast<std::uint32_t>(device());
        std::memcpy(supply.bytes.data() + i, &bits, sizeof bits);
    }
#endif
    supply.generation = fork_generation.load(std::memory_order_relaxed);
    supply.used = 0;
}

/// Fills the bytes from `first` on with random ones.
inline void randomize(guid& value, std::size_t first) {
    constinit static thread_local random_supply supply;
    const std::size_t wanted = 16 - first;
    if (supply.bytes.size() - supply.used < wanted ||
        supply.generation != fork_generation.load(std::memory_order_relaxed))
        refill(supply);
    std::memcpy(value.bytes_.data() + first, supply.bytes.data() + supply.used, wanted);
    supply.used += wanted;
}

/// Writes the version (RFC 9562, section 4.2) and the RFC's own variant (section 4.1) over what is there.
constexpr void set_version(guid& value, unsigned version) noexcept {
    value.bytes_[6] = (value.bytes_[6] & std::byte{0x0F}) | static_cast<std::byte>(version << 4);
    value.bytes_[8] = (value.bytes_[8] & std::byte{0x3F}) | std::byte{0x80};
}

/// Puts `ticks` of 1/4096 ms since 1970 into the first eight bytes: 48 bits of milliseconds, then 12 of fraction.
constexpr void set_ticks(guid& value, std::uint64_t ticks) noexcept {
    for (std::size_t i = 0; i != 6; ++i) value.bytes_[i] = static_cast<std::byte>(ticks >> (52 - 8 * i) & 0xFF);
    value.bytes_[6] = static_cast<std::byte>(ticks >> 8 & 0x0F);
    value.bytes_[7] = static_cast<std::byte>(ticks & 0xFF);
}

inline std::uint64_t clock_ticks() noexcept {
    std::timespec now{};
    if (std::timespec_get(&now, TIME_UTC) == 0) return 0;
    const std::uint64_t nanoseconds = static_cast<std::uint64_t>(now.tv_nsec);
    const std::uint64_t milliseconds = static_cast<std::uint64_t>(now.tv_sec) * 1000 + nanoseconds / 1'000'000;
    return milliseconds * 4096 + nanoseconds % 1'000'000 * 4096 / 1'000'000;
}

/// The tick to use next: the clock's, or one more than the `last` if the clock stands still or went back.
inline std::uint64_t next_ticks(std::atomic<std::uint64_t>& last, std::uint64_t now) noexcept {
    std::uint64_t seen = last.load(std::memory_order_relaxed);
    std::uint64_t next = 0;
    do next = now > seen ? now : seen + 1;
    while (!last.compare_exchange_weak(seen, next, std::memory_order_relaxed));
    return next;
}

inline std::atomic<std::uint64_t> last_guid_ticks{0};

} // namespace detail

/// A guid of 122 random bits (RFC 9562, version 4), safe to call from every thread. Not meant as a secret.
/// Throws: statement_error (resources_exhausted) if the operating system has no random bytes.
inline guid make_guid_v4() {
    guid value;
    detail::randomize(value, 0);
    detail::set_version(value, 4);
    return value;
}

/// A guid that starts with the time (RFC 9562, version 7), so that new rows stand side by side in an index: 60 bits of
/// Unix time in 1/4096 ms (section 6.2, method 3), then 62 random bits. Each one is greater than all that this process
/// made before, in any thread; while the clock stands still or has gone back, the time counts on by one tick for each
/// guid. Throws: statement_error (resources_exhausted) if the operating system has no random bytes.
inline guid make_guid_v7() {
    guid value;
    detail::randomize(value, 8);
    detail::set_ticks(value, detail::next_ticks(detail::last_guid_ticks, detail::clock_ticks()));
    detail::set_version(value, 7);
    return value;
}

} // namespace stoa

#endif

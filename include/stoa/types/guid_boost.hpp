// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_GUID_BOOST_HPP
#define STOA_TYPES_GUID_BOOST_HPP

// Opt-in: guids for and from programs that use Boost.Uuid. Both keep the bytes in the same order.

#include "stoa/types/guid.hpp"

#include <boost/uuid/uuid.hpp>

#include <array>
#include <cstddef>

namespace stoa {

inline boost::uuids::uuid to_boost(const guid& value) noexcept {
    boost::uuids::uuid result{};
    auto to = result.begin();
    for (const std::byte byte : value.bytes()) *to++ = std::to_integer<unsigned char>(byte);
    return result;
}

inline guid from_boost(const boost::uuids::uuid& value) noexcept {
    std::array<std::byte, 16> octets{};
    auto to = octets.begin();
    for (const unsigned char byte : value) *to++ = std::byte{byte};
    return guid(octets);
}

} // namespace stoa

#endif

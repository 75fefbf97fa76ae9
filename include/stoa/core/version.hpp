// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_VERSION_HPP
#define STOA_CORE_VERSION_HPP

// The version of this copy of stoa. The build reads it from here; it is written nowhere else.

namespace stoa {

inline constexpr int version_major = 0;
inline constexpr int version_minor = 1;
inline constexpr int version_patch = 0;

} // namespace stoa

#endif

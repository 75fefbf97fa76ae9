// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_LIST_VIEW_HPP
#define STOA_CORE_LIST_VIEW_HPP

// Elements side by side that somebody else keeps. Everything a table or statement is made of is handed around so, and a
// std::span asks its concepts again for each type of element and of container.

#include <cstddef>

namespace stoa {

/// A view of `size()` elements; those of an array, a `std::vector` or another container with `data` and `size`, which
/// must outlive it. Places count from 0 and are not checked.
template <class T>
class list_view {
public:
    using value_type = T;

    constexpr list_view() = default;
    constexpr list_view(T* data, std::size_t size) noexcept : data_(data), size_(size) {}

    // NOLINTBEGIN(google-explicit-constructor, bugprone-forwarding-reference-overload): a container is its elements
    template <std::size_t N>
    constexpr list_view(T (&all)[N]) noexcept : data_(all), size_(N) {}

    template <class Container>
        requires requires(Container& all, T*& data) { data = all.data(); }
    constexpr list_view(Container&& all) noexcept : data_(all.data()), size_(all.size()) {}
    // NOLINTEND(google-explicit-constructor, bugprone-forwarding-reference-overload)

    constexpr T* data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr T* begin() const noexcept { return data_; }
    constexpr T* end() const noexcept { return data_ + size_; }
    constexpr T& operator[](std::size_t n) const noexcept { return data_[n]; }
    constexpr T& front() const noexcept { return *data_; }
    constexpr T& back() const noexcept { return data_[size_ - 1]; }

    constexpr list_view first(std::size_t count) const noexcept { return {data_, count}; }
    constexpr list_view subspan(std::size_t first) const noexcept { return {data_ + first, size_ - first}; }
    constexpr list_view subspan(std::size_t first, std::size_t count) const noexcept { return {data_ + first, count}; }

private:
    T* data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace stoa

#endif

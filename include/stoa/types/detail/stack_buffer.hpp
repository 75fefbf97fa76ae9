// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_STACK_BUFFER_HPP
#define STOA_TYPES_DETAIL_STACK_BUFFER_HPP

// Room for values of a plain type: on the stack while `Few` are enough, else on the heap.

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace stoa::detail {

template <class T, std::size_t Few>
class stack_buffer {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    stack_buffer() = default; // the values in it are left as they are
    stack_buffer(const stack_buffer&) = delete;
    stack_buffer& operator=(const stack_buffer&) = delete;
    ~stack_buffer() = default;

    T* data() noexcept { return data_; }
    std::size_t size() const noexcept { return size_; }
    T& operator[](std::size_t i) noexcept { return data_[i]; }

    /// Makes room for at least `wanted` values. The first `used` keep their values, and not their addresses.
    void grow(std::size_t used, std::size_t wanted) {
        if (wanted > size_) [[unlikely]]
            move_to_heap(used, wanted);
    }

private:
    void move_to_heap(std::size_t used, std::size_t wanted) {
        std::vector<T> larger(std::max(wanted, 2 * size_));
        std::copy_n(data_, used, larger.data());
        many_.swap(larger);
        data_ = many_.data();
        size_ = many_.size();
    }

    T few_[Few];
    std::vector<T> many_;
    T* data_ = few_;
    std::size_t size_ = Few;
};

} // namespace stoa::detail

#endif

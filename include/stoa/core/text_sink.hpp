// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_TEXT_SINK_HPP
#define STOA_CORE_TEXT_SINK_HPP

// Text built the same way at compile time and at run time: written once into a buffer of a usual size, and again only
// where it is longer. (clang cannot hold a constexpr std::string on libstdc++ 12.)

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stoa {

/// Counts what is written to it and keeps it as long as it fits into the buffer it was given.
class text_sink {
public:
    constexpr text_sink() = default;
    constexpr text_sink(char* buffer, std::size_t capacity) : buffer_(buffer), capacity_(capacity) {}

    constexpr text_sink& operator<<(char c) {
        if (size_ < capacity_) buffer_[size_] = c;
        ++size_;
        return *this;
    }

    constexpr text_sink& operator<<(std::string_view text) {
        if (size_ + text.size() <= capacity_)
            for (std::size_t i = 0; i != text.size(); ++i) buffer_[size_ + i] = text[i];
        size_ += text.size();
        return *this;
    }

    constexpr text_sink& number(std::int64_t value) {
        // The magnitude is unsigned, so that the smallest 64-bit value has one.
        std::uint64_t rest = static_cast<std::uint64_t>(value);
        if (value < 0) {
            *this << '-';
            rest = 0 - rest;
        }
        char digits[20]{};
        std::size_t n = 0;
        do {
            digits[n++] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        while (n != 0) *this << digits[--n];
        return *this;
    }

    /// Writes once more what was written from `begin` to `end`.
    constexpr void repeat(std::size_t begin, std::size_t end) {
        if (size_ + (end - begin) <= capacity_)
            for (std::size_t i = begin; i != end; ++i) buffer_[size_ + i - begin] = buffer_[i];
        size_ += end - begin;
    }

    /// Of all that was written, whether it fitted or not.
    constexpr std::size_t size() const noexcept { return size_; }

private:
    char* buffer_ = nullptr;
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;
};

/// `N` bytes of text and a NUL behind them; what a compile-time writer leaves in read-only memory.
template <std::size_t N>
struct static_text {
    char data[N + 1]{};

    constexpr std::string_view view() const noexcept { return {data, N}; }
};

inline constexpr static_text<0> no_text;

namespace detail {

/// Longer than nearly all statements, and short enough to be copied in no time.
inline constexpr std::size_t usual_text = 1024;

struct usual_size_text {
    char data[usual_text]{};
    std::size_t size = 0; ///< that of the whole text
};

} // namespace detail

/// Runs `Writer` — a captureless callable taking `text_sink&` — while compiling. Each run is a constant evaluation
/// of its own, so that long texts stay below the compilers' step limits.
template <auto Writer>
inline constexpr auto written_text = [] {
    constexpr detail::usual_size_text first = [] {
        detail::usual_size_text begun;
        text_sink sink(begun.data, detail::usual_text);
        Writer(sink);
        begun.size = sink.size();
        return begun;
    }();
    static_text<first.size> text;
    text_sink sink(text.data, first.size);
    if constexpr (first.size <= detail::usual_text)
        sink << std::string_view(first.data, first.size);
    else
        Writer(sink);
    return text;
}();

/// Returns what `writer` writes.
template <class Writer>
std::string write_text(const Writer& writer) {
    char first[detail::usual_text];
    text_sink sink(first, detail::usual_text);
    writer(sink);
    if (sink.size() <= detail::usual_text) return std::string(first, sink.size());
    std::string text(sink.size(), '\0');
    text_sink fill(text.data(), text.size());
    writer(fill);
    return text;
}

} // namespace stoa

#endif

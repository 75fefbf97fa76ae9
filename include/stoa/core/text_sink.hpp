// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_TEXT_SINK_HPP
#define STOA_CORE_TEXT_SINK_HPP

// Text built the same way at compile time and at run time: write once to count, once to fill.
// (clang cannot hold a constexpr std::string on libstdc++ 12, and a count needs no heap on any compiler.)

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stoa {

/// Counts what is written to it and, given a buffer large enough, keeps it.
class text_sink {
public:
    constexpr text_sink() = default;
    constexpr explicit text_sink(char* buffer) : buffer_(buffer), keeps_(true) {}

    constexpr text_sink& operator<<(char c) {
        if (keeps_) buffer_[size_] = c;
        ++size_;
        return *this;
    }

    constexpr text_sink& operator<<(std::string_view text) {
        if (keeps_)
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
        if (keeps_)
            for (std::size_t i = begin; i != end; ++i) buffer_[size_ + i - begin] = buffer_[i];
        size_ += end - begin;
    }

    constexpr std::size_t size() const noexcept { return size_; }

private:
    char* buffer_ = nullptr;
    bool keeps_ = false; // asked instead of the pointer: g++ under -fsanitize=undefined compares no address with null
    std::size_t size_ = 0;
};

/// `N` bytes of text and a NUL behind them; what a compile-time writer leaves in read-only memory.
template <std::size_t N>
struct static_text {
    char data[N + 1]{};

    constexpr std::string_view view() const noexcept { return {data, N}; }
};

/// Runs `Writer` — a captureless callable taking `text_sink&` — while compiling. Each run is a constant evaluation
/// of its own, so that long texts stay below the compilers' step limits.
template <auto Writer>
inline constexpr auto written_text = [] {
    constexpr std::size_t size = [] {
        text_sink sink;
        Writer(sink);
        return sink.size();
    }();
    static_text<size> text;
    text_sink sink(text.data);
    Writer(sink);
    return text;
}();

/// Runs `writer` twice and returns what it wrote.
template <class Writer>
std::string write_text(const Writer& writer) {
    text_sink count;
    writer(count);
    std::string text(count.size(), '\0');
    text_sink fill(text.data());
    writer(fill);
    return text;
}

} // namespace stoa

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_BINDER_HPP
#define STOA_SESSION_BINDER_HPP

// Hands C++ values to a prepared statement, one parameter after another, by way of their mappings.

#include "stoa/expression/composed_value.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/pattern.hpp"
#include "stoa/types/like_pattern.hpp"
#include "stoa/types/mapping.hpp"
#include "stoa/types/text_check.hpp"

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::detail {

/// Native values that refer to memory somebody else keeps.
template <class Native>
concept native_view =
    std::same_as<Native, native::text> || std::same_as<Native, native::bytes> || std::same_as<Native, native::json>;

/// Binds values in the order it is called. Keep it until the statement has finished: it owns what mappings made only
/// for the binding.
template <class Statement>
class binder {
public:
    /// `case_sensitive_like`: whether the database has a LIKE that minds case; else patterns are translated.
    binder(Statement& statement, bool case_sensitive_like)
        : statement_(statement), case_sensitive_like_(case_sensitive_like) {}

    /// Binds the next parameter.
    template <class T>
    void operator()(const T& value) {
        bind(next_++, value);
    }

    /// Binds the next parameter to text that the caller keeps.
    void text(std::string_view value) {
        check_text(value);
        statement_.bind(next_++, native::text(value));
    }

    /// Binds the next parameter to a value that is kept along with the others.
    template <class T>
    void adopt(T value) {
        if constexpr (mapped_field<T>) {
            if constexpr (native_view<native_t<value_t<T>>>) return bind(next_++, keep(std::move(value)));
        }
        bind(next_++, value);
    }

private:
    template <class T>
    void bind(int parameter, const std::optional<T>& value) {
        if (value)
            bind(parameter, *value);
        else
            statement_.bind_null(parameter);
    }

    template <class T>
    void bind(int parameter, const list_literal<T>& list) {
        statement_.bind(parameter, list.native());
    }

    template <class Pattern>
        requires std::same_as<Pattern, like_pattern> || std::same_as<Pattern, static_like_pattern>
    void bind(int parameter, const Pattern& pattern) {
        check_like_pattern(pattern.text);
        if (case_sensitive_like_)
            bind(parameter, mapping<Pattern>::store(pattern));
        else
            bind(parameter, keep(glob_from_like(pattern.text)));
    }

    void bind(int parameter, const std::shared_ptr<const composed_value>& value) {
        kept_.push_back(value);
        native_taker taker(*this, parameter);
        value->give(taker);
    }

    template <native_mapping T>
    void bind(int parameter, const T& value) {
        if constexpr (std::same_as<native_t<T>, native::array>)
            statement_.bind(parameter, mapping<T>::encode(value).view()); // drivers copy what they are given
        else
            statement_.bind(parameter, mapping<T>::encode(value));
    }

    template <stored_mapping T>
        requires(!std::same_as<T, like_pattern> && !std::same_as<T, static_like_pattern>)
    void bind(int parameter, const T& value) {
        using stored = decltype(mapping<T>::store(value));
        if constexpr (native_view<native_t<T>> && !std::is_reference_v<stored>)
            bind(parameter, keep(mapping<T>::store(value)));
        else
            bind(parameter, mapping<T>::store(value));
    }

    template <class T>
    const T& keep(T value) {
        auto kept = std::make_shared<const T>(std::move(value));
        kept_.push_back(kept);
        return *kept;
    }

    /// Binds what a composed value gives.
    class native_taker final : public value_taker {
    public:
        native_taker(binder& owner, int parameter) : owner_(owner), parameter_(parameter) {}

        void take_null() override { owner_.statement_.bind_null(parameter_); }
        void take(bool value) override { bind(value); }
        void take(std::int16_t value) override { bind(value); }
        void take(std::int32_t value) override { bind(value); }
        void take(std::int64_t value) override { bind(value); }
        void take(float value) override { bind(value); }
        void take(double value) override { bind(value); }
        void take(native::text value) override { bind(value); }
        void take(native::bytes value) override { bind(value); }
        void take(const guid& value) override { bind(value); }
        void take(native::json value) override { bind(value); }
        void take(native::timestamp value) override { bind(value); }
        void take(native::date value) override { bind(value); }
        void take(native::decimal value) override { bind(value); }
        void take(const native::list& value) override { bind(value); }
        void take(const like_pattern& value) override { owner_.bind(parameter_, value); }

    private:
        template <class Native>
        void bind(const Native& value) {
            owner_.statement_.bind(parameter_, value);
        }

        binder& owner_;
        int parameter_;
    };

    Statement& statement_;
    bool case_sensitive_like_;
    int next_ = 0;
    std::vector<std::shared_ptr<const void>> kept_;
};

} // namespace stoa::detail

#endif

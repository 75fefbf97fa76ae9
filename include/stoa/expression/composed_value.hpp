// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_COMPOSED_VALUE_HPP
#define STOA_EXPRESSION_COMPOSED_VALUE_HPP

// Values of expressions that are put together at run time: any value that can be bound, behind one type.

#include "stoa/expression/list.hpp"
#include "stoa/expression/pattern.hpp"

#include <concepts>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

/// Takes a value in the form in which drivers bind it.
class value_taker {
public:
    virtual void take_null() = 0;
    virtual void take(bool value) = 0;
    virtual void take(std::int16_t value) = 0;
    virtual void take(std::int32_t value) = 0;
    virtual void take(std::int64_t value) = 0;
    virtual void take(float value) = 0;
    virtual void take(double value) = 0;
    virtual void take(native::text value) = 0;
    virtual void take(native::bytes value) = 0;
    virtual void take(const guid& value) = 0;
    virtual void take(native::json value) = 0;
    virtual void take(native::timestamp value) = 0;
    virtual void take(native::date value) = 0;
    virtual void take(native::decimal value) = 0;
    virtual void take(const native::list& value) = 0;
    virtual void take(const like_pattern& value) = 0;

protected:
    ~value_taker() = default;
};

/// A value that is kept until its statement has run.
class composed_value {
public:
    composed_value() = default;
    composed_value(const composed_value&) = delete;
    composed_value& operator=(const composed_value&) = delete;
    virtual ~composed_value() = default;

    virtual void give(value_taker& taker) const = 0;
};

namespace detail {

template <class T>
class kept_value final : public composed_value {
public:
    explicit kept_value(T value) : value_(std::move(value)) {}

    void give(value_taker& taker) const override {
        if constexpr (native_mapping<T>)
            taker.take(mapping<T>::encode(value_));
        else if constexpr (std::same_as<T, like_pattern>)
            taker.take(value_);
        else
            taker.take(value_.native());
    }

private:
    T value_;
};

class kept_null final : public composed_value {
public:
    void give(value_taker& taker) const override { taker.take_null(); }
};

using kept_values = std::vector<std::shared_ptr<const composed_value>>;

/// Collects the values of an expression in the order of their parameters.
class value_keeper {
public:
    explicit value_keeper(kept_values& values) : values_(values) {}

    template <class T>
    void operator()(const T& value) {
        if constexpr (std::same_as<T, std::shared_ptr<const composed_value>>) {
            values_.push_back(value);
        } else if constexpr (is_optional<T>) {
            if (value)
                (*this)(*value);
            else
                values_.push_back(std::make_shared<kept_null>());
        } else if constexpr (std::same_as<T, static_like_pattern>) {
            keep(like_pattern{std::string(value.text)});
        } else if constexpr (std::same_as<T, like_pattern> || !mapped_value<T> || native_mapping<T>) {
            keep(value);
        } else {
            (*this)(mapping<T>::store(value));
        }
    }

private:
    template <class T>
    void keep(T value) {
        values_.push_back(std::make_shared<kept_value<T>>(std::move(value)));
    }

    kept_values& values_;
};

} // namespace detail
} // namespace stoa

#endif

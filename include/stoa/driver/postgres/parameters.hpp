// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_PARAMETERS_HPP
#define STOA_DRIVER_POSTGRES_PARAMETERS_HPP

// The bound values of one statement as libpq takes them: three arrays of pointers, lengths and formats. Each parameter
// has a place of its own, made once, so that binding a row allocates nothing; text and bytes are passed by pointer,
// only documents and lists are copied, into buffers that are kept.

#include "stoa/core/error.hpp"
#include "stoa/driver/postgres/array.hpp"
#include "stoa/driver/postgres/codec.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/types/native.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::postgres {

/// The values bound to the statement `info`, in binary. Parameters count from 0 and are bound as they are declared.
class parameters {
public:
    explicit parameters(const statement_info& info)
        : info_(&info), places_(info.parameters.size()), values_(info.parameters.size()),
          lengths_(info.parameters.size()), formats_(info.parameters.size(), 1) {}

    void set_null(int parameter) { values_[checked_place(parameter)] = nullptr; }

    template <class Value>
    void set(int parameter, type_kind kind, const Value& value) {
        const std::size_t at = checked_place(parameter, kind);
        lengths_[at] = static_cast<int>(codec::encode(places_[at].scalar, value));
        values_[at] = places_[at].scalar;
    }

    /// Passes text or bytes by pointer; they must stay until the statement has run.
    void set_view(int parameter, type_kind kind, const void* data, std::size_t size) {
        const std::size_t at = checked_place(parameter, kind);
        lengths_[at] = checked_size(size);
        // libpq takes a null pointer for NULL, but an empty view may have one.
        values_[at] = data == nullptr ? "" : static_cast<const char*>(data);
    }

    void set_json(int parameter, std::string_view text) {
        const std::size_t at = checked_place(parameter, type_kind::json);
        lengths_[at] = checked_size(text.size() + 1);
        std::string& buffer = places_[at].buffer;
        buffer.assign(1, codec::json_version);
        buffer += text;
        keep(at);
    }

    void set_list(int parameter, const native::list& list) {
        const std::size_t at = checked_place(parameter, list.type.kind, list.type.kind != type_kind::array);
        std::string& buffer = places_[at].buffer;
        write_array(buffer, list);
        lengths_[at] = checked_size(buffer.size());
        keep(at);
    }

    /// Forgets the values, and buffers that have become large; what is not bound again is NULL.
    void clear() noexcept {
        for (const char*& value : values_) value = nullptr;
        if (!std::exchange(large_, false)) return;
        for (place& each : places_)
            if (each.buffer.capacity() > kept_capacity) std::string().swap(each.buffer);
    }

    int count() const noexcept { return static_cast<int>(values_.size()); }
    const char* const* values() const noexcept { return values_.data(); }
    const int* lengths() const noexcept { return lengths_.data(); }
    const int* formats() const noexcept { return formats_.data(); }

private:
    static constexpr std::size_t kept_capacity = std::size_t{1} << 20;

    struct place {
        char scalar[codec::max_scalar];
        std::string buffer;
    };

    void keep(std::size_t at) noexcept {
        values_[at] = places_[at].buffer.data();
        large_ = large_ || places_[at].buffer.capacity() > kept_capacity;
    }

    std::size_t checked_place(int parameter) const {
        const auto at = static_cast<std::size_t>(parameter);
        if (at >= values_.size()) [[unlikely]]
            raise(errc::usage,
                  "the statement has no parameter $" + std::to_string(parameter + 1) + ". Bind only what it declares.",
                  info_->sql);
        return at;
    }

    std::size_t checked_place(int parameter, type_kind kind, bool list = false) const {
        const std::size_t at = checked_place(parameter);
        const type_def& type = info_->parameters[at];
        if (type.kind != kind || type.list != list) [[unlikely]]
            refuse_type(at, kind, list);
        return at;
    }

    [[noreturn]] void refuse_type(std::size_t at, type_kind kind, bool list) const {
        const type_def& type = info_->parameters[at];
        std::string message = "parameter $" + std::to_string(at + 1) + " is declared as ";
        message.append(type.list ? "a list of " : "")
            .append(to_string(type.kind))
            .append(" and was bound as ")
            .append(list ? "a list of " : "")
            .append(to_string(kind))
            .append(". Bind the declared type.");
        raise(errc::usage, std::move(message), info_->sql);
    }

    const statement_info* info_;
    std::vector<place> places_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
    bool large_ = false; ///< some buffer has more than is kept
};

} // namespace stoa::postgres

#endif

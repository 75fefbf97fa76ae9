// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_HANDLE_HPP
#define STOA_DRIVER_SQLITE_DETAIL_HANDLE_HPP

// Owners of the client library's two objects. A statement must be finalized before its database is closed, so
// whoever holds both declares the database first.

#include <sqlite3.h>

#include <utility>

namespace stoa::sqlite::detail {

/// Owns what `Release` gives back; movable.
template <class Object, int (*Release)(Object*)>
class handle {
public:
    handle() = default;
    explicit handle(Object* object) noexcept : object_(object) {}
    handle(handle&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
    handle& operator=(handle&& other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~handle() {
        // What a failed statement reports once more when it is released has been reported when it failed.
        if (object_ != nullptr) static_cast<void>(Release(object_));
    }

    Object* get() const noexcept { return object_; }

private:
    Object* object_ = nullptr;
};

using database_handle = handle<sqlite3, &sqlite3_close_v2>;
using statement_handle = handle<sqlite3_stmt, &sqlite3_finalize>;

} // namespace stoa::sqlite::detail

#endif

// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_FOREIGN_KEY_HPP
#define STOA_SCHEMA_FOREIGN_KEY_HPP

// `foreign_key(...)` in a table's definition.

#include "stoa/expression/column.hpp"
#include "stoa/schema/table_def.hpp"

#include <string_view>
#include <type_traits>

namespace stoa {

/// Actions of a foreign key, for `on_delete` and `on_update`.
inline constexpr referential_action no_action = referential_action::no_action;
inline constexpr referential_action restrict_ = referential_action::restrict_;
inline constexpr referential_action cascade = referential_action::cascade;
inline constexpr referential_action set_null = referential_action::set_null;
inline constexpr referential_action set_default = referential_action::set_default;

namespace detail {

template <class... Columns>
struct columns {};

template <class From, class To>
struct require_key_of_equal_type {
    static_assert(std::is_same_v<typename From::value_type, typename To::value_type>,
                  "stoa[E302]: a foreign key and the key it references must have the same C++ type.");
    static constexpr bool value = true;
};

template <class First, class... Rest>
struct first_of {
    using type = First;
};

} // namespace detail

template <class From, class To>
struct foreign_key_item;

template <class... From, class... To>
struct foreign_key_item<detail::columns<From...>, detail::columns<To...>> {
    using target = typename detail::first_of<To...>::type::record_type;

    std::string_view name{};
    referential_action delete_action = referential_action::no_action;
    referential_action update_action = referential_action::no_action;
    bool is_deferred = false;

    /// Names the constraint; without it the name is fk_, the table's and the columns'.
    constexpr foreign_key_item named(std::string_view given) const {
        return {given, delete_action, update_action, is_deferred};
    }

    /// What happens to this row when the referenced one is deleted. SQL: `ON DELETE …`.
    constexpr foreign_key_item on_delete(referential_action action) const {
        return {name, action, update_action, is_deferred};
    }

    /// What happens to this row when the referenced key changes. SQL: `ON UPDATE …`.
    constexpr foreign_key_item on_update(referential_action action) const {
        return {name, delete_action, action, is_deferred};
    }

    /// Lets rows of a transaction come in any order: the key is checked when it commits.
    /// SQL: `DEFERRABLE INITIALLY DEFERRED`.
    constexpr foreign_key_item deferred() const { return {name, delete_action, update_action, true}; }
};

template <class... From>
struct foreign_key_start {
    /// The key referenced: as many columns, of the same types, all of one table, which may be this one.
    template <column_expression... To>
    constexpr auto references(To...) const {
        static_assert(sizeof...(To) == sizeof...(From),
                      "stoa[E302]: a foreign key references as many columns as it has itself.");
        if constexpr (sizeof...(To) == sizeof...(From))
            static_assert((detail::require_key_of_equal_type<From, To>::value && ...));
        static_assert(
            (std::is_same_v<typename detail::first_of<To...>::type::record_type, typename To::record_type> && ...),
            "stoa[E302]: a foreign key references columns of one table.");
        return foreign_key_item<detail::columns<From...>, detail::columns<To...>>{};
    }
};

/// Columns that hold the key of a row elsewhere. SQL: `CONSTRAINT "fk_…" FOREIGN KEY (…) REFERENCES … (…)`.
/// Example: `foreign_key(col<&book::author_id>).references(col<&author::id>).on_delete(stoa::cascade)`
template <column_expression... From>
constexpr foreign_key_start<From...> foreign_key(From...) {
    return {};
}

} // namespace stoa

#endif

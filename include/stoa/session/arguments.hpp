// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_ARGUMENTS_HPP
#define STOA_SESSION_ARGUMENTS_HPP

// Hands a statement's values to its prepared form, and the arguments that it is run with where it names them.

#include "stoa/expression/parameter.hpp"
#include "stoa/query/statement.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace stoa::detail {

template <fixed_string Name, bool Given>
struct require_argument {
    static_assert(Given, "stoa[E285]: the statement has a parameter of this name, and no argument is given for it. Run "
                         "it with arg<\"name\">(value).");
    static constexpr bool value = Given;
};

template <fixed_string Name, bool Named>
struct require_parameter {
    static_assert(Named,
                  "stoa[E286]: an argument is given that the statement has no parameter for, or two of one name. "
                  "Leave it out, or write param<\"name\", type> in the statement.");
    static constexpr bool value = Named;
};

template <fixed_string Name, class Parameter, class Given, bool Taken>
struct require_argument_type {
    static_assert(Taken,
                  "stoa[E287]: the argument of this name is of a type unlike its parameter's. Give a value of the type "
                  "the parameter has, and std::optional only where that is one.");
    static constexpr bool value = Taken;
};

/// Whether the statement names a parameter so.
constexpr bool names_parameter(ast::view nodes, std::string_view name) {
    for (const ast::node& node : nodes)
        if (node.kind == ast::op::parameter && node.text == name) return true;
    return false;
}

/// Whether the argument is for a parameter of the statement, and the only one for it.
template <class Statement, argument Argument, argument... All>
consteval bool is_wanted() {
    constexpr std::string_view name = Argument::kept_name.view();
    return names_parameter(statement_nodes<Statement>, name) && ((All::kept_name.view() == name ? 1 : 0) + ...) == 1;
}

/// Binds values as they come, and arguments at the first place of their parameter.
template <class Binder, argument... Arguments>
class argument_binder {
public:
    explicit argument_binder(Binder& binder, const Arguments&... arguments)
        : binder_(binder), arguments_(arguments...) {}

    template <class T>
    void operator()(const T& value) {
        binder_(value);
    }

    template <fixed_string Name, class T>
    void operator()(const named_parameter<Name, T>&) {
        constexpr std::size_t place = find(named_parameter<Name, T>::kept_name.view());
        static_assert(require_argument<Name, place != sizeof...(Arguments)>::value);
        if constexpr (place != sizeof...(Arguments)) {
            const auto& given = plain_argument(std::get<place>(arguments_).value);
            using value_type = std::remove_cvref_t<decltype(given)>;
            constexpr bool taken = parameter_traits<T>::template takes<value_type>;
            static_assert(require_argument_type<Name, T, value_type, taken>::value);
            if constexpr (taken)
                if (!std::exchange(bound_[place], true)) binder_.adopt(parameter_traits<T>::make(given));
        }
    }

private:
    static constexpr std::size_t find(std::string_view name) {
        std::size_t found = sizeof...(Arguments);
        std::size_t n = 0;
        ((Arguments::kept_name.view() == name ? void(found = n++) : void(n++)), ...);
        return found;
    }

    Binder& binder_;
    std::tuple<const Arguments&...> arguments_;
    std::array<bool, sizeof...(Arguments)> bound_{};
};

/// Binds all values of the statement.
template <class Statement, class Binder, argument... Arguments>
void bind_all(const Statement& statement, Binder& binder, const Arguments&... arguments) {
    static_assert(
        (require_parameter<Arguments::kept_name, is_wanted<Statement, Arguments, Arguments...>()>::value && ...));
    argument_binder<Binder, Arguments...> bind(binder, arguments...);
    statement.parameters(bind);
}

} // namespace stoa::detail

#endif

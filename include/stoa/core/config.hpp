// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_CONFIG_HPP
#define STOA_CORE_CONFIG_HPP

// The only file that knows which compiler reads it. Everything a compiler spells in its own way is
// decided here once: how a function prints its template arguments, and how the warning about the
// never-defined objects behind compile-time reflection is silenced. What a program chooses while it is built is read
// here as well.
//
//   STOA_PRETTY_FUNCTION       the signature of the enclosing function, with its template arguments
//   STOA_PRINTED_VALUE_END     what follows the last template argument in that of a function whose result is no alias
//   STOA_PRINTED_PACK_BEGIN    what stands before, and
//   STOA_PRINTED_PACK_END      behind the elements of a pack called Values, of a function called printed_values

#if defined(__clang__)
#define STOA_COMPILER_CLANG 1
#define STOA_PRETTY_FUNCTION __PRETTY_FUNCTION__
#define STOA_PRINTED_VALUE_END "]"
#define STOA_PRINTED_PACK_BEGIN "Values = <"
#define STOA_PRINTED_PACK_END ">]"
#define STOA_BEGIN_PHANTOM_OBJECTS \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wundefined-var-template\"") \
        _Pragma("clang diagnostic ignored \"-Wundefined-internal\"")
#define STOA_END_PHANTOM_OBJECTS _Pragma("clang diagnostic pop")
#elif defined(__GNUC__)
#define STOA_COMPILER_GCC 1
#define STOA_PRETTY_FUNCTION __PRETTY_FUNCTION__
#define STOA_PRINTED_VALUE_END "]" // and not its type aliases, explained behind a semicolon
#define STOA_PRINTED_PACK_BEGIN "Values = {"
#define STOA_PRINTED_PACK_END "};"
#define STOA_BEGIN_PHANTOM_OBJECTS
#define STOA_END_PHANTOM_OBJECTS
#elif defined(_MSC_VER)
#define STOA_COMPILER_MSVC 1
#define STOA_PRETTY_FUNCTION __FUNCSIG__
#define STOA_PRINTED_VALUE_END ">(void)"
#define STOA_PRINTED_PACK_BEGIN "printed_values<"
#define STOA_PRINTED_PACK_END ">(void)"
#define STOA_BEGIN_PHANTOM_OBJECTS __pragma(warning(push)) __pragma(warning(disable : 4700))
#define STOA_END_PHANTOM_OBJECTS __pragma(warning(pop))
#else
#error "stoa[E001]: this compiler is not known to stoa. Use g++ 12, clang 16, MSVC 19.34 or newer."
#endif

namespace stoa {

/// Whether the program knows all statements it contains; see query/registry.hpp. Chosen by whoever builds it, with the
/// definition STOA_REGISTER_STATEMENTS in every translation unit or in none.
#ifdef STOA_REGISTER_STATEMENTS
inline constexpr bool registers_statements = true;
#else
inline constexpr bool registers_statements = false;
#endif

} // namespace stoa

#endif

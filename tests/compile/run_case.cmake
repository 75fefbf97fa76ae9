# Runs one compile test: cmake -DCOMPILER=... -DCASE=file.cpp -DINCLUDE_PATHS=... -DWARNING_FLAGS=... -P run_case.cmake
#
# With -DCOMMON=file from make_common.cmake, the headers there are included first.
#
# The file's first line names the error: // expect: E104
# Lines behind it may name what else must be printed, such as the field at fault: // says: "parent"
# Without STOA_REJECT the file must compile without a warning, with it the compiler must refuse it and print stoa[E104].

file(STRINGS "${CASE}" first_line LIMIT_COUNT 1)
if(NOT first_line MATCHES "^// expect: (E[0-9][0-9][0-9])$")
    message(FATAL_ERROR "${CASE}: the first line must be: // expect: E followed by three digits")
endif()
set(sentence "stoa[${CMAKE_MATCH_1}]")
file(STRINGS "${CASE}" said REGEX "^// says: ")

separate_arguments(command UNIX_COMMAND "${COMPILER}")
list(APPEND command -std=c++20 -fsyntax-only ${WARNING_FLAGS} -Werror)
list(TRANSFORM INCLUDE_PATHS PREPEND "-I")
if(DEFINED COMMON)
    if(COMPILER MATCHES "clang")
        list(APPEND command -include-pch "${COMMON}.gch")
    else()
        list(APPEND command -include "${COMMON}" -Winvalid-pch)
    endif()
endif()

execute_process(COMMAND ${command} ${INCLUDE_PATHS} "${CASE}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${CASE}: the right use does not compile (${result}):\n${output}")
endif()

execute_process(COMMAND ${command} ${INCLUDE_PATHS} -DSTOA_REJECT "${CASE}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
    message(FATAL_ERROR "${CASE}: the wrong use compiles; ${sentence} was expected.")
endif()
string(FIND "${output}" "${sentence}" place)
if(place EQUAL -1)
    message(FATAL_ERROR "${CASE}: the wrong use is refused, but not with ${sentence}:\n${output}")
endif()
foreach(line IN LISTS said)
    string(REGEX REPLACE "^// says: " "" text "${line}")
    string(FIND "${output}" "${text}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "${CASE}: the wrong use is refused with ${sentence}, but without a word of ${text}:\n${output}")
    endif()
endforeach()

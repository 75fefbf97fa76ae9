# Compiles the headers that the cases have in common: cmake -DCOMPILER=... -DHEADER=... -DCOMMON=file -DINCLUDE_PATHS=...
# -DWARNING_FLAGS=... -P make_common.cmake
#
# The result is COMMON.gch, where g++ looks for it; clang is told its name. COMMON.d names the files it has read.

cmake_path(GET COMMON PARENT_PATH folder)
file(MAKE_DIRECTORY "${folder}")
separate_arguments(command UNIX_COMMAND "${COMPILER}")
list(TRANSFORM INCLUDE_PATHS PREPEND "-I")
execute_process(
    COMMAND ${command} -std=c++20 ${WARNING_FLAGS} -Werror ${INCLUDE_PATHS} -x c++-header "${HEADER}" -o "${COMMON}.gch"
        -MD -MF "${COMMON}.d"
    RESULT_VARIABLE result ERROR_VARIABLE output)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${HEADER} does not compile (${result}):\n${output}")
endif()

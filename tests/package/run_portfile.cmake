# Runs PORT_DIR/portfile.cmake into PACKAGES_DIR with stand-ins for vcpkg's functions, which do what those promise as far
# as this port asks for it. Called by run_consumer.cmake. vcpkg itself is not in Debian.

file(READ "${PORT_DIR}/vcpkg.json" manifest)
foreach(member IN ITEMS name version)
    string(JSON ${member} GET "${manifest}" ${member})
endforeach()
if(NOT name STREQUAL "stoa" OR NOT version STREQUAL VERSION)
    message(FATAL_ERROR "vcpkg.json is of ${name} ${version}, the project is stoa ${VERSION}.")
endif()
foreach(feature IN ITEMS sqlite postgres)
    string(JSON dependency GET "${manifest}" features ${feature} dependencies 0)
endforeach()

set(PORT "${name}")
set(CURRENT_PACKAGES_DIR "${PACKAGES_DIR}")
set(build "${WORK_DIR}/portfile_build")

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

function(vcpkg_cmake_configure)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
    run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${arg_SOURCE_PATH}" -B "${build}" "-DCMAKE_CXX_COMPILER=${COMPILER}"
        "-DCMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR}" ${arg_OPTIONS})
endfunction()

function(vcpkg_cmake_install)
    run("${CMAKE_COMMAND}" --build "${build}" --target install)
endfunction()

# Moves the CMake files to share/<port>, from where the prefix is two levels up.
function(vcpkg_cmake_config_fixup)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "CONFIG_PATH" "")
    set(to "${CURRENT_PACKAGES_DIR}/share/${PORT}")
    file(GLOB files "${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH}/*")
    if(NOT files)
        message(FATAL_ERROR "There is nothing in ${arg_CONFIG_PATH}.")
    endif()
    foreach(file IN LISTS files)
        cmake_path(GET file FILENAME name)
        file(READ "${file}" text)
        string(REPLACE [[${CMAKE_CURRENT_LIST_DIR}/../../../]] [[${CMAKE_CURRENT_LIST_DIR}/../../]] text "${text}")
        string(REPLACE [[get_filename_component(_IMPORT_PREFIX "${_IMPORT_PREFIX}" PATH)
get_filename_component(_IMPORT_PREFIX "${_IMPORT_PREFIX}" PATH)
get_filename_component(_IMPORT_PREFIX "${_IMPORT_PREFIX}" PATH)]] [[get_filename_component(_IMPORT_PREFIX "${_IMPORT_PREFIX}" PATH)
get_filename_component(_IMPORT_PREFIX "${_IMPORT_PREFIX}" PATH)]] text "${text}")
        file(WRITE "${to}/${name}" "${text}")
    endforeach()
    file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/cmake")
endfunction()

function(vcpkg_fixup_pkgconfig)
    file(GLOB files "${CURRENT_PACKAGES_DIR}/share/pkgconfig/*.pc" "${CURRENT_PACKAGES_DIR}/lib/pkgconfig/*.pc")
    if(NOT files)
        message(FATAL_ERROR "There are no files of pkg-config.")
    endif()
endfunction()

function(vcpkg_install_copyright)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
    file(COPY_FILE "${arg_FILE_LIST}" "${CURRENT_PACKAGES_DIR}/share/${PORT}/copyright")
endfunction()

include("${PORT_DIR}/portfile.cmake")

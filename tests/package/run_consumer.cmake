# Takes stoa into the project in consumer/ in one way, builds and runs it. Called by CMakeLists.txt beside it. WAY is
#   find_package     of a copy installed for the purpose: everything is built and run; the other ways build only what shows
#                    that headers and libraries are found
#   add_subdirectory, fetch_content
#   pkg_config       without CMake, from an installed copy that was moved
#   deb              find_package of what cpack -G DEB packs
#   vcpkg            find_package of what packaging/vcpkg/portfile.cmake installs, with stand-ins for vcpkg's functions
#   refusals         find_package that asks for a driver nobody wrote, or whose client library is not there, and is told so

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(output "${output}" PARENT_SCOPE)
    set(result "${result}" PARENT_SCOPE)
endfunction()

function(must_run)
    run(${ARGN})
    if(NOT result EQUAL 0)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command}: ${result}\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

# must_print(TEXT COMMAND...)
function(must_print text)
    must_run(${ARGN})
    if(NOT output STREQUAL text)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command} prints\n${output}instead of\n${text}")
    endif()
endfunction()

# must_refuse(MESSAGE COMMAND...): the command fails and its output has the message, in whatever lines.
function(must_refuse message)
    run(${ARGN})
    list(JOIN ARGN " " command)
    if(result EQUAL 0)
        message(FATAL_ERROR "${command} was accepted.")
    endif()
    string(REGEX REPLACE "[ \n]+" " " text "${output}")
    string(FIND "${text}" "${message}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "${command} does not say '${message}':\n${output}")
    endif()
endfunction()

set(prefix "${WORK_DIR}/prefix")
function(install_stoa)
    must_run("${CMAKE_COMMAND}" --install "${BINARY_DIR}" --prefix "${prefix}")
endfunction()

function(configure)
    must_run(${configure} "-DSTOA_COMPONENTS=${COMPONENTS}" ${ARGN})
endfunction()

function(build_and_probe)
    must_run("${CMAKE_COMMAND}" --build "${WORK_DIR}/build" --target probe)
    must_print("${VERSION}\n" "${WORK_DIR}/build/probe")
endfunction()

file(REMOVE_RECURSE "${WORK_DIR}")
set(configure "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/consumer" -B "${WORK_DIR}/build"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_PREFIX_PATH=${prefix}")

if(WAY STREQUAL "find_package")
    install_stoa()
    configure()
    must_run("${CMAKE_COMMAND}" --build "${WORK_DIR}/build")
    must_print("${VERSION}\n" "${WORK_DIR}/build/probe")
    must_run("${WORK_DIR}/build/consumer")

elseif(WAY STREQUAL "add_subdirectory" OR WAY STREQUAL "fetch_content")
    string(COMPARE EQUAL "${WAY}" "fetch_content" is_fetched)
    configure("-DSTOA_SOURCE_DIR=${SOURCE_DIR}" "-DSTOA_FETCH=${is_fetched}")
    build_and_probe()
    must_run("${CMAKE_COMMAND}" --install "${WORK_DIR}/build" --prefix "${prefix}")
    if(EXISTS "${prefix}")
        message(FATAL_ERROR "Installing a project that takes stoa in must not install stoa.")
    endif()

elseif(WAY STREQUAL "pkg_config")
    install_stoa()
    file(RENAME "${prefix}" "${WORK_DIR}/moved")
    set(ENV{PKG_CONFIG_PATH} "${WORK_DIR}/moved/share/pkgconfig")
    string(REPLACE "," ";" COMPONENTS "${COMPONENTS}")
    list(TRANSFORM COMPONENTS PREPEND "-DCONSUMER_HAS_" OUTPUT_VARIABLE definitions)
    list(TRANSFORM COMPONENTS PREPEND "stoa-" OUTPUT_VARIABLE modules)
    must_print("${VERSION}\n" "${PKG_CONFIG}" --modversion stoa)
    must_run("${PKG_CONFIG}" --cflags --libs stoa ${modules})
    separate_arguments(flags UNIX_COMMAND "${output}")
    must_run("${COMPILER}" -std=c++20 ${definitions} "${CMAKE_CURRENT_LIST_DIR}/consumer/probe.cpp" -o "${WORK_DIR}/probe" ${flags})
    must_print("${VERSION}\n" "${WORK_DIR}/probe")

elseif(WAY STREQUAL "deb")
    must_run("${CPACK}" -G DEB --config "${BINARY_DIR}/CPackConfig.cmake" -B "${WORK_DIR}")
    set(package "${WORK_DIR}/libstoa-dev_${VERSION}_all.deb")
    must_print("all\n" "${DPKG_DEB}" --field "${package}" Architecture)
    must_print("libboost1.81-dev | libboost-dev (>= 1.81)\n" "${DPKG_DEB}" --field "${package}" Depends)
    must_run("${DPKG_DEB}" --extract "${package}" "${prefix}")
    if(NOT EXISTS "${prefix}/usr/share/doc/libstoa-dev/copyright")
        message(FATAL_ERROR "The package has no copyright file.")
    endif()
    configure("-DCMAKE_PREFIX_PATH=${prefix}/usr")
    build_and_probe()

elseif(WAY STREQUAL "vcpkg")
    must_run("${CMAKE_COMMAND}" "-DPACKAGES_DIR=${prefix}" "-DWORK_DIR=${WORK_DIR}" "-DGENERATOR=${GENERATOR}" "-DCOMPILER=${COMPILER}"
        "-DPORT_DIR=${SOURCE_DIR}/packaging/vcpkg" "-DVERSION=${VERSION}"
        -P "${CMAKE_CURRENT_LIST_DIR}/run_portfile.cmake")
    configure()
    build_and_probe()

elseif(WAY STREQUAL "refusals")
    install_stoa()
    must_refuse("stoa component 'punchcards': stoa has no such component. There are: sqlite, postgres."
        ${configure} -DSTOA_COMPONENTS=punchcards)
    must_refuse("stoa component 'sqlite': SQLite 3.39 or newer was not found. Install its development files (Debian: libsqlite3-dev)."
        ${configure} -DSTOA_COMPONENTS=sqlite -DCMAKE_DISABLE_FIND_PACKAGE_SQLite3=ON)
    must_refuse("stoa component 'postgres': PostgreSQL's client library was not found. Install its development files (Debian: libpq-dev)."
        ${configure} -DSTOA_COMPONENTS=postgres -DCMAKE_DISABLE_FIND_PACKAGE_PostgreSQL=ON)

else()
    message(FATAL_ERROR "There is no way '${WAY}'.")
endif()

# Takes stoa into the project in consumer/ in one way, builds and runs it. Called by CMakeLists.txt beside it.
# WAY is find_package (of a copy installed for the purpose), add_subdirectory, or missing_component: find_package
# that asks for a driver nobody wrote and must be told so.

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
endfunction()

file(REMOVE_RECURSE "${WORK_DIR}")
set(configure "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/consumer" -B "${WORK_DIR}/build"
    "-DCMAKE_CXX_COMPILER=${COMPILER}")
if(WAY STREQUAL "add_subdirectory")
    list(APPEND configure "-DSTOA_SOURCE_DIR=${SOURCE_DIR}")
else()
    must_run("${CMAKE_COMMAND}" --install "${BINARY_DIR}" --prefix "${WORK_DIR}/prefix")
    list(APPEND configure "-DCMAKE_PREFIX_PATH=${WORK_DIR}/prefix")
endif()

if(WAY STREQUAL "missing_component")
    run(${configure} -DSTOA_COMPONENTS=punchcards)
    if(result EQUAL 0)
        message(FATAL_ERROR "find_package accepted the component punchcards.")
    endif()
    string(FIND "${output}" "stoa component 'punchcards': stoa has no such component." place)
    if(place EQUAL -1)
        message(FATAL_ERROR "The message does not tell what is wrong:\n${output}")
    endif()
    return()
endif()

must_run(${configure} "-DSTOA_COMPONENTS=${COMPONENTS}")
must_run("${CMAKE_COMMAND}" --build "${WORK_DIR}/build")
must_run("${WORK_DIR}/build/consumer")

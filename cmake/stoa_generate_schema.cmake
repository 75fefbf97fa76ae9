# stoa_generate_schema(TARGET name HEADER models.hpp SCHEMA app::library DIALECTS dialect... OUTPUT_DIR dir
#                      [LINK_LIBRARIES target...])
#
# While building, writes what can be written about the stoa::schema that the header defines, into OUTPUT_DIR:
#   <name>.<dialect>.sql and <name>.<dialect>.drop.sql   for each dialect (sqlite, postgres): creates and drops the tables
#   <name>.schema.json                                   the definitions, see docs/schema_json.md
#   <name>.mmd, <name>.dot                               a diagram for Mermaid and for Graphviz
#   <name>.svg                                           the diagram, where Graphviz's dot was found; STOA_GRAPHVIZ_DOT=OFF: none
#   <name>.md                                            a data dictionary
# The target <name> is part of ALL. It compiles a program that includes the header and runs it, again only when the
# header or what it includes has changed; files whose text stays the same are not touched. LINK_LIBRARIES are targets that
# the header needs. Relative paths begin in the current source directory (HEADER) and binary directory (OUTPUT_DIR).

include_guard(GLOBAL)

function(stoa_generate_schema)
    set(dialects sqlite postgres)
    set(one_value TARGET HEADER SCHEMA OUTPUT_DIR)
    set(many_values DIALECTS LINK_LIBRARIES)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "${one_value}" "${many_values}")
    set(usage "stoa_generate_schema(TARGET name HEADER models.hpp SCHEMA app::library DIALECTS sqlite postgres OUTPUT_DIR dir \
[LINK_LIBRARIES target...])")
    if(DEFINED arg_UNPARSED_ARGUMENTS)
        list(JOIN arg_UNPARSED_ARGUMENTS " " unknown)
        message(FATAL_ERROR "stoa_generate_schema: unknown argument: ${unknown}. Usage: ${usage}")
    endif()
    foreach(needed IN LISTS one_value ITEMS DIALECTS)
        if(NOT arg_${needed})
            message(FATAL_ERROR "stoa_generate_schema: ${needed} is missing. Usage: ${usage}")
        endif()
    endforeach()
    if(TARGET "${arg_TARGET}")
        message(FATAL_ERROR "stoa_generate_schema: there is a target ${arg_TARGET} already. Choose another TARGET.")
    endif()
    if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
        message(FATAL_ERROR "stoa_generate_schema: the program that writes ${arg_TARGET} is built for "
            "${CMAKE_SYSTEM_NAME} ${CMAKE_SYSTEM_PROCESSOR} and cannot run here. Set CMAKE_CROSSCOMPILING_EMULATOR to a "
            "program that runs it, such as qemu-aarch64 -L <sysroot>, or generate the files in a build for this machine.")
    endif()

    # cmake_path leaves absolute paths as they are.
    set(header "${arg_HEADER}")
    cmake_path(ABSOLUTE_PATH header BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    get_source_file_property(is_generated "${header}" GENERATED)
    if(NOT EXISTS "${header}" AND NOT is_generated)
        message(FATAL_ERROR "stoa_generate_schema: HEADER ${header} does not exist.")
    endif()
    set(directory "${arg_OUTPUT_DIR}")
    cmake_path(ABSOLUTE_PATH directory BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)

    set(target "${arg_TARGET}")
    set(schema "${arg_SCHEMA}")
    set(stem "${directory}/${target}")
    set(outputs "")
    set(dialect_types "")
    list(REMOVE_DUPLICATES arg_DIALECTS)
    foreach(dialect IN LISTS arg_DIALECTS)
        if(NOT dialect IN_LIST dialects)
            list(JOIN dialects ", " known)
            message(FATAL_ERROR "stoa_generate_schema: there is no dialect ${dialect}. There are: ${known}.")
        endif()
        string(APPEND dialect_types ", stoa::dialect::${dialect}")
        list(APPEND outputs "${stem}.${dialect}.sql" "${stem}.${dialect}.drop.sql")
    endforeach()
    list(APPEND outputs "${stem}.schema.json" "${stem}.mmd" "${stem}.dot" "${stem}.md")

    set(generator "${target}_generator")
    set(work_dir "${CMAKE_CURRENT_BINARY_DIR}/${generator}")
    configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/stoa_generate_schema_main.cpp.in" "${work_dir}/main.cpp" @ONLY)
    add_executable(${generator} EXCLUDE_FROM_ALL "${work_dir}/main.cpp")
    target_link_libraries(${generator} PRIVATE stoa::stoa ${arg_LINK_LIBRARIES})
    set_target_properties(${generator} PROPERTIES
        CXX_EXTENSIONS OFF
        RUNTIME_OUTPUT_DIRECTORY "${work_dir}")

    # The stamp is what is newer than the program after a run; files that stay the same are not.
    set(stamp "${work_dir}/written")
    add_custom_command(OUTPUT "${stamp}" ${outputs}
        COMMAND ${generator} "${target}" "${directory}"
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        DEPENDS ${generator}
        COMMENT "Writing schema ${target}"
        VERBATIM)

    if(NOT DEFINED STOA_GRAPHVIZ_DOT OR STOA_GRAPHVIZ_DOT MATCHES "-NOTFOUND$")
        find_program(STOA_GRAPHVIZ_DOT dot
            DOC "Graphviz's dot, which draws the diagrams of stoa_generate_schema; OFF: no pictures")
        mark_as_advanced(STOA_GRAPHVIZ_DOT)
    endif()
    set(pictures "")
    if(STOA_GRAPHVIZ_DOT)
        set(pictures "${stem}.svg")
        add_custom_command(OUTPUT "${pictures}"
            COMMAND "${STOA_GRAPHVIZ_DOT}" -Tsvg -o "${pictures}" "${stem}.dot"
            DEPENDS "${stem}.dot"
            COMMENT "Drawing schema ${target}"
            VERBATIM)
    endif()
    add_custom_target(${target} ALL DEPENDS "${stamp}" ${outputs} ${pictures})
endfunction()

# What stoa's own tests, examples and benchmarks are built with. Nothing here reaches a project that uses stoa.

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/warning_flags.txt" STOA_WARNING_FLAGS)

# stoa_own_target(TARGET): the warnings everything of ours is free of. g++ collects garbage only above 1.5 GB, which is
# more than a source of ours takes: a seventh of the time to compile a test went into that.
function(stoa_own_target target)
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 /permissive- $<$<BOOL:${STOA_WARNINGS_AS_ERRORS}>:/WX>)
    else()
        target_compile_options(${target} PRIVATE ${STOA_WARNING_FLAGS} $<$<BOOL:${STOA_WARNINGS_AS_ERRORS}>:-Werror>
            $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-expand=400> $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=1500000>)
    endif()
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()

# stoa_link_drivers(TARGET): every driver there is, and STOA_WITH_SQLITE or STOA_WITH_POSTGRES to tell which.
function(stoa_link_drivers target)
    foreach(driver IN ITEMS sqlite postgres)
        if(TARGET stoa::${driver})
            string(TOUPPER "STOA_WITH_${driver}" macro)
            target_link_libraries(${target} PUBLIC stoa::${driver})
            target_compile_definitions(${target} PUBLIC ${macro})
        endif()
    endforeach()
endfunction()

# stoa_library_include_paths(VARIABLE): where the headers of Boost and the client libraries are, as far as the compiler
# does not search there by itself.
function(stoa_library_include_paths variable)
    set(include_paths "")
    foreach(target IN ITEMS Boost::headers SQLite::SQLite3 PostgreSQL::PostgreSQL)
        if(TARGET ${target})
            get_target_property(paths ${target} INTERFACE_INCLUDE_DIRECTORIES)
            list(APPEND include_paths ${paths})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES include_paths)
    list(REMOVE_ITEM include_paths ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES})
    set(${variable} "${include_paths}" PARENT_SCOPE)
endfunction()

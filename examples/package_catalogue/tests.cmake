# Runs the example on its sample, on SQLite and on the PostgreSQL server of STOA_TEST_POSTGRES_URL.

foreach(database IN ITEMS sqlite postgres)
    set(test example.package_catalogue.${database})
    add_test(NAME ${test}
        COMMAND "${PROJECT_SOURCE_DIR}/tests/examples/package_catalogue.sh" $<TARGET_FILE:package_catalogue>
                "${CMAKE_CURRENT_LIST_DIR}" ${database})
    set_tests_properties(${test} PROPERTIES LABELS example SKIP_RETURN_CODE 77)
endforeach()

# SPDX-License-Identifier: Apache-2.0
# One target per folder. A target sees its own folder's headers and those of the targets it links, nothing else:
# each gets an include root of its own that holds a link to that one folder. An include that runs against the
# folders' order does not compile, a call does not link.

# chatcal_library(NAME DIR path/from/root SOURCES ... PUBLIC targets... PRIVATE targets...)
function(chatcal_library name)
    cmake_parse_arguments(arg "" "DIR" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(chatcal_${name} STATIC ${arg_SOURCES})
    add_library(chatcal::${name} ALIAS chatcal_${name})
    chatcal_expose(chatcal_${name} "${arg_DIR}")
    target_link_libraries(chatcal_${name} PUBLIC chatcal::options ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    chatcal_use_pch(chatcal_${name})
endfunction()

# Gives @p target the include root in which only @p dir can be found.
function(chatcal_expose target dir)
    set(root "${CMAKE_BINARY_DIR}/include/${target}")
    get_filename_component(parent "${root}/${dir}" DIRECTORY)
    file(MAKE_DIRECTORY "${parent}")
    file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${dir}" "${root}/${dir}" SYMBOLIC)
    target_include_directories(${target} PUBLIC "${root}")
endfunction()

# The headers every source pays for, parsed once. Not by REUSE_FROM: that names the header by its absolute path too, and
# then ccache finds nothing that another checkout compiled. What stands for the parsed headers in its key is the sum file
# (CCACHE_PCH_EXTSUM): which headers, which compiler, which options.
function(chatcal_use_pch target)
    if(NOT CHATCAL_PCH OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        return()
    endif()
    set(headers
        <QByteArray> <QCoreApplication> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QPointer>
        <QRegularExpression> <QString> <QTcpSocket> <QTimer>
        <QCoroCore> <QCoroTask> <QCoroNetwork> <date/date.h> <date/tz.h> <tl/expected.hpp>
        <algorithm> <chrono> <functional> <memory> <optional> <stop_token> <string> <variant> <vector>)
    set(pch "${CMAKE_BINARY_DIR}/core/base/CMakeFiles/chatcal_pch.dir/cmake_pch.hxx.pch")
    if(NOT TARGET chatcal_pch)
        add_library(chatcal_pch OBJECT "${CMAKE_SOURCE_DIR}/cmake/pch.cpp")
        # Not from ccache: it holds this checkout's paths.
        set_target_properties(chatcal_pch PROPERTIES AUTOMOC OFF CXX_COMPILER_LAUNCHER "")
        target_link_libraries(chatcal_pch PRIVATE chatcal::options Qt6::Core Qt6::Network QCoro6::Core QCoro6::Network
            tl::expected date::date date::date-tz)
        target_precompile_headers(chatcal_pch PRIVATE ${headers})
        string(JOIN " " what ${headers} ${CMAKE_CXX_COMPILER_VERSION} ${Qt6_VERSION} ${CMAKE_BUILD_TYPE}
            ${CMAKE_CXX_FLAGS_DEBUG} ${CMAKE_CXX_FLAGS_RELEASE} ${CHATCAL_SANITIZE} ${CHATCAL_FUZZ})
        string(SHA256 sum "${what}")
        file(WRITE "${pch}.sum" "${sum}")
    endif()
    # Each object waits for the file; a dependency between the targets would order their links alone.
    get_target_property(sources ${target} SOURCES)
    set_property(SOURCE ${sources} "${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp"
        APPEND PROPERTY OBJECT_DEPENDS "${pch}")
    # Not COMPILE_OPTIONS: the object libraries of a target's resources take those over, and are built before the header.
    set_property(TARGET ${target} APPEND_STRING PROPERTY COMPILE_FLAGS " -Xclang -include-pch -Xclang \"${pch}\"")
endfunction()

# chatcal_test(NAME SOURCES ... LINK targets... LABELS labels... [ENVIRONMENT ...] [TIMEOUT seconds])
# One GoogleTest program; CTest sees each of its cases under the program's name.
function(chatcal_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE chatcal::options ${arg_LINK} chatcal::test_support GTest::gmock)
    chatcal_use_pch(${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set(labels ${arg_LABELS})
    if(NOT labels)
        set(labels unit)
    endif()
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;${arg_ENVIRONMENT}")
endfunction()

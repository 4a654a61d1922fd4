# SPDX-License-Identifier: Apache-2.0
# The compiler, and the one set of options every target is built with.

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    message(FATAL_ERROR "GCC ${CMAKE_CXX_COMPILER_VERSION} miscompiles coroutines without a warning. "
        "Use Clang 16: cmake --preset dev, or -DCMAKE_CXX_COMPILER=clang++-16.")
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(CHATCAL_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(CHATCAL_FUZZ "Build the libFuzzer programs; with CHATCAL_SANITIZE" OFF)
option(CHATCAL_TRAIN "Build chatcal-train, which makes the models of resources/understanding" OFF)
option(CHATCAL_PCH "Use precompiled headers" ON)
option(CHATCAL_WERROR "Treat warnings as errors" OFF)

add_library(chatcal_options INTERFACE)
add_library(chatcal::options ALIAS chatcal_options)
target_compile_options(chatcal_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -fPIC
    $<$<BOOL:${CHATCAL_WERROR}>:-Werror>)
# -fno-pch-timestamp lets ccache reuse objects built against the precompiled header.
if(CHATCAL_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(chatcal_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
target_compile_definitions(chatcal_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH)
if(CHATCAL_FUZZ)
    target_compile_options(chatcal_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(chatcal_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CHATCAL_SANITIZE)
    target_compile_options(chatcal_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(chatcal_options INTERFACE -fsanitize=address,undefined)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    find_program(CHATCAL_LLD NAMES ld.lld-16 ld.lld)
    if(CHATCAL_LLD)
        target_link_options(chatcal_options INTERFACE "--ld-path=${CHATCAL_LLD}")
    endif()
endif()

find_program(CHATCAL_CCACHE ccache)
if(CHATCAL_CCACHE)
    # BASEDIR and NOHASHDIR let two checkouts share one cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 "${CHATCAL_CCACHE}")
endif()

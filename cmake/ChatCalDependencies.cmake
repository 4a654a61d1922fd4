# SPDX-License-Identifier: Apache-2.0
# Every dependency with its version floor and its purpose. All are in Debian 12.
find_package(PkgConfig REQUIRED)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql LinguistTools)
set_package_properties(Qt6 PROPERTIES TYPE REQUIRED PURPOSE "event loop, sockets, SQLite driver, translations")
find_package(QCoro6 0.8 REQUIRED COMPONENTS Coro Core Network)
set_package_properties(QCoro6 PROPERTIES TYPE REQUIRED PURPOSE "coroutines on the Qt loop")
find_package(tl-expected REQUIRED)
set_package_properties(tl-expected PROPERTIES TYPE REQUIRED PURPOSE "Result<T>")
find_package(date 3.0 REQUIRED)
set_package_properties(date PROPERTIES TYPE REQUIRED PURPOSE "time zones with honest gaps and overlaps")
find_package(CURL 7.88 REQUIRED)
set_package_properties(CURL PROPERTIES TYPE REQUIRED PURPOSE "HTTP client")
find_package(LibIcal 3.0 REQUIRED)
set_package_properties(LibIcal PROPERTIES TYPE REQUIRED PURPOSE "iCalendar and recurrence rules")
find_package(cmark 0.30 REQUIRED)
set_package_properties(cmark PROPERTIES TYPE REQUIRED PURPOSE "Markdown to safe HTML")
find_package(Boost 1.74 REQUIRED)
set_package_properties(Boost PROPERTIES TYPE REQUIRED PURPOSE "Beast's HTTP parser")
find_package(prometheus-cpp REQUIRED COMPONENTS core)
set_package_properties(prometheus-cpp PROPERTIES TYPE REQUIRED PURPOSE "metrics")
find_package(Qt6Keychain 0.13 REQUIRED)
set_package_properties(Qt6Keychain PROPERTIES TYPE REQUIRED PURPOSE "the desktop's secrets")
pkg_check_modules(hiredis REQUIRED IMPORTED_TARGET hiredis>=0.14) # the codec of RedisStore
pkg_check_modules(libsodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(rapidjson REQUIRED IMPORTED_TARGET RapidJSON) # writes what each turn stores and answers

if(CHATCAL_BUILD_DESKTOP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets WebEngineWidgets WebChannel Svg DBus)
endif()
if(CHATCAL_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    find_package(GTest REQUIRED)
    find_package(benchmark REQUIRED)
    if(CHATCAL_BUILD_DESKTOP)
        pkg_check_modules(xcb_keysyms REQUIRED IMPORTED_TARGET xcb xcb-keysyms) # global shortcut and tray on X11
        pkg_check_modules(xcb REQUIRED IMPORTED_TARGET xcb) # the start-up benchmark watches windows
    endif()
endif()

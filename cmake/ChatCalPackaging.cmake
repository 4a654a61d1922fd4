# SPDX-License-Identifier: Apache-2.0
# What is installed beside the programs, and two Debian packages by CPack: chatcal-server, and chatcal (the desktop),
# which depends on it. `./dev package` makes them, tests/packaging installs them in a clean Debian root.

set(packaging "${CMAKE_CURRENT_SOURCE_DIR}/packaging")

# gzip without its time stamp: the same sources give the same package.
function(chatcal_install_gzipped component file destination)
    cmake_parse_arguments(arg "" "RENAME" "" ${ARGN})
    if(NOT arg_RENAME)
        get_filename_component(arg_RENAME "${file}" NAME)
    endif()
    set(packed "${CMAKE_BINARY_DIR}/packaging/${component}/${arg_RENAME}.gz")
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/packaging/${component}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    execute_process(COMMAND gzip -9nc "${file}" OUTPUT_FILE "${packed}" COMMAND_ERROR_IS_FATAL ANY)
    install(FILES "${packed}" DESTINATION "${destination}" COMPONENT ${component})
endfunction()

function(chatcal_install_papers component package)
    set(doc "share/doc/${package}")
    install(FILES "${packaging}/deb/copyright" DESTINATION "${doc}" COMPONENT ${component})
    chatcal_install_gzipped(${component} "${CMAKE_CURRENT_SOURCE_DIR}/CHANGELOG.md" "${doc}" RENAME changelog)
    chatcal_install_gzipped(${component} "${packaging}/deb/changelog" "${doc}" RENAME changelog.Debian)
    install(FILES "${packaging}/deb/${package}.lintian-overrides"
        DESTINATION share/lintian/overrides RENAME ${package} COMPONENT ${component})
endfunction()

set(server_doc share/doc/chatcal-server)
chatcal_install_papers(server chatcal-server)
chatcal_install_gzipped(server "${packaging}/man/chatcal-server.1" share/man/man1)
chatcal_install_gzipped(server "${packaging}/man/chatcal-cli.1" share/man/man1)
chatcal_install_gzipped(server "${CMAKE_CURRENT_SOURCE_DIR}/docs/operations.md" "${server_doc}")
install(FILES "${packaging}/systemd/chatcal.service" DESTINATION lib/systemd/system COMPONENT server)
install(FILES "${packaging}/chatcal.env.example" DESTINATION share/chatcal RENAME chatcal.env COMPONENT server)
install(DIRECTORY "${packaging}/nginx" "${packaging}/prometheus"
    DESTINATION "${server_doc}/examples" COMPONENT server FILES_MATCHING PATTERN "*.conf" PATTERN "*.yaml")
install(FILES "${CMAKE_CURRENT_SOURCE_DIR}/resources/web/vendor/rapidoc/LICENSE.txt"
    DESTINATION "${server_doc}/vendor" RENAME rapidoc COMPONENT server)
install(FILES "${CMAKE_CURRENT_SOURCE_DIR}/resources/web/vendor/rapidoc/rapidoc-min.js.LICENSE.txt"
    DESTINATION "${server_doc}/vendor" RENAME rapidoc-parts COMPONENT server)
set(CPACK_COMPONENTS_ALL server)

if(CHATCAL_BUILD_DESKTOP)
    chatcal_install_papers(desktop chatcal)
    chatcal_install_gzipped(desktop "${packaging}/man/chatcal.1" share/man/man1)
    install(FILES "${packaging}/chatcal.desktop" DESTINATION share/applications COMPONENT desktop)
    foreach(icon IN ITEMS scalable/apps/chatcal.svg symbolic/apps/chatcal-symbolic.svg)
        get_filename_component(folder "${icon}" DIRECTORY)
        get_filename_component(name "${icon}" NAME)
        install(FILES "${CMAKE_CURRENT_SOURCE_DIR}/resources/icons/${name}"
            DESTINATION "share/icons/hicolor/${folder}" COMPONENT desktop)
    endforeach()
    list(APPEND CPACK_COMPONENTS_ALL desktop)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME chatcal)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_CONTACT "ChatCal maintainers <maintainers@chatcal.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME chatcal-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
# Loaded at run time, or data: dpkg-shlibdeps does not see them.
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, ca-certificates, init-system-helpers (>= 1.65), libqt6sql6-sqlite, tzdata")
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "redis-server")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "nginx, prometheus")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${packaging}/deb/postinst;${packaging}/deb/prerm;${packaging}/deb/postrm")
set(CPACK_COMPONENT_SERVER_DESCRIPTION "scheduling assistant over HTTP
Guests and teammates book, move and find meetings by talking to it: a chat
widget for web pages, an HTTP API and a command line over one calendar. It
runs by itself on SQLite, a local calendar and an offline dialogue engine;
Redis, Google Calendar, CalDAV, SMTP, Groq, Anthropic and compatible models
are added by configuration.

The service chatcal.service is not enabled by the installation.")

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME chatcal)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION gnome)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS
    "chatcal-server (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}), libsecret-1-0, qt6-translations-l10n")
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "scheduling assistant for the desktop
The agenda beside a chat that books, moves and finds meetings in plain words,
and quick booking from the system tray that shows conflicts before anything
is booked. It runs a server of its own, or talks to a team's.")
include(CPack)

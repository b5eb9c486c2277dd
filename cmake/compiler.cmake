# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# One language level, one set of warnings and defines for every target of the project.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# -O1: tests move 100 MB files; -g1: line numbers are enough and the links stay short.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")

find_program(BATCHDESK_CCACHE ccache)
if(BATCHDESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The first two let ccache work with precompiled headers, the last shares hits between folders.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${BATCHDESK_CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

find_program(BATCHDESK_MOLD mold)
if(BATCHDESK_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options(
    -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    # Fields of aggregates that are not named have their defaults on purpose.
    -Wno-missing-field-initializers)
if(BATCHDESK_WERROR)
    add_compile_options(-Werror)
endif()

add_compile_definitions(
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_NO_FOREACH QT_NO_KEYWORDS)

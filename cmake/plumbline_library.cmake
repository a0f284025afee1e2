# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later

# plumbline_library(NAME SOURCES … USES … PRIVATE …)
# One static library per row of the include table (docs/architecture.md). USES names the libraries
# whose headers it may include, PRIVATE what hides inside its .cpp files. All core libraries share
# the precompiled header of plumbline_base, which is what keeps a two-core build quick.
function(plumbline_library name)
    cmake_parse_arguments(ARG "" "INCLUDE_ROOT;PCH_FROM" "SOURCES;USES;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC plumbline_flags ${ARG_USES} PRIVATE ${ARG_PRIVATE})
    target_include_directories(${name} PUBLIC ${ARG_INCLUDE_ROOT})
    if(ARG_PCH_FROM AND NOT ARG_PCH_FROM STREQUAL name)
        target_precompile_headers(${name} REUSE_FROM ${ARG_PCH_FROM})
    endif()
endfunction()

function(plumbline_core_library name)
    plumbline_library(${name} INCLUDE_ROOT ${PROJECT_SOURCE_DIR}/core
        PCH_FROM plumbline_base ${ARGN})
endfunction()

# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later

# One interface target that every target of ours links: warnings, sanitizers, Qt strictness.
add_library(plumbline_flags INTERFACE)
target_compile_definitions(plumbline_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_UP_TO=0x060800)
target_compile_options(plumbline_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(PLUMBLINE_WERROR)
    target_compile_options(plumbline_flags INTERFACE -Werror)
endif()
if(PLUMBLINE_SANITIZE)
    target_compile_options(plumbline_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(plumbline_flags INTERFACE -fsanitize=address,undefined)
endif()
if(PLUMBLINE_FUZZ)
    target_compile_options(plumbline_flags INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
    target_link_options(plumbline_flags INTERFACE -fsanitize=address,undefined)
endif()

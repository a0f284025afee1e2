// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing but the resources is in this library; a static library wants one source file.
namespace plumbline {
extern const char translationsPrefix[];
const char translationsPrefix[] = ":/i18n";
} // namespace plumbline

# SPDX-FileCopyrightText: 2026 Plumbline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the LAB_ variables of its environment as one JSON object of strings."""
import json
import os

lab = {name: value for name, value in os.environ.items() if name.startswith("LAB_")}
print(json.dumps(lab, indent=2, sort_keys=True))

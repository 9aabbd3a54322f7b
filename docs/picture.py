r"""Draw what a command prints as an SVG: python docs/picture.py FILE.svg COMMAND…

The picture in README.md is drawn after `make demo` by:
    python docs/picture.py docs/show.svg .venv/bin/elchi --register build/demo.db show \
        2025-03-12-bishkek-japarov-rakhmon-agreement
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text


def main() -> None:
    """Run the command 80 columns wide and draw what it prints."""
    file, *command = sys.argv[1:]
    settings = {**os.environ, "COLUMNS": "80", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    printed = subprocess.run(command, env=settings, capture_output=True, text=True, check=True).stdout  # noqa: S603
    console = Console(record=True, width=80, file=io.StringIO())
    console.print(Text.from_ansi(printed.rstrip()))
    drawn = console.export_svg(title="elchi show", unique_id="elchi", theme=SVG_EXPORT_THEME)
    # The fonts that rich names would be fetched from another server.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"<!--.*?-->", "", drawn, flags=re.DOTALL)
    Path(file).write_text(drawn.replace("Fira Code", "DejaVu Sans Mono"), "utf-8")


main()

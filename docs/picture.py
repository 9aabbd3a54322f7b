r"""Draw what a command prints as an SVG: python docs/picture.py FILE.svg TITLE LINES COMMAND…

The picture in README.md is drawn by:
    python docs/picture.py docs/timeline.svg 'elchi timeline Kazakhstan' 60 \
        .venv/bin/elchi timeline Kazakhstan --register build/demo.db
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text


def main() -> None:
    """Run the command 80 columns wide and draw the first lines of what it prints."""
    file, title, lines, *command = sys.argv[1:]
    settings = {**os.environ, "COLUMNS": "80", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    printed = subprocess.run(command, env=settings, capture_output=True, text=True, check=True).stdout  # noqa: S603
    console = Console(record=True, width=80, file=io.StringIO())
    console.print(Text.from_ansi("\n".join(printed.splitlines()[: int(lines)])))
    Path(file).write_text(console.export_svg(title=title), "utf-8")


main()

"""A language pack gone through from end to end: form, patterns, dates, furniture, examples."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from elchi.checking import examples
from elchi.checking.finding import Finding
from elchi.checking.patterns import check_coverage, check_matching, check_written
from elchi.checking.tables import GROUPS, PACK, check_groups, check_pack, read
from elchi.dates import pack as dates
from elchi.dates.lexicon import build
from elchi.languages import PackError, load
from elchi.languages.lines import entry_lines, written
from elchi.languages.pack import lend
from elchi.reading import phrasebook
from elchi.vocabulary import LANGUAGES

PACKS: Final = dates.LANGUAGES
"""The folder of the packs that come with the package."""

FURNITURE: Final = "furniture.toml"


def check(folder: Path, sentences: Path | None = None) -> list[Finding]:
    """All that is wrong with the pack in a folder, the faults of its form first.

    `sentences` is its file of examples, else `examples.toml` in the folder, if there is one. Patterns and examples are
    tried only on a pack that can be read.
    """
    found = list(_form(folder))
    if not any(finding.fault for finding in found):
        found += _at_work(folder, sentences or folder / examples.FILE)
    return found


def _form(folder: Path) -> Iterator[Finding]:
    table, faults = read(folder, PACK)
    yield from faults
    if table is not None:
        yield from check_pack(folder, table)
    based = table is not None and "base" in table
    for file in GROUPS:
        if based and not (folder / file).is_file():
            continue  # a second script has its base's lexicons
        lexicon, faults = read(folder, file)
        yield from faults
        if lexicon is not None:
            yield from check_groups(folder, file, lexicon)
    yield from check_written(folder)
    yield from _dates(folder)
    yield from _furniture(folder)
    known = {PACK, *GROUPS, dates.FILE, FURNITURE, examples.FILE}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        if path.suffix == ".toml" and path.name not in known:
            reason, advice = "is no file of a pack: nothing reads it", f"A pack has {', '.join(sorted(known))}."
            yield Finding(path.name, "the file", reason, advice, fault=False)


def _dates(folder: Path) -> Iterator[Finding]:
    """The first thing wrong with the dates: they are compiled as a whole."""
    try:
        if not (folder / dates.FILE).is_file():
            yield Finding(dates.FILE, "the file", "is missing", "Write it: docs/dates.md says what is in it.")
            return
        data, faults = read(folder, dates.FILE)
        yield from faults
        if data is not None:
            beside = folder.parent if (folder.parent / str(data.get("extends", folder.name))).is_dir() else PACKS
            whole = dates._extended(dates.FILE, dict(data), beside) if "extends" in data else data
            build(dates.parse(folder.name, dates.FILE, whole))
    except dates.PackError as error:
        line = _line(folder / dates.FILE, error.key, error.reason)
        yield Finding(dates.FILE, error.key, error.reason, "docs/dates.md explains every table.", line)


def _furniture(folder: Path) -> Iterator[Finding]:
    """The first thing wrong with the furniture in each of its tables."""
    data, faults = read(folder, FURNITURE)
    yield from faults
    if data is None:
        return
    for name in data:
        if name not in phrasebook._SECTIONS:
            advice = f"Choose of {', '.join(phrasebook._SECTIONS)}."
            yield Finding(
                FURNITURE, name, "is no table of this file", advice, entry_lines(folder / FURNITURE).get(name)
            )
    steps = (
        lambda: phrasebook._phrases(FURNITURE, data),
        lambda: phrasebook._table(FURNITURE, data, "words", phrasebook.WORD_LISTS),
        lambda: phrasebook._months(FURNITURE, data),
        lambda: phrasebook._table(FURNITURE, data, "telling", ("letters", "words")),
    )
    for step in steps:
        try:
            step()
        except PackError as error:
            _, key, reason = str(error).split(": ", 2)
            line = _line(folder / FURNITURE, key, reason)
            yield Finding(FURNITURE, key, reason, "docs/adding-a-language.md has a row for every list.", line)


def _line(file: Path, key: str, reason: str) -> int | None:
    """The line of a string that the reason quotes, else of the key."""
    for one in written(file):
        if len(one.text) > 2 and (f"`{one.text}`" in reason or repr(one.text) in reason):
            return one.line
    last = key.partition("[")[0].rpartition(".")[2]
    return entry_lines(file).get(last) if file.is_file() else None


def _at_work(folder: Path, sentences: Path) -> Iterator[Finding]:
    try:
        tag = folder.name if folder == PACKS / folder.name and folder.name in LANGUAGES else lend(folder)
        pack = load(tag)
    except PackError as error:
        yield Finding(PACK, "the pack", str(error), "docs/adding-a-language.md explains every key.")
        return
    yield from check_matching(folder, tag, pack)
    yield from check_coverage(pack)
    if sentences.is_file():
        try:
            table = tomllib.loads(sentences.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield Finding(examples.FILE, "the file", f"is not TOML: {error}", "Mend it.")
        else:
            yield from examples.check_examples(sentences, tag, pack, table)

"""Elchi beside event coders, on sentences that others annotated: python benchmarks/peers.py [FOLDER] [--errors N].

FOLDER holds the PLOVER gold records and PETRARCH2's unit tests (default: `../shared/corpora` beside the repository).
docs/peers.md says what is counted and how to read it. `--json` prints the figures for programs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import peers_petrarch
import peers_plover
from peers_pairs import Reading, readings

FOLDER: Final = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
WIDTH: Final = 80
MEASURES: Final = ("engaged", "told", "named")
LEGEND: Final = (
    "engaged: both countries are sides of one engagement. told: or one speaks, and its words name the other. "
    "named: or both stand somewhere in the records. kind: how many are engaged in an event of the type annotated."
)
CODES: Final = {"03": "consult", "04": "endorse", "05": "promise", "06": "grant", "08": "agree"}
"""The cooperative codes of PETRARCH2's tests."""
OF_KIND: Final = {"AGREE": "AGREE", "CONSULT": "CONSULT", "COOPERATE": "COOPERATE", "03": "CONSULT", "08": "AGREE"}
"""Group -> the PLOVER type that `vocabulary.KINDS` has for engagements like its own; the others have none."""
HOSTILE: Final = tuple(f"{code:02}" for code in range(9, 23))

Row = dict[str, float]


def pairs(found: Iterable[Reading], groups: Sequence[str]) -> dict[str, Row]:
    """For each group, and for `all`: sentences with two countries, and in how many of them our records join two."""
    out: dict[str, Row] = {}
    rows = [reading for reading in found if reading.sentence.group in groups and reading.sentence.pairs]
    for group in (*groups, "all"):
        mine = [r for r in rows if group in ("all", r.sentence.group)]
        out[group] = {"sentences": len(mine)}
        out[group] |= {measure: sum(bool(getattr(r, measure)) for r in mine) for measure in MEASURES}
        out[group]["kind"] = sum(OF_KIND.get(r.sentence.group) in r.kinds for r in mine)
    return out


def held(found: Iterable[Reading], groups: Sequence[str]) -> Row:
    """Of the sentences of these groups: how many give a held meeting, any held engagement, any engagement."""
    rows = [reading for reading in found if reading.sentence.group in groups]
    return {
        "sentences": len(rows),
        "held meeting": sum(any(e.kind == "meeting" for e in r.held) for r in rows),
        "held engagement": sum(bool(r.held) for r in rows),
        "any engagement": sum(bool(r.records.engagements) for r in rows),
    }


def plover(folder: Path) -> tuple[dict[str, Mapping[str, Row]], list[Reading]]:
    """The tables of the PLOVER gold records, and what was read."""
    found = readings(peers_plover.sentences(folder / peers_plover.FILE))
    joined = pairs(found, peers_plover.COOPERATIVE)
    return {"pairs": joined, "apart": {"conflict": held(found, peers_plover.CONFLICT)}}, found


def petrarch(folder: Path) -> tuple[dict[str, Mapping[str, Row]], list[Reading]]:
    """The tables of PETRARCH2's unit tests, read with their actors as a user's gazetteer, and what was read."""
    actors = folder / peers_petrarch.ACTORS
    tests = peers_petrarch.sentences(folder / peers_petrarch.SENTENCES, peers_petrarch.countries(actors))
    with tempfile.TemporaryDirectory() as made:
        mine = Path(made) / "actors.toml"
        mine.write_text(peers_petrarch.gazetteer(actors), "utf-8")
        found = readings(tests, mine)
    empty = {"no event": held(found, ["noevents"]), "conflict": held(found, HOSTILE)}
    return {"pairs": pairs(found, tuple(CODES)), "apart": empty}, found


def missed(found: Iterable[Reading], groups: Sequence[str], most: int) -> str:
    """The sentences of two countries that no engagement joins, with what was read of each."""
    rows = [r for r in found if r.sentence.group in groups and r.sentence.pairs and not r.engaged]
    return "\n".join(_told(r, "/".join(sorted({"–".join(sorted(p)) for p in r.sentence.pairs}))) for r in rows[:most])


def spurious(found: Iterable[Reading], groups: Sequence[str], most: int) -> str:
    """The sentences of these groups that give a held engagement."""
    rows = [r for r in found if r.sentence.group in groups and r.held]
    return "\n".join(_told(r, "held") for r in rows[:most])


def _told(reading: Reading, what: str) -> str:
    words = textwrap.fill(f"{reading.sentence.id} [{what}] {reading.sentence.text}", WIDTH, subsequent_indent="  ")
    lines = [
        f"{e.status} {e.kind}: {', '.join(str(p.party) for p in e.participants) or 'no sides'} ({e.rule})"
        for e in reading.records.engagements
    ]
    names = {p.id: p for p in reading.records.people}
    for said in reading.records.statements:
        speaker = names[said.speaker].of if said.speaker in names else said.speaker
        lines.append(f"{speaker or 'somebody'} speaks ({said.act})")
    cut = [textwrap.shorten(line, WIDTH - 4, placeholder=" …") for line in lines or ["nothing read"]]
    return "\n".join([words, *(f"    {line}" for line in cut)])


def table(title: str, rows: Mapping[str, Row], names: Mapping[str, str]) -> str:
    """A table of 80 columns: counts, and the share of the sentences for each measure."""
    out = [f"{title:<24}{'sentences':>10}" + "".join(f"{measure:>13}" for measure in MEASURES) + f"{'kind':>7}"]
    for group, row in rows.items():
        total = row["sentences"]
        cells = "".join(f"{_share(row[measure], total):>13}" for measure in MEASURES)
        kind = f"{row['kind']:.0f}" if group == "all" or group in OF_KIND else "–"
        out.append(f"{names.get(group, group):<24}{total:>10.0f}{cells}{kind:>7}")
    return "\n".join(out)


def apart(rows: Mapping[str, Row]) -> str:
    """A table of what should be empty."""
    out = [f"{'of which nothing':<24}{'sentences':>10}{'held meeting':>15}{'held, any':>15}{'any':>14}"]
    for group, row in rows.items():
        shares = [_share(row[key], row["sentences"]) for key in ("held meeting", "held engagement", "any engagement")]
        out.append(f"{group:<24}{row['sentences']:>10.0f}{shares[0]:>15}{shares[1]:>15}{shares[2]:>14}")
    return "\n".join(out)


def _share(count: float, total: float) -> str:
    return f"{count:.0f}  {count / total:.3f}" if total else "–"


def main(arguments: Sequence[str]) -> int:
    """The command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="peers.py", description="Elchi on the sentences of two event coders.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where the annotated sentences are")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N sentences of each fault")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args(arguments)
    wanted = (peers_plover.FILE, peers_petrarch.SENTENCES, peers_petrarch.ACTORS)
    missing = [name for name in wanted if not (given.folder / name).is_file()]
    if missing:
        sys.stderr.write(f"peers: not in {given.folder}: {', '.join(missing)}\n")
        sys.stderr.write("peers: docs/peers.md says where they are published; name the folder they are in.\n")
        return 1
    first, told = plover(given.folder)
    second, tested = petrarch(given.folder)
    if given.json:
        print(json.dumps({"plover": first, "petrarch2": second}, indent=1))
        return 0
    names = {code: f"{code} {word}" for code, word in CODES.items()}
    print(table("PLOVER gold records", first["pairs"], {}), apart(first["apart"]), sep="\n\n")
    print("\n" + table("PETRARCH2 unit tests", second["pairs"], names), apart(second["apart"]), sep="\n\n")
    print("\n" + textwrap.fill(LEGEND, WIDTH))
    if given.errors:
        shown = (("PLOVER", told, peers_plover.COOPERATIVE, peers_plover.CONFLICT),
                 ("PETRARCH2", tested, tuple(CODES), (*HOSTILE, "noevents")))  # fmt: skip
        for name, found, joined, empty in shown:
            print(f"\n{name}: two countries, no engagement\n" + missed(found, joined, given.errors))
            print(f"\n{name}: a held engagement where there is none\n" + spurious(found, empty, given.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

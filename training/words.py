"""Make the tagger's tables of words anew: python training/words.py NATASHA-DATA.

NATASHA-DATA is the folder `data` of the installed package natasha (MIT): its lists of Russian given and family names,
and its word vectors navec (MIT). Names in Latin letters are from faker (MIT). Needs numpy, scikit-learn, navec, faker.
The tables hold checksums and numbers, no word (elchi/tagging/tables.py).
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from elchi.extraction.tokens import key
from elchi.tagging.tables import FAMILY, GIVEN, Clusters, Table, checksum, exact, root

PACKAGE = ROOT / "elchi" / "tagging"
GROUPS, WIDE, DIMENSIONS = 1000, 250, 64
"""Groups of words used alike, groups of such groups, and the dimensions in which likeness is told."""


def table(rows: Mapping[int, int], kind: str) -> Table:
    """A table of checksums and numbers."""
    keys = sorted(rows)
    return Table(array("I", keys), array(kind, [rows[k] for k in keys]))


def russian_names(folder: Path) -> Iterator[tuple[str, int]]:
    """Given and family names in lower case, from natasha's lists."""
    for file, flag in (("first", GIVEN), ("last", FAMILY)):
        for line in (folder / "dict" / f"{file}.txt").read_text("utf-8").splitlines():
            yield line.strip().casefold(), flag


def names(folder: Path) -> Table:
    """Names in Cyrillic letters by their roots, in Latin letters as they are; Uzbek ones by their roots too."""
    rows: dict[int, int] = {}

    def add(number: int, flag: int) -> None:
        rows[number] = rows.get(number, 0) | flag

    for name, flag in russian_names(folder):
        if len(root(name)) >= 2:
            add(checksum(root(name)), flag)
        latin = root(key(name, "uz-Cyrl"))
        if len(latin) >= 2:
            add(checksum(latin), flag)
    for name, flag in latin_names():
        for word in name.split():
            add(exact(key(word, "en")), flag)
            if len(root(key(word, "uz-Latn"))) >= 3:
                add(checksum(root(key(word, "uz-Latn"))), flag)
    return table(rows, "B")


def latin_names() -> Iterator[tuple[str, int]]:
    """Names in Latin letters of all the countries that faker knows."""
    providers = importlib.import_module("faker.providers.person")
    for found in sorted(m.name for m in pkgutil.iter_modules(providers.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{found}").Provider
        for attribute in sorted(vars(provider)):
            flag = GIVEN if attribute.startswith("first_name") else FAMILY if attribute.startswith("last_name") else 0
            listed = vars(provider)[attribute]
            if flag and isinstance(listed, Iterable):
                for name in listed:
                    if isinstance(name, str) and re.fullmatch(r"[A-Za-zÀ-ɏʻʼ’' -]+", name):
                        yield name, flag


def clusters(folder: Path) -> Clusters:
    """Words of Russian news that stand among the same words, grouped by k-means over navec's vectors."""
    import numpy as np
    from navec import Navec  # type: ignore[import-not-found]
    from sklearn.cluster import KMeans, MiniBatchKMeans  # type: ignore[import-untyped]
    from sklearn.decomposition import PCA  # type: ignore[import-untyped]

    navec = Navec.load(next((folder / "emb").glob("navec_news*.tar")))
    words = navec.vocab.words
    vectors = np.stack([navec.pq[at] for at in range(len(words))]).astype(np.float32)
    vectors -= vectors.mean(axis=0)
    vectors = PCA(DIMENSIONS, svd_solver="randomized", random_state=0).fit(vectors[:50_000]).transform(vectors)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    narrow = MiniBatchKMeans(GROUPS, batch_size=5000, n_init=1, max_iter=30, random_state=0).fit(vectors)
    wide = KMeans(WIDE, n_init=1, random_state=0).fit(narrow.cluster_centers_)
    rows: dict[int, int] = {}
    for word, group in zip(words, narrow.predict(vectors), strict=True):
        rows.setdefault(checksum(key(word, "ru")), int(group))
    return Clusters(table(rows, "H"), bytes(int(group) for group in wide.labels_))


def main() -> None:
    """Write both tables."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("natasha", type=Path, help="the folder `data` of the package natasha")
    asked.add_argument("--only", choices=("names", "clusters"), help="make one of the two alone")
    asked.add_argument("--out", type=Path, default=PACKAGE, help="where to write them")
    given = asked.parse_args()
    if given.only != "clusters":
        (given.out / "names.bin").write_bytes(names(given.natasha).dump())
    if given.only != "names":
        (given.out / "clusters.bin").write_bytes(clusters(given.natasha).dump())


if __name__ == "__main__":
    main()

"""Pages through reading and extraction, in this process or in several, always in the order given."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from elchi.records import Records
from elchi.register.errors import RegisterError
from elchi.register.identity import Described, cleaned
from elchi.register.soundness import UnsoundRecordsError, sound
from elchi.vocabulary import LANGUAGES, OTHER_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from elchi.extraction import Extractor
    from elchi.records import Report
    from elchi.sources import Page

Given = TypeVar("Given")
Made = TypeVar("Made")
More = TypeVar("More")
MadeOfMore = TypeVar("MadeOfMore")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one input could not be read."""

    name: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that came in: the page, the report read from it, what is known of it, and what was odd about it."""

    page: Page
    report: Report
    known: Described
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """An arrival with all that it states; `why` is the reason if it is unread, else empty."""

    arrival: Arrival
    records: Records
    why: str


def read(published: str | None, language: str | None, page: Page) -> Arrival | Failure:
    """The page as a report; `published` and `language` are stated by a person and outrank the page's own."""
    from elchi.reading import Unreadable, read_page

    notes: list[str] = []
    try:
        report = cleaned(read_page(page, published=published, language=language, notes=notes))
    except Unreadable as error:
        return Failure(page.name, error.reason, error.advice)
    known = Described(
        source=page.name,
        published=report.published,
        published_stated=published is not None and report.published is not None,
        language=report.language,
        language_stated=language is not None,
        title=report.title,
    )
    return Arrival(page, report, known, tuple(note.removeprefix(f"{page.name}: ") for note in notes))


def extract(extractor: Extractor | None, arrival: Arrival) -> Extracted | Failure:
    """What the report states, by `extractor` or else the built-in one."""
    report = arrival.report
    if report.language == OTHER_LANGUAGE:
        return Extracted(arrival, Records(report), f"its language is none of {', '.join(LANGUAGES)}")
    try:
        records = sound(report, (extractor or _built_in()).extract(report))
    except UnsoundRecordsError as error:
        return Failure(arrival.page.name, f"what was extracted from it is unsound: {error}", _ON_FAULT)
    except Exception as error:
        return Failure(arrival.page.name, f"extraction failed on it ({type(error).__name__}: {error})", _ON_FAULT)
    return Extracted(arrival, records, "")


_ON_FAULT = "this is a fault of the extractor: please report it, with the page"


def _built_in() -> Extractor:
    from elchi.extraction import BuiltinExtractor

    return BuiltinExtractor()


_steps: tuple[Callable[[Any], Any], ...] = ()
"""What a worker process does, by number: sent to it once, for an extractor may be large."""


def _prepare(steps: tuple[Callable[[Any], Any], ...]) -> None:
    global _steps  # noqa: PLW0603  a process has no other place for what it was started with
    _steps = steps
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Workers hold one another's pipes open: when their parent is killed, nothing else tells them."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(number: int, item: object) -> Any:  # noqa: ANN401
    return _steps[number](item)


@contextmanager
def workers(
    jobs: int, one: Callable[[Given], Made], other: Callable[[More], MadeOfMore]
) -> Iterator[tuple[Callable[[Iterable[Given]], Iterator[Made]], Callable[[Iterable[More]], Iterator[MadeOfMore]]]]:
    """Two functions, each over many items and in `jobs` processes; with one job, in this process alone.

    Results come in the order of the items, and few items are taken ahead of them.
    """
    if jobs == 1:
        yield partial(map, one), partial(map, other)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, spawn, _prepare, ((one, other),)) as pool:
        try:
            start = nullcontext if _of_main(one, other) else _main_unseen
            ahead = partial(_map_ahead, start, pool, 4 * jobs)
            yield partial(ahead, 0), partial(ahead, 1)
        except BrokenProcessPool as error:
            raise RegisterError(
                "A process that read reports ended before its time.",
                "What was read so far is kept. Ingest again, with fewer jobs if memory is short.",
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _of_main(*steps: object) -> bool:
    """Whether the caller's own script must be run to make these anew."""
    return b"__main__" in pickle.dumps(steps)


@contextmanager
def _main_unseen() -> Iterator[None]:
    """Within it, a process that is started does not run the caller's script once more.

    Else every script would have to guard itself by `__name__`, and one typed in would fail.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _map_ahead(
    start: Callable[[], AbstractContextManager[None]],
    pool: ProcessPoolExecutor,
    ahead: int,
    number: int,
    items: Iterable[object],
) -> Iterator[Any]:
    waiting: deque[Future[Any]] = deque()
    for item in items:
        with start():
            waiting.append(pool.submit(_do, number, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()

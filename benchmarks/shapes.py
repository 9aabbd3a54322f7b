"""Pages that are hard to read: each shape is a text of about as many characters as asked for, of one trouble."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

RUSSIAN: Final = (
    "Министр иностранных дел Дании Ганс Ольсен 5 марта 2025 года провёл в Осло переговоры с послом Чили Педро Рохасом. "
    "«Мы готовы подписать соглашение и приглашаем коллег в Копенгаген», — сказал он. Стороны обсудили ход визита. "
)
ENGLISH: Final = (
    "Foreign Minister Hans Olsen of Denmark held talks in Oslo with the Ambassador of Chile, Pedro Rojas, on 5 March. "
    "“We are ready to sign the agreement,” he said, and the U.N. Secretary-General welcomed the visit. "
)


def repeated(unit: str) -> Callable[[int], str]:
    """A shape that says one thing over and over."""
    return lambda size: unit * (size // len(unit) + 1)


def shuffled(text: str, joint: str = " ", every: int = 0) -> Callable[[int], str]:
    """A shape of the words of `text` in no order; a line break after `every` words."""
    words = text.split()

    def shape(size: int) -> str:
        chosen = random.Random(size).choices(words, k=size * len(words) // len(text) + 1)  # noqa: S311 - no secret
        if not every:
            return joint.join(chosen)
        return "\n".join(joint.join(chosen[at : at + every]) for at in range(0, len(chosen), every))

    return shape


def people(size: int) -> str:
    """As many people as have room, no two of one name, each with a title and something to say."""
    rows = []
    length = number = 0
    while length < size:
        first, last = (_letters(number * step + number) for step in (7, 3))
        rows.append(f"Посол Чили {first.title()} {last.title()}ов заявил, что встретится с президентом Дании. ")
        length += len(rows[-1])
        number += 1
    return "".join(rows)


def _letters(number: int) -> str:
    letters = "абвгдежзиклмнопрстуф"
    out = ""
    for _ in range(5):
        number, at = divmod(number, len(letters))
        out += letters[at]
    return out


SHAPES: Final[dict[str, Callable[[int], str]]] = {
    "one line, Russian": shuffled(RUSSIAN),
    "lines, Russian": shuffled(RUSSIAN, every=9),
    "lines, English": shuffled(ENGLISH, every=12),
    "different people": people,
    "one story again and again": repeated(RUSSIAN + "\n\n"),
    "quotation marks": repeated("«"),
    "straight quotation marks": repeated('"'),
    "quotation marks of all kinds": repeated("«“\"”»„'"),
    "quotations opened, never closed": repeated("«Он готов сказать ещё раз, что " + "слово " * 5),
    "dates": repeated("5 марта 2025 года, "),
    "numbers": repeated("5 12 "),
    "figures": repeated("5"),
    "date lines": repeated("5 марта 2025, 10:00\n"),
    "initials": repeated("А. Б. "),
    "full stops": repeated(". "),
    "dashes": repeated("– "),
    "hyphens": repeated("а-"),
    "apostrophes": repeated("а'"),
    "letters": repeated("а"),
    "marks on letters": repeated("а\u0301"),
    "spaces": lambda size: "а" + " " * size + "б",
    "line breaks": lambda size: "а" + " \n" * (size // 2) + "б",
    "tabs": repeated("а\t"),
    "angle brackets": repeated("<"),
    "tags never closed": repeated("<p>встреча "),
    "names of bodies": shuffled("ООН ШОС ОИС и ЕС сессия Совета министров"),
    "formats": repeated("Центральная Азия – "),
    "furniture": repeated("Поделиться: Telegram\n"),
}
"""Name -> the text of about so many characters."""

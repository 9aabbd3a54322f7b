"""Files, folders and standard input to pages."""

import io
import json
import os
import time
from types import SimpleNamespace

import pytest

from elchi.sources import Page, Refusal, is_html, pages
from elchi.sources.model import PAGE_LIMIT

TEXT = "Елші қабылдауда болды.\nКелесі кездесу көктемде өтеді.\n"


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, "utf-8")
    return path


def one(path):
    [item] = pages([path])
    return item


def refused(path):
    item = one(path)
    assert isinstance(item, Refusal), item
    assert item.advice
    return item


def test_plain_text_is_kept_as_given(tmp_path):
    page = one(write(tmp_path, "desk-01.txt", TEXT))
    assert page == Page(str(tmp_path / "desk-01.txt"), "desk-01", TEXT, "text")


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.page"])
def test_html_is_told_by_its_content(tmp_path, name):
    page = one(write(tmp_path, name, "<!DOCTYPE html><p>Посол прибыл.</p>"))
    assert page.format == "html"


def test_a_text_that_is_called_html_is_text(tmp_path):
    assert one(write(tmp_path, "a.html", "Elchi keldi. 2 < 3.")).format == "text"


def test_text_that_begins_with_a_bracket_is_text(tmp_path):
    page = one(write(tmp_path, "wire", "[Agency] The envoy arrived."))
    assert (page.format, page.content) == ("text", "[Agency] The envoy arrived.")


def test_json_object_with_all_it_may_know(tmp_path):
    given = {"id": "x9", "text": "Vazir keldi.", "title": "T", "url": "https://e.example/1",
             "published": "2025-03-04", "language": "uz-Latn", "people": []}  # fmt: skip
    page = one(write(tmp_path, "a.json", json.dumps(given)))
    assert (page.id, page.content, page.title, page.url) == ("x9", "Vazir keldi.", "T", "https://e.example/1")
    assert (page.published, page.language) == ("2025-03-04", "uz-Latn")


def test_json_list_goes_on_past_what_is_wrong(tmp_path):
    items = [{"text": "Бир."}, {"title": "no words"}, 7, {"id": 12, "html": "<p>Уч.</p>"}, {"text": ["x"]}]
    found = list(pages([write(tmp_path, "many.json", json.dumps(items, indent=1))]))
    assert [type(x) for x in found] == [Page, Refusal, Refusal, Page, Refusal]
    assert (found[0].id, found[3].id, found[3].format) == ("many-1", "12", "html")
    assert "item 2" in found[1].name
    assert '"text" nor "html"' in found[1].reason
    assert '"text" is a list' in found[4].reason


def test_json_lines_with_the_line_of_each_fault(tmp_path):
    lines = ['{"id": "a", "text": "Один."}', "", '{"text": "Два."}', '{"text": ', '{"text": 5}', '{"text": " "}', "[]"]
    path = write(tmp_path, "wire.jsonl", "\ufeff" + "\r\n".join(lines))
    found = list(pages([path]))
    assert [x.id for x in found if isinstance(x, Page)] == ["a", "wire-3"]
    assert found[1].name == f"{path}:3"
    faults = [x for x in found if isinstance(x, Refusal)]
    assert [x.line for x in faults] == [4, 5, 6, 7]
    assert "not valid JSON" in faults[0].reason
    assert "a number" in faults[1].reason


def test_json_lines_that_are_called_json_or_nothing(tmp_path):
    lines = '{"text": "Один."}\n{"text": "Два."}\n'
    for name in ("a.json", "b"):
        assert [x.content for x in pages([write(tmp_path, name, lines)])] == ["Один.", "Два."]


def test_a_list_that_is_called_json_lines(tmp_path):
    content = json.dumps([{"text": "Один."}], indent=2)
    assert one(write(tmp_path, "a.jsonl", content)).content == "Один."


def test_json_lines_in_utf_16(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"text": "Бір."}\n{"text": "Екі."}\n'.encode("utf-16"))
    assert [x.content for x in pages([path])] == ["Бір.", "Екі."]


def test_broken_json_names_the_line(tmp_path):
    item = refused(write(tmp_path, "a.json", '{\n "id": "a",\n "text" "x"\n}'))
    assert item.line == 3
    assert str(item).startswith(f"{tmp_path / 'a.json'}:3: is not valid JSON")


def test_json_nested_without_end(tmp_path):
    assert "nested" in refused(write(tmp_path, "a.json", "[" * 100_000)).reason


@pytest.mark.parametrize("key", ["title", "url", "published", "language", "id"])
def test_fields_of_a_wrong_type(tmp_path, key):
    item = refused(write(tmp_path, "a.json", json.dumps({"text": "Слова.", key: {"a": 1}})))
    assert f'"{key}" is an object' in item.reason


def test_lone_surrogates_are_replaced_one_for_one(tmp_path):
    page = one(write(tmp_path, "a.json", '{"text": "a\\ud800b"}'))
    assert page.content == "a\ufffdb"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.html"])
def test_empty_files(tmp_path, name, content):
    assert "empty" in refused(write(tmp_path, name, content)).reason


def test_missing_path(tmp_path):
    assert "no such file" in refused(tmp_path / "nowhere.txt").reason


def test_a_name_that_no_system_allows():
    assert refused("a\0b").name == "a\\x00b"


def test_names_are_safe_to_print(tmp_path):
    item = refused(tmp_path / "\x1b[31mred\u202egnp.txt")
    assert item.name.isprintable()
    assert "\\x1b[31mred" in item.name


def test_folder_is_read_all_the_way_down_in_order(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".hidden.txt", ".git/x.txt", "b/logo.png", "b/style.css"):
        write(tmp_path, name, name + " сказано.")
    assert [x.id for x in pages([tmp_path])] == ["a", "1", "2"]


def test_folder_that_links_to_itself(tmp_path):
    write(tmp_path, "in/a.txt", TEXT)
    (tmp_path / "in" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "gone").symlink_to(tmp_path / "nothing")
    found = list(pages([tmp_path]))
    assert [x.id for x in found if isinstance(x, Page)] == ["a"]
    assert [x.reason for x in found if isinstance(x, Refusal)] == ["is a link to something that is not there"]


def test_folder_with_nothing_in_it(tmp_path):
    assert "no reports" in refused(tmp_path).reason


def test_a_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in refused(tmp_path / "pipe").reason


def test_what_may_not_be_read(tmp_path, monkeypatch):
    path = write(tmp_path, "a.txt", TEXT)

    def forbidden(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", forbidden)
    assert "permission denied" in refused(path).reason


def test_one_bad_input_does_not_stop_the_others(tmp_path):
    good = write(tmp_path, "z.txt", TEXT)
    found = list(pages([tmp_path / "none", write(tmp_path, "b.pdf", b"%PDF-1.4"), good]))
    assert [type(x) for x in found] == [Refusal, Refusal, Page]


def test_a_page_too_large_is_refused_without_being_read(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * 10_000_000)
    started = time.perf_counter()
    item = refused(path)
    assert "50 MB" in item.reason
    assert "20 MB" in item.reason
    assert time.perf_counter() - started < 1


def test_a_line_too_large_is_skipped_and_the_rest_read(tmp_path, monkeypatch):
    monkeypatch.setattr("elchi.sources.structured.LINE_LIMIT", 1000)
    lines = ['{"text": "Один."}', json.dumps({"text": "x" * 5000}), '{"text": "Три."}']
    found = list(pages([write(tmp_path, "a.jsonl", "\n".join(lines))]))
    assert [getattr(x, "content", None) for x in found] == ["Один.", None, "Три."]
    assert found[1].line == 2


def test_a_text_too_large_in_json(tmp_path):
    assert "20 MB" in refused(write(tmp_path, "a.json", json.dumps({"text": "я" * (PAGE_LIMIT // 2 + 1)}))).reason


@pytest.mark.parametrize(
    ("data", "contents", "form"),
    [
        ("Посол прибыл.\n", ["Посол прибыл.\n"], "text"),
        ("<html><p>Посол</p></html>", ["<html><p>Посол</p></html>"], "html"),
        ('{"text": "Бир."}\n{"text": "Икки."}\n', ["Бир.", "Икки."], "text"),
        ('[{"text": "Бир."}]', ["Бир."], "text"),
        ('{\n "text": "Бир."\n}', ["Бир."], "text"),
    ],
)
def test_standard_input(monkeypatch, data, contents, form):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(data.encode()))))
    found = list(pages(["-"]))
    assert [x.content for x in found] == contents
    assert {x.format for x in found} == {form}
    assert all(x.id.startswith("stdin") for x in found)


def test_empty_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(b""))))
    [item] = pages(["-"])
    assert (item.name, item.reason) == ("stdin", "is empty")


def test_closed_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    [item] = pages(["-"])
    assert (item.name, item.reason) == ("stdin", "standard input is closed")
    assert item.advice


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\ufeff \n<!DOCTYPE html><html>", True),
        ("<div class='a'>Бір</div>", True),
        ("Елші <p>келді</p>", False),
        ("<3 ministers", False),
        ("", False),
        ("\ud800<p>", False),
    ],
)
def test_html_is_told_from_text(text, html):
    assert is_html(text) is html

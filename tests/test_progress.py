"""The line on stderr: counts, rate and time left, by a clock that the test turns."""

import io
import os

import pytest

from analysis.progress import Bar, Pace, bar, duration
from analysis.reading import read_corpus, scan_corpus

POST = "---\ntitle: 会议\n---\n会议召开。"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((120, 24)))


def shown(terminal: Terminal) -> list[str]:
    return [line.rstrip() for line in terminal.getvalue().replace("\n", "\r").split("\r") if line.strip()]


def test_a_stage_of_like_steps_shows_counts_rate_and_time_left():
    terminal, clock = Terminal(), Clock()
    line = Bar(terminal, clock=clock)
    line("read", 1_000, 15_868)
    clock.now += 4
    line("read", 12_000, 15_868)
    clock.now += 1
    line("read", 15_868, 15_868)
    line.close()
    assert shown(terminal) == [
        "read      [#...........]   6 %  1,000 of 15,868 files",
        "read      [#########...]  76 %  12,000 of 15,868 files, 2,800/s, 2 s left",
        "read      [############] 100 %  15,868 of 15,868 files, 3,000/s",
    ]
    assert terminal.getvalue().endswith("\n")


def test_a_total_that_is_not_known_is_not_shown():
    terminal, clock = Terminal(), Clock()
    line = Bar(terminal, clock=clock)
    line("read", 0, None)
    clock.now += 2
    line("read", 1_000, None)
    line.close()
    assert shown(terminal) == ["read      0 files", "read      1,000 files, 500/s"]


def test_a_stage_of_unlike_steps_has_no_rate():
    assert bar("topics", 1, 2, rate=5.0) == "topics    [######......]  50 %"


def test_a_stage_ends_its_line_and_the_next_has_a_pace_of_its_own():
    terminal, clock = Terminal(), Clock()
    line = Bar(terminal, clock=clock)
    line("read", 10, 20)
    clock.now += 100
    line("annotate", 10, 20)
    clock.now += 2
    line("annotate", 14, 20)
    line.close()
    assert shown(terminal) == [
        "read      [######......]  50 %  10 of 20 files",
        "annotate  [######......]  50 %  10 of 20 documents",
        "annotate  [########....]  70 %  14 of 20 documents, 2.0/s, 3 s left",
    ]


def test_lines_that_come_too_fast_wait_and_the_last_is_always_shown():
    terminal, clock = Terminal(), Clock()
    line = Bar(terminal, clock=clock)
    for done in range(1, 10):
        line("read", done, 1_000)
        clock.now += 0.01
    line.close()
    assert shown(terminal) == [
        "read      [............]   0 %  1 of 1,000 files",
        "read      [............]   1 %  9 of 1,000 files, 100/s, 10 s left",
    ]


def test_a_shorter_line_covers_a_longer_one():
    terminal, clock = Terminal(), Clock()
    line = Bar(terminal, clock=clock)
    line("read", 10, None)
    clock.now += 1
    line("read", 20, None)
    clock.now += 100
    line("read", 20, None)
    assert terminal.getvalue() == "\rread      10 files\rread      20 files, 10/s\rread      20 files      "


def test_a_narrow_terminal_gets_one_line_and_no_more(monkeypatch):
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((30, 24)))
    terminal = Terminal()
    Bar(terminal)("read", 10, 20)
    assert terminal.getvalue() == "\rread      [######......]  50 "


def test_the_rate_is_that_of_the_last_ten_seconds():
    clock = Clock()
    pace = Pace(clock)
    for second in range(1, 31):  # 1,000 a second from the cache, then 10 a second
        clock.now += 1
        rate = pace.rate(1_000 * min(second, 15) + 10 * max(second - 15, 0))
    assert rate == 10.0


def test_a_clock_that_stands_still_or_goes_back_gives_no_rate():
    clock = Clock()
    pace = Pace(clock)
    assert pace.rate(5) == 0.0
    clock.now -= 1
    assert pace.rate(5) == 0.0


def test_a_time_to_wait_is_rounded_up():
    assert [duration(seconds) for seconds in (0, 59.1, 60.5, 3_599, 3_601, 360_000)] == [
        "1 s", "60 s", "2 min", "60 min", "1 h 1 min", "100 h 0 min",
    ]  # fmt: skip


def test_true_shows_a_line_on_a_terminal_only(tmp_path, monkeypatch):
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(POST, encoding="utf-8")
    for stream in (io.StringIO(), Terminal()):
        monkeypatch.setattr("sys.stderr", stream)
        read_corpus(tmp_path, progress=True)
        last = stream.getvalue().rpartition("\r")[2]
        assert last.startswith("read      [############] 100 %  3 of 3 files") if stream.isatty() else not last


def test_nothing_is_counted_for_a_line_that_nobody_sees(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")
    monkeypatch.setattr("analysis.reading.sources.Items.total", lambda items: pytest.fail("counted"))
    monkeypatch.setattr("sys.stderr", io.StringIO())
    for progress in (None, False, True):
        assert len(read_corpus(tmp_path, progress=progress)) == 1


def test_the_output_of_a_notebook_is_seen(monkeypatch):
    cell = type("OutStream", (io.StringIO,), {"__module__": "ipykernel.iostream"})()
    Bar(cell)("read", 1, 2)
    assert cell.getvalue() == "\rread      [######......]  50 %  1 of 2 files"


def test_a_scan_tells_of_each_file_too(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(POST, encoding="utf-8")
    told = []
    list(scan_corpus(tmp_path, documents_per_shard=2, progress=lambda *step: told.append(step)))
    assert told == [(1, 3), (2, 3), (3, 3)]

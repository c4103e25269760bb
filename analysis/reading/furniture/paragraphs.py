"""The furniture of a text, found and not yet cut: whole lines, credits in brackets, datelines, end marks, lists of links.

Each rule asks for the whole line (or bracket, or opening of a paragraph) to be furniture: where a line goes on as
prose it stays.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.reading.furniture.behind import BEHIND, BEHIND_RULE, behind_editors
from analysis.reading.furniture.bylines import bulleted, signed
from analysis.reading.furniture.catalogue import CATALOGUE, CATALOGUE_RULE, catalogue_of
from analysis.reading.furniture.credits import REPORTERS, ROLE_WORDS, Credit, any_of, credits_in
from analysis.reading.furniture.datelines import dateline_length
from analysis.reading.furniture.line_rules import RELATED_HEADING, Verdict, whole_line
from analysis.reading.furniture.sites import LineRule
from analysis.reading.html.captions import CAPTION
from analysis.spans import Span

BRACKET_RULE, DATELINE_RULE, LINKS_RULE = "credit in brackets", "dateline", "list of links at the end"
SIGNATURE_RULE, BULLET_RULE = "names behind the last sentence", "names behind a bullet at the head"
_INDENT = " \t\u3000\xa0"
_MAX_ABOVE_BYLINE = 4  # lines: a headline and its second lines
_MAX_HEADING = 12  # characters of a line that opens a list of links
_END_MARK = re.compile(r"[（(](?:完|end|END)[）)]\s*$|(?<=[）)])1\d{6}$")  # the second: a day of an agency, year 112
_ENDINGS = ("）", ")", " ", "\u3000", *"0123456789")
_END_MARK_LENGTH = 12  # characters, blanks behind it counted
_SIGNATURE = re.compile(r"(?:^|[。！？”…])[ \t\u3000]*(?P<all>[（(](?P<names>[^（()），。：:]{2,24})[）)])$")
_BRACKET = re.compile(r"[（(\[【]([^（()）\[\]【】\n]{2,80})[）)\]】]")
_REPORTS = re.compile(r"(记者\S{2,16})报道[:：]")
# An interview: 记者：水价会涨吗？ From then on 记者：谢谢 is said too, and names nobody.
_SPEECH = re.compile(r"(?:记者|编辑|作者)[:：].*[？?。！!]$")
_COLONS = (":", "：")
_SPEAKER = 3  # characters of 记者：
_ROLE = any_of(ROLE_WORDS)
# Credits of the article even within a paragraph; what another role says there is about something else:
# 《泵站》（作者：…）获奖, 增速为5%（来源：…）。
_OF_REPORTERS = re.compile("[记記]者|通[讯訊][员員]|[实實][习習]生|[摄攝]$")


class Cut(NamedTuple):
    """A range to take out of a text, what it is, the rule that says so, and whether it is a whole line."""

    span: Span
    kind: str
    rule: str = ""
    whole_line: bool = False


class Said(NamedTuple):
    """The credits that one range of a text (a line, a bracket, a dateline) gives."""

    span: Span
    credits: tuple[Credit, ...]


class Furniture(NamedTuple):
    """What was found in a text: the cuts and the credits in text order, and where the datelines stand."""

    cuts: list[Cut]
    said: list[Said]
    datelines: list[Span]

    @property
    def credits(self) -> list[Credit]:
        """All credits in text order."""
        return [credit for said in self.said for credit in said.credits]


def find_furniture(text: str, site_lines: Sequence[LineRule] = ()) -> Furniture:
    r"""The furniture of a text whose paragraphs are its lines; `site_lines` are the rules of its site, tried first.

    >>> text = "来源：工人日报\n新华社南京12月7日电会议召开。（记者甘田）\n责任编辑：甘田"
    >>> [(text[slice(*cut.span)], cut.kind) for cut in find_furniture(text).cuts][:2]
    [('来源：工人日报\n', 'source'), ('新华社南京12月7日电', 'dateline')]
    """
    found, judge = Furniture([], [], []), _Judge(text.split("\n"), site_lines)
    start = 0
    for i, line in enumerate(judge.lines):
        verdict = judge.verdict(i)
        if verdict.kind:
            _take_out(verdict, line, start, text, found)
        else:
            _inside(line, start, found)
        start += len(line) + 1
    return _with_pictures(_with_signature(found, text), judge.lines)


class _Judge:
    """Says of each line of a text, in order, what it is as a whole."""

    def __init__(self, lines: list[str], site_lines: Sequence[LineRule]) -> None:
        self.lines, self.site_lines = lines, site_lines
        self.links, self.card = _links_start(lines), catalogue_of(lines, _is_furniture)
        self.behind, self.byline = behind_editors(lines, _judged), _bulleted_at(lines)
        self.above = ""  # the kind of the line above
        self.spoken: set[str] = set()  # who has a turn in an interview: 记者：

    def verdict(self, i: int) -> Verdict:
        """What a line is: by its place, else by its words."""
        line = self.lines[i]
        if i >= self.links:
            found = Verdict("related", LINKS_RULE)
        elif not line:
            found = Verdict()
        elif i in self.card:
            found = Verdict(CATALOGUE, CATALOGUE_RULE)
        else:
            found = self._by_words(i, line.strip(_INDENT))
        self.above = found.kind
        return found

    def _by_words(self, i: int, line: str) -> Verdict:
        found = (self.site_lines and _of_site(line, self.site_lines)) or whole_line(line, self.above)
        if not found.kind and i == self.byline:
            found = Verdict(REPORTERS, BULLET_RULE, tuple(bulleted(line)))
        if not found.kind and i >= self.behind:
            found = found._replace(kind=BEHIND, rule=BEHIND_RULE)
        return self._unless_spoken(line, found)

    def _unless_spoken(self, line: str, found: Verdict) -> Verdict:
        """记者：谢谢 is no byline where 记者：请您介绍一下情况。 stands above."""
        speaker = line[:_SPEAKER]
        if found.credits and speaker in self.spoken:
            return found._replace(kind="")
        if not found.kind and speaker[-1:] in _COLONS and _SPEECH.match(line):
            self.spoken.add(speaker)
        return found


def _take_out(verdict: Verdict, line: str, start: int, text: str, found: Furniture) -> None:
    """Adds a whole line that begins at `start`."""
    span = _with_line_end(start, start + len(line), text, found.cuts)
    found.cuts.append(Cut(span, verdict.kind, verdict.rule, whole_line=True))
    if verdict.credits:
        found.said.append(Said(Span(start, start + len(line)), verdict.credits))


def _with_signature(found: Furniture, text: str) -> Furniture:
    """Also the bracket with the writers' names alone （甘田 闻立） that ends the last line left."""
    stop = _text_stop(found.cuts, text)
    line = text[text.rfind("\n", 0, stop) + 1 : stop].rstrip(_INDENT)
    if line[-1:] not in "）)" or not (match := _SIGNATURE.search(line)):
        return found
    credits = signed(match["names"])
    start = text.rfind("\n", 0, stop) + 1
    alone = not line[: match.start("all")].strip(_INDENT)
    if not credits or (alone and not text[:start].strip()):
        return found
    span = Span(start + match.start("all"), start + match.end("all"))
    cut = Span(max(start - 1, 0), start + len(line)) if alone else span
    if any(c.span.start < cut.stop and cut.start < c.span.stop for c in found.cuts):
        return found
    cuts = sorted([*found.cuts, Cut(cut, credits[0].kind, SIGNATURE_RULE, whole_line=alone)])
    said = sorted([*found.said, Said(span, tuple(credits))], key=lambda said: said.span)
    return found._replace(cuts=cuts, said=said)


def _text_stop(cuts: Sequence[Cut], text: str) -> int:
    """Where the last line that is left ends."""
    stop = len(text.rstrip())
    for cut in reversed(cuts):
        if cut.span.stop < stop:
            break
        stop = len(text[: min(stop, cut.span.start)].rstrip())
    return stop


def _with_pictures(found: Furniture, lines: list[str]) -> Furniture:
    """Where nothing but captions would be left out and nothing kept, the pictures are the story: their captions stay."""
    whole = sum(cut.whole_line for cut in found.cuts)
    if not whole or whole < sum(1 for line in lines if line and not line.isspace()):
        return found
    captions = [cut.span for cut in found.cuts if cut.kind == CAPTION]
    return found._replace(cuts=[cut for cut in found.cuts if cut.span not in captions]) if captions else found


def _bulleted_at(lines: list[str]) -> int:
    """The index of a byline like □ 甘田 near the head; -1 for none, or if the bullet opens other lines too."""
    for i, line in enumerate(lines[:_MAX_ABOVE_BYLINE]):
        shown = line.strip(_INDENT)
        if shown and bulleted(shown):
            return i if sum(other.strip(_INDENT).startswith(shown[0]) for other in lines) == 1 else -1
    return -1


def _judged(line: str) -> Verdict:
    """What a line is on any site, by itself."""
    return whole_line(line.strip(_INDENT))


def _is_furniture(line: str) -> bool:
    return bool(_judged(line).kind)


def _of_site(line: str, rules: Sequence[LineRule]) -> Verdict | None:
    fitting = (rule for rule in rules if rule.pattern.fullmatch(line))
    return next((Verdict(rule.kind, rule.name, tuple(credits_in(line))) for rule in fitting), None)


def _with_line_end(start: int, stop: int, text: str, cuts: list[Cut]) -> Span:
    """The line and the line end before it (behind it, where that is cut already or there is none)."""
    taken = cuts[-1].span.stop if cuts else 0
    return Span(start - 1, stop) if start > taken else Span(start, min(stop + 1, len(text)))


def _links_start(lines: list[str]) -> int:
    """The index of the line that opens a list of links to other articles: only headlines follow it, to the end."""
    opening = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        if not _is_headline(lines[i]):
            return opening
        if len(lines[i]) <= _MAX_HEADING and RELATED_HEADING.match(lines[i]):
            opening = i
    return opening


def _is_headline(line: str) -> bool:
    return len(line) <= 60 and not line.rstrip().endswith(("。", "！", "？", "”"))


def _inside(line: str, start: int, found: Furniture) -> None:
    """Adds what stands inside one paragraph: its dateline, credits in brackets, end mark."""
    begin = dateline_length(line)
    if begin:
        indent = len(line) - len(line.lstrip(_INDENT))
        found.cuts.append(Cut(Span(start + indent, start + begin), "dateline", DATELINE_RULE))
        found.datelines.append(Span(start + indent, start + len(line[:begin].rstrip(_INDENT + ":：，,"))))
        if reporters := _REPORTS.search(line, indent, begin):
            said = Said(Span(start + reporters.start(), start + reporters.end()), tuple(credits_in(reporters[1])))
            found.said.append(said)
    if "（" in line or "(" in line or "【" in line or "[" in line:
        _in_brackets(line, start, begin, found)
    if line[-1:] in _ENDINGS:
        mark = _END_MARK.search(line, max(begin, len(line) - _END_MARK_LENGTH))
        if mark is not None:
            found.cuts.append(Cut(Span(start + mark.start(), start + len(line)), "end mark", "end mark"))


def _in_brackets(line: str, start: int, begin: int, found: Furniture) -> None:
    """Adds the credits in brackets; those inside the dateline (before `begin`) are cut with it."""
    brackets = list(_BRACKET.finditer(line))
    with_role = [i for i, match in enumerate(brackets) if _ROLE.search(match[0])]
    inner = _inner(line, begin, brackets) if with_role else range(0)
    for i in with_role:
        match = brackets[i]
        if i in inner and not _OF_REPORTERS.search(match[1]):
            continue
        if credits := credits_in(match[1], bracket=True):
            span = Span(start + match.start(), start + match.end())
            if match.start() >= begin:
                found.cuts.append(Cut(span, credits[0].kind, BRACKET_RULE))
            found.said.append(Said(span, tuple(credits)))


def _inner(line: str, begin: int, brackets: Sequence[re.Match[str]]) -> range:
    """The brackets that have words on both sides; those before `begin` are in the dateline, an end mark is no word."""
    first, place = 0, begin
    while first < len(brackets) and not line[place : brackets[first].start()].strip(_INDENT):
        place = max(begin, brackets[first].end())
        first += 1
    mark = _END_MARK.search(line, max(begin, len(line) - _END_MARK_LENGTH))
    last, place = len(brackets), mark.start() if mark else len(line)
    while last > first and not line[brackets[last - 1].end() : place].strip(_INDENT):
        last -= 1
        place = brackets[last].start()
    return range(first, last)

"""The lexicons keep the promises of analysis/lexicons/README.md.

The tests read the files themselves, so that a fault of the reader cannot hide one of the data.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "analysis" / "lexicons"
STEMS = (
    "bodies",
    "country_codes",
    "countries",
    "divisions",
    "former_divisions",
    "not_names",
    "not_places",
    "places",
    "strokes",
    "surnames",
    "times",
    "titles",
    "traditional",
    "triggers",
    "verbs",
)
SYSTEMS = {"党", "政", "人大", "政协", "监察", "司法", "军", "群团", "民主党派", "企业", "高校", "事业", "国际"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

# Surfaces that two bodies bear at the same time, each with its reason. None so far: such names are left out.
AMBIGUOUS: dict[str, str] = {}


def parts(stem: str) -> tuple[dict[str, str], dict[str, str], list[str], list[str]]:
    """Header, sources, column names and raw rows of a lexicon."""
    head, body = (FOLDER / f"{stem}.tsv").read_bytes().decode("utf-8").removeprefix("---\n").split("\n---\n")
    pairs = [(line, *line.strip().split(": ", 1)) for line in head.split("\n") if line != "sources:"]
    header = {key: text for line, key, text in pairs if not line.startswith("  ")}
    sources = {key: text for line, key, text in pairs if line.startswith("  ")}
    columns, *rows = body.removesuffix("\n").split("\n")
    return header, sources, columns.split("\t"), rows


def table(stem: str) -> list[dict[str, str]]:
    _, _, columns, rows = parts(stem)
    return [dict(zip(columns, row.split("\t"), strict=True)) for row in rows]


def listed(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def days(row: dict[str, str]) -> tuple[str, str]:
    """Start and end (exclusive) of a body's name as comparable text; a year or a month means its first day."""
    since, until = row["since"] or "0000", row["until"] or "9999"
    return (since + "-01-01")[:10], (until + "-01-01")[:10]


every_lexicon = pytest.mark.parametrize("stem", STEMS)


@every_lexicon
def test_rows_are_sorted_by_code_point_and_unique(stem):
    rows = parts(stem)[3]
    assert rows == sorted(set(rows))


@every_lexicon
def test_the_header_counts_the_rows(stem):
    header, _, _, rows = parts(stem)
    assert header["entries"] == str(len(rows))
    assert set(header) == {"title", "entries", "licence"}


@every_lexicon
def test_every_source_is_declared_and_every_declared_source_is_used(stem):
    _, sources, columns, rows = parts(stem)
    assert columns[-1] == "source"
    assert {row.rsplit("\t", 1)[1] for row in rows} == set(sources)


@every_lexicon
def test_every_row_has_as_many_cells_as_the_header(stem):
    _, _, columns, rows = parts(stem)
    assert [row for row in rows if row.count("\t") + 1 != len(columns)] == []


@every_lexicon
def test_text_is_nfc_without_blanks_or_half_width_brackets_in_names(stem):
    raw = (FOLDER / f"{stem}.tsv").read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    assert "\r" not in raw and raw.endswith("\n") and not raw.endswith("\n\n")
    names = [row["name"] for row in table(stem)]
    assert [name for name in names if not name or re.search(r"[\s()\[\]]", name)] == []


@every_lexicon
def test_lists_in_cells_are_sorted_and_have_no_empty_items(stem):
    in_lists = {"aliases", "everyday", "guarded", "short"}
    cells = [row[column] for row in table(stem) for column in in_lists & set(row)]
    assert [cell for cell in cells if "" in cell.split("|")[1:] or listed(cell) != sorted(set(listed(cell)))] == []


@pytest.mark.parametrize(
    "stem",
    [
        "countries",
        "not_names",
        "not_places",
        "places",
        "strokes",
        "surnames",
        "times",
        "titles",
        "traditional",
        "verbs",
    ],
)
def test_a_name_occurs_once(stem):
    counts = Counter(row["name"] for row in table(stem))
    assert [name for name, count in counts.items() if count > 1] == []


def test_divisions_have_known_levels_codes_and_parents():
    rows = table("divisions")
    codes = [row["code"] for row in rows if row["code"]]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)
    assert {row["level"] for row in rows} == {"province", "prefecture", "county"}
    assert [row["name"] for row in rows if row["level"] != "province" and row["parent"] not in codes] == []
    assert [row["name"] for row in rows if row["level"] == "province" and row["parent"]] == []


def test_there_are_34_provinces_each_with_an_abbreviation():
    provinces = [row for row in table("divisions") if row["level"] == "province"]
    assert len(provinces) == 34
    letters = [letter for row in provinces for letter in listed(row["abbreviation"])]
    assert len(letters) == len(set(letters)) and all(len(letter) == 1 for letter in letters)
    assert all(row["abbreviation"] for row in provinces)


def test_a_short_form_names_one_division_and_has_two_characters_or_more():
    shorts = Counter(short for row in table("divisions") for short in listed(row["short"]))
    assert [short for short, count in shorts.items() if count > 1 or len(short) < 2] == []


def test_no_short_form_is_both_guarded_and_everyday_and_none_of_them_stands_for_a_province():
    rows = table("divisions")
    both = [row["name"] for row in rows if set(listed(row["guarded"])) & set(listed(row["everyday"]))]
    provinces = [row["name"] for row in rows if row["level"] == "province" and (row["guarded"] or row["everyday"])]
    assert (both, provinces) == ([], [])


def test_former_divisions_lie_in_provinces_and_were_in_force_for_a_time():
    rows = table("former_divisions")
    provinces = {row["code"] for row in table("divisions") if row["level"] == "province"}
    assert {row["level"] for row in rows} == {"province", "prefecture", "county"}
    assert [row["name"] for row in rows if row["level"] != "province" and row["parent"] not in provinces] == []
    dates = [date for row in rows for date in (row["since"], row["until"]) if date]
    assert [date for date in dates if not DATE.fullmatch(date)] == []
    assert [row["name"] for row in rows if not row["until"] or days(row)[0] >= days(row)[1]] == []


def test_xiangfan_was_xiangfan_until_december_2010():
    row = next(row for row in table("former_divisions") if row["name"] == "襄樊市" and row["level"] == "prefecture")
    assert (row["short"], row["until"], row["successor"], row["source"]) == ("襄樊", "2010-12-09", "襄阳市", "jionlp")


def test_places_have_known_kinds_and_lie_in_a_country_of_the_list():
    rows = table("places")
    assert {row["kind"] for row in rows} == {
        "city", "continent", "landmark", "mountain", "region", "river", "sea"
    }  # fmt: skip
    assert {row["guard"] for row in rows} == {"", "!"}
    assert {row["within"] for row in rows} - {row["name"] for row in table("countries")} == {""}


def test_surnames_have_a_kind_and_a_positive_weight():
    rows = table("surnames")
    assert {row["kind"] for row in rows} == {"single", "compound", "japanese", "yi"}
    assert [row["name"] for row in rows if (len(row["name"]) == 1) != (row["kind"] == "single")] == []
    assert [row["name"] for row in rows if int(row["weight"]) < 1] == []


def test_surnames_cover_rare_ones_that_officials_carry():
    names = {row["name"] for row in table("surnames")}
    assert set("訚谌晏昝苑郄逄佘阚麦仝亓闫肖辛訾顾") <= names
    assert {"欧阳", "诸葛", "司徒", "令狐"} <= names


def test_countries_have_a_full_name_and_letters_of_one_character():
    rows = table("countries")
    assert [row["name"] for row in rows if not row["full"] or not row["region"]] == []
    assert {row["letter"] for row in rows if len(row["letter"]) > 1} == set()
    assert {row["name"] for row in rows if row["letter"] == "俄"} == {"俄罗斯"}


def test_bodies_parents_and_successors_are_bodies():
    rows = table("bodies")
    names = {row["name"] for row in rows}
    pointed = [name for row in rows for name in (*listed(row["parent"]), *listed(row["successor"]))]
    assert sorted(set(pointed) - names) == []


def test_bodies_have_known_systems_and_levels_and_say_what_kind_they_are():
    rows = table("bodies")
    assert {row["system"] for row in rows} == SYSTEMS
    assert {row["level"] for row in rows} <= {"", *map(str, range(1, 11))}
    assert [row["name"] for row in rows if not row["kind"]] == []


def test_bodies_dates_are_iso_and_in_order():
    rows = table("bodies")
    dates = [date for row in rows for date in (row["since"], row["until"]) if date]
    assert [date for date in dates if not DATE.fullmatch(date)] == []
    assert [row["name"] for row in rows if days(row)[0] >= days(row)[1]] == []


def test_a_body_and_what_follows_it_join_without_a_gap():
    """A successor is in force on the day its predecessor ends, so that no chain turns back; a new name of the same organ begins on it."""
    rows = table("bodies")
    bearers = defaultdict(list)
    for row in rows:
        bearers[row["name"]].append(row)
    wrong = set()
    for row in rows:
        end = days(row)[1]
        for name in listed(row["successor"]):
            heirs = [heir for heir in bearers[name] if days(heir)[0] <= end < days(heir)[1]]
            if not row["until"] or not heirs or (heirs[0]["id"] == row["id"] and days(heirs[0])[0] != end):
                wrong.add((row["name"], name))
    assert wrong == set()


def test_the_id_of_a_body_is_short_ascii_and_of_one_organ():
    rows = table("bodies")
    assert [row["id"] for row in rows if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", row["id"])] == []
    bearers = defaultdict(list)
    for row in rows:
        bearers[row["id"]].append(row)
    several = {key: sorted(found, key=days) for key, found in bearers.items() if len(found) > 1}
    parted = [
        (first["name"], second["name"])
        for found in several.values()
        for first, second in pairwise(found)
        if first["until"] != second["since"] or second["name"] not in listed(first["successor"])
    ]
    assert parted == []


def test_every_country_has_a_code_of_its_own():
    rows = table("country_codes")
    assert {row["name"] for row in rows} <= {row["name"] for row in table("countries")}
    assert len({row["code"] for row in rows}) == len(rows)
    assert [row["code"] for row in rows if not re.fullmatch("[A-Z]{2}", row["code"])] == []


def test_a_name_or_alias_means_one_body_at_a_time():
    bearers = defaultdict(list)
    for row in table("bodies"):
        for surface in {row["name"], *listed(row["aliases"])}:
            bearers[surface].append((*days(row), row["name"]))
    clashes = set()
    for surface, spans in bearers.items():
        ordered = sorted(spans)
        if any(first[1] > second[0] for first, second in pairwise(ordered)):
            clashes.add(surface)
    assert clashes == set(AMBIGUOUS)


def test_the_ministry_of_culture_gave_way_in_march_2018():
    old, new = (next(row for row in table("bodies") if row["name"] == name) for name in ("文化部", "文化和旅游部"))
    assert (old["until"], old["successor"], new["since"]) == ("2018-03-17", "文化和旅游部", "2018-03-17")


def test_titles_have_known_systems_classes_and_guards():
    rows = table("titles")
    assert {system for row in rows for system in listed(row["system"])} <= SYSTEMS
    classes = {"", "official", "executive", "foreign", "international", "grassroots", "none"}
    assert {row["official_class"] for row in rows} <= classes
    assert {row["guard"] for row in rows} == {"", "!"}


def test_titles_carry_no_grade_prefix():
    prefixed = re.compile("副|常务副|第一副")
    assert [row["name"] for row in table("titles") if prefixed.match(row["name"])] == []


def test_verbs_have_a_role_of_one_word():
    assert [row["name"] for row in table("verbs") if not re.fullmatch("[a-z]+", row["role"])] == []


def test_triggers_make_known_events_and_give_known_parts():
    types = {"", "award", "case", "guests", "inspection", "meeting", "signing", "speech", "visit"}
    roles = {
        "",
        "accompany",
        "attend",
        "authority",
        "guest",
        "honoree",
        "host",
        "lead",
        "sign",
        "speak",
        "subject",
        "visitor",
        "welcome",
    }
    assert {row["type"] for row in table("triggers")} == types
    assert {row[side] for row in table("triggers") for side in ("subject", "object")} == roles


def test_the_first_character_of_every_chinese_surname_has_its_strokes():
    first = {row["name"][0] for row in table("surnames") if row["kind"] != "japanese"}
    counted = {row["name"]: int(row["strokes"]) for row in table("strokes")}
    assert set(counted) == first
    assert [counted[name] for name in "丁王田李邱魏"] == [2, 4, 5, 7, 7, 17]


def test_times_have_known_kinds_and_dates_that_fit_them():
    forms = {"plan": (r"\d{4}", r"\d{4}"), "event": (r"\d{4}-\d\d-\d\d", ""), "holiday": (r"\d\d-\d\d", r"\d\d-\d\d")}
    rows = table("times")
    assert {row["kind"] for row in rows} == set(forms)
    assert [row["name"] for row in rows if not all(
        re.fullmatch(form, row[end]) for form, end in zip(forms[row["kind"]], ("since", "until"), strict=True)
    )] == []  # fmt: skip


def test_the_five_year_plans_follow_each_other_without_a_gap_but_one():
    plans = sorted((row["since"], row["until"]) for row in table("times") if row["kind"] == "plan")
    assert [(first[1], second[0]) for first, second in pairwise(plans) if first[1] != second[0]] == [("1963", "1966")]

"""Folders as they are: their order, the ids in them, and what a site generator leaves beside its posts."""

import pickle

import pytest

from analysis.reading.options import Options
from analysis.reading.sources import find_items, read_item
from tests.sources import ids, put, read, told, write

POST = "---\ntitle: 甲\n---\n会议召开。"
HOW = "drafts are read with drafts=True."


def names(path):
    return [item.name for item in find_items(path)]


def test_a_folder_is_walked_folder_by_folder_in_the_order_of_names(tmp_path):
    write(tmp_path, c_md=POST, b__d_md=POST, a__z__e_txt=POST, a__b_html=POST)
    assert names(tmp_path) == ["c.md", "a/b.html", "a/z/e.txt", "b/d.md"]


def test_items_are_found_as_they_are_asked_for(tmp_path):
    write(tmp_path, a__1_md=POST, b__1_md=POST)
    items = iter(find_items(tmp_path))
    assert next(items).name == "a/1.md"
    put(tmp_path / "b" / "2.md", POST)
    assert [item.name for item in items] == ["b/1.md", "b/2.md"]


def test_each_iteration_walks_anew(tmp_path):
    write(tmp_path, a_md=POST, b_jpg=b"x")
    items = find_items(tmp_path)
    assert [len(list(items)) for _ in range(3)] == [1, 1, 1]
    assert [problem.path for problem in items.problems] == ["*.jpg"]


def test_a_file_can_be_read_in_another_process(tmp_path):
    write(tmp_path, a_md=POST)
    (item,) = find_items(tmp_path)
    assert read_item(pickle.loads(pickle.dumps(item))).document.text == "会议召开。"


def test_a_document_knows_its_bytes_and_their_encoding(tmp_path):
    put(tmp_path / "a.md", POST.encode("gb18030"))
    (document,), _ = read(tmp_path)
    assert (document.n_bytes, document.encoding, document.container) == (28, "gb18030", "")


def test_twins_of_one_folder_keep_their_suffixes_and_others_do_not(tmp_path):
    write(tmp_path, a_md=POST, a_txt=POST, b_md=POST, x__a_md=POST)
    assert ids(tmp_path) == ["a.md", "a.txt", "b", "x/a"]


def test_a_table_named_as_the_folder_beside_it_keeps_its_suffix(tmp_path):
    write(tmp_path, posts_csv="正文\n甲\n", posts__1_md=POST, posts_md=POST, other_csv="正文\n乙\n")
    assert ids(tmp_path) == ["other/1", "posts.csv/1", "posts", "posts/1"]


def test_no_two_ids_are_the_same_whatever_the_names(tmp_path):
    for name in ("a.md", "a.txt", "a.md.txt", "a.md~2.txt", "a.csv", "a/1.md", "a.csv.zip.md"):
        put(tmp_path / name, "正文\n甲\n" if name.endswith(".csv") else POST)
    found = ids(tmp_path)
    assert len(found) == len(set(found)) == 7


def test_a_glob_and_a_list_of_files_and_folders_are_read_once_each(tmp_path):
    write(tmp_path, a__1_md=POST, a__b__2_md=POST, c_md=POST)
    everything = ["c.md", "a/1.md", "a/b/2.md"]
    assert names(f"{tmp_path}/**") == everything
    assert names([tmp_path / "a", tmp_path / "a" / "1.md", tmp_path / "c.md", tmp_path / "c.md"]) == everything
    assert names(f"{tmp_path}/*/*.md") == ["a/1.md"]


HEXO = {
    "_config.yml": "title: 某站",
    "source/_posts/一.md": POST,
    "source/_drafts/二.md": POST,
    "source/_drafts/草稿/三.md": POST,
    "source/about/index.md": POST,
    "public/2021/index.html": "<p>一</p>",
    "themes/某/README.md": "说明",
    "node_modules/x/README.md": "x",
    "scaffolds/post.md": "---\ntitle: {{ title }}\n---\n",
}


def test_a_hexo_tree_gives_its_posts_and_tells_the_rest(tmp_path):
    for name, content in HEXO.items():
        put(tmp_path / name, content)
    assert names(tmp_path) == ["source/_posts/一.md", "source/about/index.md"]
    assert [row for row in told(tmp_path) if row[2] != "suffix"] == [
        ("_config.yml", None, "site",
         "node_modules, public, scaffolds, themes beside it are output or parts of a site generator; "
         "they were passed over.", "skipped"),
        ("source/_drafts", None, "draft", f"the folder of drafts has 2 files; {HOW}", "skipped"),
    ]  # fmt: skip


def test_drafts_are_read_when_they_are_asked_for(tmp_path):
    for name, content in HEXO.items():
        put(tmp_path / name, content)
    assert ids(tmp_path, drafts=True) == [
        "source/_drafts/二", "source/_drafts/草稿/三", "source/_posts/一", "source/about/index"
    ]  # fmt: skip


def test_without_settings_beside_it_a_folder_named_public_is_a_folder(tmp_path):
    write(tmp_path, public__a_md=POST, themes__b_md=POST, sub__config_toml="")
    assert names(tmp_path) == ["public/a.md", "themes/b.md"]


@pytest.mark.parametrize("settings", ["hugo.toml", "config.toml", "_config.yml"])
def test_each_generator_says_where_its_root_is(tmp_path, settings):
    write(tmp_path, content__a_md=POST, public__a_md=POST)
    put(tmp_path / settings, "")
    assert names(tmp_path) == ["content/a.md"]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("---\ntitle: 甲\ndraft: true\n---\n", "draft: true"),
        ("---\ntitle: 甲\npublished: false\n---\n", "published: false"),
        ('+++\ntitle = "甲"\ndraft = true\n+++\n', "draft: true"),
        ('{"title": "甲", "draft": true}\n', "draft: true"),
    ],
)
def test_a_post_marked_as_a_draft_is_told_and_read_when_asked_for(tmp_path, front, said):
    put(tmp_path / "a.md", front + "会议召开。")
    assert read(tmp_path)[0] == []
    assert told(tmp_path) == [("a.md", None, "draft", f"it is a draft ({said}); {HOW}", "skipped")]
    assert [document.text for document in read(tmp_path, drafts=True)[0]] == ["会议召开。"]


def test_a_post_that_is_published_is_no_draft(tmp_path):
    put(tmp_path / "a.md", "---\ntitle: 甲\ndraft: false\npublished: 2021-11-12\n---\n会议召开。")
    assert len(read(tmp_path)[0]) == 1


def test_an_obsidian_vault_is_a_folder(tmp_path):
    write(tmp_path, notes__a_md=POST)
    put(tmp_path / ".obsidian" / "b.md", POST)
    put(tmp_path / ".trash" / "c.md", POST)
    assert names(tmp_path) == ["notes/a.md"]


def test_a_jekyll_file_name_gives_the_date(tmp_path):
    put(tmp_path / "_posts" / "2021-11-12-title.md", POST)
    (document,), _ = read(tmp_path)
    assert (document.date.isoformat(), document.date_from) == ("2021-11-12T00:00:00+08:00", "file name")


def test_options_are_optional(tmp_path):
    put(tmp_path / "a.md", POST)
    assert len(list(find_items(tmp_path))) == len(list(find_items(tmp_path, Options()))) == 1

"""What the tree of a site generator (Hexo, Hugo, Jekyll) holds beside its posts: output, themes, templates, drafts."""

from collections.abc import Iterable

DRAFTS = "_drafts"  # Hexo and Jekyll; Hugo's and Obsidian's drafts are marked in their front matter

_JEKYLL_AND_HEXO = ("_config.yml", "_config.yaml", "_config.toml")
_HUGO = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml")
# Folders beside the settings file that each generator's manual names as its output, its themes and its templates.
_PARTS = {
    **dict.fromkeys(
        _JEKYLL_AND_HEXO,
        ("public", "themes", "scaffolds", "node_modules", "_site", "_layouts", "_includes", "_sass", "vendor"),
    ),
    **dict.fromkeys(_HUGO, ("public", "themes", "archetypes", "layouts", "resources", "node_modules", "_site")),
}


def is_settings(name: str) -> bool:
    """Whether a file of this name says that a site generator works in its folder."""
    return name in _PARTS


def site_parts(files: Iterable[str]) -> dict[str, str]:
    """Folders that hold no posts, by what the files beside them say: folder to settings file.

    >>> site_parts(["hugo.toml", "a.md"])["themes"], site_parts(["a.md"])
    ('hugo.toml', {})
    """
    return {folder: file for file in sorted(set(files) & set(_PARTS), reverse=True) for folder in _PARTS[file]}


def told(folders: Iterable[str]) -> str:
    """The sentence for the folders passed over.

    >>> told(["themes", "public"])
    'public, themes beside it are output or parts of a site generator; they were passed over.'
    """
    return f"{', '.join(sorted(folders))} beside it are output or parts of a site generator; they were passed over."


def drafts_told(n: str) -> str:
    """The sentence for a folder of drafts."""
    return f"the folder of drafts has {n}; drafts are read with drafts=True."

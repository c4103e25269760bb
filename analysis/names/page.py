"""One text and what is known of it before any name is read: its words, its posts, and the readers that names and officials share."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.document import Token
from analysis.names.bodies import BodyReader
from analysis.names.own import Hit
from analysis.names.persons import PersonReader
from analysis.names.posts import Post, find_posts
from analysis.names.token_places import TokenPlaces
from analysis.names.words import Words


class Page(NamedTuple):
    """A text, ready to be read; `offices` are the places where a post begins."""

    text: str
    posts: Sequence[Post]
    offices: frozenset[int]
    words: Words
    persons: PersonReader
    bodies: BodyReader

    @classmethod
    def read(cls, text: str, tokens: Sequence[Token] | TokenPlaces, own: Sequence[Hit] = ()) -> "Page":
        """The page of one text; `own` is where the entries of a user's lexicon stand.

        >>> page = Page.read("水利部副部长", [Token(0, 3, "水利部", "nt"), Token(3, 6, "副部长", "n")])
        >>> [post.title for post in page.posts], page.bodies.before(0, 3)
        (['副部长'], Span(start=0, stop=3))
        """
        posts, words = list(find_posts(text, own)), Words(tokens, own)
        offices = frozenset(post.start for post in posts)
        persons = PersonReader(text, words, offices)
        return cls(text, posts, offices, words, persons, BodyReader(text, words, own))

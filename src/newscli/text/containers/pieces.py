"""What is cut out of a container: the words of one article, and what the container says about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newscli.model import EncodingHow


class Fields(NamedTuple):
    """The fields of rows that hold an article's parts, as the user names them; None is to be guessed.

    A dot leads into an object: ``fields.body`` is the ``body`` of ``{"fields": {"body": …}}``.
    """

    text: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None


GUESSED: Final = Fields()


@dataclass(frozen=True, slots=True)
class Given:
    """What a container says about an article beside its words; an empty string if it says nothing.

    Attributes:
        title: The headline.
        byline: Who wrote it, as the container has it.
        date: When it was published, as the container has it.
        url: Where it was published.
        outlet: Who published it.
        spoken: Whether all of it is what people said, without a headline or a byline.
        voices: Whom it names as who talks, as the words have them before a colon.
    """

    title: str = ""
    byline: str = ""
    date: str = ""
    url: str = ""
    outlet: str = ""
    spoken: bool = False
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a container, before its text is laid out.

    Attributes:
        content: Its words: text, or bytes that are to be decoded.
        id: The container's own name of it; its number, from 1, if it has none. None if the container holds
            one article only.
        given: What the container says about it.
        meta: What else it says: by names of its own, values that JSON can hold.
        original: Whether the content is the file's own text, in which offsets count.
        charset: The encoding of bytes that the container declares, if it declares one.
        encoding: The name of the encoding that decoded the text.
        encoding_how: What chose that encoding.
        warnings: Plain sentences about what was lost.
    """

    content: str | bytes
    id: str | int | None = None
    given: Given = Given()
    meta: Mapping[str, object] = field(default_factory=dict)
    original: bool = False
    charset: str | None = None
    encoding: str = "utf-8"
    encoding_how: EncodingHow = "utf-8"
    warnings: tuple[str, ...] = ()

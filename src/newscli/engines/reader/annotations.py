"""What the reader says of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from newscli.engines.reader.telling import PLAINLY, Telling
from newscli.model import Label, Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stretch of text with one role.

    Attributes:
        span: From its first word to its last.
        probability: How sure the model is of it and its bounds, 0 to 1; not calibrated.
    """

    span: Span
    probability: float


class Pointer(NamedTuple):
    """Which name near it a source means, or names who says a content.

    Attributes:
        names: Index into ``Annotations.names`` and chance of each that may be meant, in text order. The
            chances of one person's names add up.
        nobody: The chance that nobody is meant who is named near it.
    """

    names: tuple[tuple[int, float], ...]
    nobody: float


# Nothing is known.
NOBODY: Final = Pointer((), 1.0)


@dataclass(frozen=True, slots=True)
class ContentAnnotation(Annotation):
    """What is said, asked, thought.

    Attributes:
        span: As in ``Annotation``.
        probability: As in ``Annotation``.
        told: How it is told, by its status and its act.
        within: Index into ``Annotations.contents`` of the one that it stands in; None for these themselves.
        speaker: Who says it, of those named near it.
    """

    told: Telling = PLAINLY
    within: int | None = None
    speaker: Pointer = NOBODY


class NameAnnotation(NamedTuple):
    """A name as it stands in the text.

    Attributes:
        span: As in ``Annotation``.
        label: What it names.
        probability: As in ``Annotation``.
        chances: How likely each of ``LABELS`` is for a name of these bounds, together 1; not calibrated.
    """

    span: Span
    label: Label
    probability: float
    chances: tuple[float, ...]


class PronounAnnotation(NamedTuple):
    """A pronoun that stands for one person, wherever it stands.

    Attributes:
        span: The word.
        pointer: Whom it means. The reader was taught what sources mean, and reads other pronouns alike.
    """

    span: Span
    pointer: Pointer


class Annotations(NamedTuple):
    """What the reader found in an article; each part in text order, its spans without overlaps.

    Attributes:
        sources: Who says, writes or thinks something.
        cues: The words that tell so, all of them: "has never claimed".
        contents: What is said; one that its cue interrupts is two annotations whose links name the same cue.
        names: Names of all labels.
        links: One for each content, in their order.
        inner: Contents that stand inside one of ``contents``.
        inner_links: One for each of these.
        pointers: One for each source, to a name near it.
        pronouns: All that stand for one person ("he", "her").
        worths: What each sentence of the article is worth to a summary of so many sentences, by its opening;
            of the order of 1, and comparable within one article only.
    """

    sources: tuple[Annotation, ...] = ()
    cues: tuple[Annotation, ...] = ()
    contents: tuple[ContentAnnotation, ...] = ()
    names: tuple[NameAnnotation, ...] = ()
    links: tuple[Link, ...] = ()
    inner: tuple[ContentAnnotation, ...] = ()
    inner_links: tuple[Link, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    pronouns: tuple[PronounAnnotation, ...] = ()
    worths: tuple[float, ...] = ()


class Link(NamedTuple):
    """Which cue and which source belong to a content.

    Attributes:
        cue: Index into ``Annotations.cues``, None if it has none.
        cue_probability: How sure the model is of that, 0 to 1.
        source: Index into ``Annotations.sources``, None if it has none.
        source_probability: Likewise.
    """

    cue: int | None
    cue_probability: float
    source: int | None
    source_probability: float

"""What the reader says of an article."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class NameAnnotation:
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


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the reader found in an article; each part in text order, its spans without overlaps.

    Attributes:
        sources: Who says, writes or thinks something.
        cues: The words of speaking.
        contents: What is said; one that its cue interrupts is two annotations whose links name the same cue.
        names: Names of all labels.
        links: One for each content, in their order.
    """

    sources: tuple[Annotation, ...]
    cues: tuple[Annotation, ...]
    contents: tuple[Annotation, ...]
    names: tuple[NameAnnotation, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Link:
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

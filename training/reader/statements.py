"""Articles whose attributions are marked: PolNeAR's, and those of the statement sets.

Both have one form. They differ in what their makers mark: PolNeAR's annotators every attribution, deeds and
states among them; the makers of the statement sets what a reader lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from newscli.engines.reader.decoding import OUTSIDE
from newscli.engines.reader.features import Convention
from newscli.engines.reader.model import GROUPS, ROLES
from newscli.engines.reader.telling import SCORED_ACTS
from newscli.engines.reader.wordpieces import WordPieces
from newscli.model import STATUSES
from newscli.text.load import parse
from training.reader.documents import Document, Link, Places, new_document
from training.reader.tags import UNKNOWN, in_layers, write_spans

# What the data sets call an act, and what newscli does.
_ACTS: Final = {
    "speech": "speech",
    "stance": "thought",
    "thought": "thought",
    "deed": "none",
    "noise": "none",
}
_CONTENT: Final = GROUPS.index("content")
# How often an article is read again for its verdicts alone.
_VERDICTS_WEIGHT: Final = 0.4

Ranges = list[tuple[int, int]]
Verdicts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class _Attribution:
    """Where the words of an attribution stand, and how it is told; see ``documents.Link``."""

    source: Ranges
    cue: Ranges
    content: Ranges
    status: int = UNKNOWN
    act: int = UNKNOWN

    @property
    def is_deed(self) -> bool:
        """Whether a reader would not list it."""
        return self.act == SCORED_ACTS.index("none")


def _ranges(spans: Sequence[tuple[int, int]], words: Places) -> Ranges:
    """Return the words of each span that has any."""
    places = (words.within(start, end) for start, end in sorted(spans))
    return [(first, last) for first, last in places if first < last]


def _attributions(record: Mapping[str, Any], words: Places, verdicts: Verdicts) -> list[_Attribution]:
    """Read the attributions of a record, judged by itself or by a verdict."""
    found = []
    for number, attribution in enumerate(record["attributions"]):
        source, cue, content = (_ranges(attribution[role], words) for role in ROLES)
        one = _Attribution(source, cue, content)
        judged = attribution if "act" in attribution else verdicts.get(str(attribution.get("id", number)))
        if judged and not judged.get("flawed"):
            act = _ACTS[judged.get("act") or judged["kind"]]
            one = replace(one, status=STATUSES.index(judged["status"]), act=SCORED_ACTS.index(act))
        found.append(one)
    return found


def _tags(
    count: int, found: Sequence[_Attribution], layers: Mapping[tuple[int, int], int], convention: Convention
) -> list[tuple[int, ...]]:
    """Return the tags of each word; PolNeAR marks nothing inside a content."""
    sources = [(*span, 0) for one in found for span in one.source]
    cues = [(*span, 0) for one in found for span in one.cue]
    contents: list[list[tuple[int, int, int]]] = [[], []]
    for span, layer in layers.items():
        contents[layer].append((*span, 0))
    groups = [write_spans(count, spans) for spans in (sources, cues, *contents)]
    if convention == Convention.CORPUS:
        groups[-1] = [UNKNOWN] * count
    return [(*roles, UNKNOWN) for roles in zip(*groups, strict=True)]


def _links(found: Sequence[_Attribution], layers: Mapping[tuple[int, int], int]) -> list[Link]:
    """Return a link for each piece of a content, in text order."""
    links = []
    for one in found:
        cue = one.cue[0][0] if one.cue else None
        source = one.source[0][0] if one.source else None
        links += [
            Link(span[0], cue, source, layers[span], one.status, one.act)
            for span in one.content
            if span in layers
        ]
    return sorted(links, key=lambda link: (link.content, link.layer))


def layers_of(attributions: Iterable[Mapping[str, Any]], words: Places) -> dict[tuple[int, int], int]:
    """Return the layer of each content, by its range of words; see ``tags.in_layers``."""
    contents = (_ranges(one["content"], words) for one in attributions)
    return in_layers(span for spans in contents for span in spans)


def attribution_document(
    record: Mapping[str, Any],
    cutter: WordPieces,
    convention: Convention,
    *,
    weight: float = 1.0,
    verdicts: Verdicts | None = None,
) -> tuple[Document, Places]:
    """Read an article whose attributions are marked; its names are unknown.

    Args:
        record: Of PolNeAR or of a statement set.
        cutter: Cuts words into pieces.
        convention: By whose rules it is marked.
        weight: Of the document.
        verdicts: What a reader said of some of its attributions, by their ids.

    Returns:
        The document and where its words stand.
    """
    document, words = new_document(record["id"], parse(record["text"]), cutter, weight)
    document.convention = convention
    found = _attributions(record, words, verdicts or {})
    layers = layers_of(record["attributions"], words)
    document.tags = _tags(words.count, found, layers, convention)
    document.links = _links(found, layers)
    return document, words


def verdicts_document(
    record: Mapping[str, Any], document: Document, words: Places, verdicts: Verdicts
) -> Document:
    """Read an article of PolNeAR once more, by a reader's convention: only what was judged teaches.

    A deed's content is none; that of a statement is one. Of all other words nothing is known.
    """
    found = [one for one in _attributions(record, words, verdicts) if one.act != UNKNOWN]
    tags = [[UNKNOWN] * len(GROUPS) for _ in document.tags]
    for one in sorted(found, key=lambda one: not one.is_deed):  # what is told inside a deed stays told
        for first, last in one.content:
            for word in range(first, last):
                tags[word][_CONTENT] = OUTSIDE if one.is_deed else document.tags[word][_CONTENT]
    return replace(
        document,
        weight=_VERDICTS_WEIGHT,
        tags=[tuple(each) for each in tags],
        links=[],
        pointers=[],
        convention=Convention.READER,
    )

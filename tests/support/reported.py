"""Contents that the reader annotated, attributed without the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.reported import attribute_contents
from newscli.analysis.quotes.running_text import RunningText
from newscli.engines.reader.telling import ScoredAct
from newscli.model import Label, Status
from tests.support.annotations import Content, annotated, mentions_of, quotations_of
from tests.support.articles import article_of, words_of


def attributed(
    text: str,
    *contents: Content,
    inner: Sequence[Content] = (),
    statuses: Mapping[str, Status] | None = None,
    acts: Mapping[str, ScoredAct] | None = None,
    cues: Sequence[str] = (),
    sources: Sequence[str] = (),
    names: Mapping[str, Label] | None = None,
) -> tuple[QuoteDraft, ...]:
    """Attribute contents that the reader annotated: (content, cue, source); Ana Reyes is a name."""
    article = article_of(*text.split("\n\n"))
    names = names or ({"Ana Reyes": "PER"} if "Ana Reyes" in text else {})
    annotations = annotated(
        text, *contents, inner=inner, statuses=statuses, acts=acts, names=names, cues=cues, sources=sources
    )
    running_text = RunningText.of(
        article, words_of(article), quotations_of(article), mentions_of(annotations)
    )
    return attribute_contents(running_text, annotations)

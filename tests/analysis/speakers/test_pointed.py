"""Pointers made by hand, as those of entities."""

from __future__ import annotations

from dataclasses import replace

from newscli.analysis.speakers.named_spans import name_at
from newscli.analysis.speakers.pointed import Chances, Pointed
from newscli.engines.reader.annotations import Annotations, Pointer
from newscli.model import Entity, Quote, Span
from tests.support.annotations import annotated, places

TEXT = "Ann Roe met Bob Ash. Roe said that he lied. “He did,” she added."


def entity(name: str, *mentions: str) -> Entity:
    spans = sorted({place for mention in mentions for place in places(TEXT, mention)})
    return Entity(name, "PER", tuple(spans), (), 0.5)


ROE, ASH = entity("Ann Roe", "Ann Roe"), entity("Bob Ash", "Bob Ash")
ROE = replace(ROE, mentions=(*ROE.mentions, places(TEXT, "Roe")[1]))


def reading(*, of_she: Pointer, of_content: Pointer) -> Annotations:
    """Return what the reader says of the text; the names are Ann Roe, Bob Ash, Roe."""
    found = annotated(
        TEXT,
        ("that he lied", "said", "Roe"),
        ("He did", "added", "she"),
        names={"Ann Roe": "PER", "Bob Ash": "PER", "Roe": "PER"},
    )
    first, second = found.contents
    return found._replace(
        contents=(first, replace(second, speaker=of_content)),
        pointers=(Pointer((), 1.0), of_she),
    )


def said_by(annotations: Annotations, mention: str | None) -> dict[str, float]:
    """Return how likely each says the second quote."""
    source = places(TEXT, mention)[0] if mention else None
    content = places(TEXT, "“He did,”")[0]
    quote = Quote(1, "direct", (content,), (), source, None, "speech", 0.9)
    chances: Chances = Pointed(annotations, name_at((ROE, ASH))).of(quote)
    return {entity.name: round(chance, 3) for entity, chance in chances.values()}


def test_the_chances_of_all_names_of_an_entity_add_up() -> None:
    annotations = reading(of_she=Pointer(((0, 0.5), (1, 0.1), (2, 0.3)), 0.1), of_content=Pointer((), 1.0))
    found = Pointed(annotations, name_at((ROE, ASH))).by_source(places(TEXT, "she")[0])
    assert found is not None
    assert {entity.name: round(chance, 3) for entity, chance in found.values()} == {
        "Ann Roe": 0.8,
        "Bob Ash": 0.1,
    }


def test_source_and_content_count_alike() -> None:
    annotations = reading(of_she=Pointer(((0, 0.8),), 0.2), of_content=Pointer(((0, 0.2), (1, 0.6)), 0.2))
    assert said_by(annotations, "she") == {"Ann Roe": 0.5, "Bob Ash": 0.3}


def test_the_content_alone_says_whose_it_is_if_there_is_no_source() -> None:
    annotations = reading(of_she=Pointer((), 1.0), of_content=Pointer(((2, 0.7),), 0.3))
    assert said_by(annotations, None) == {"Ann Roe": 0.7}


def test_where_the_reader_sees_no_source_only_the_content_counts() -> None:
    annotations = reading(of_she=Pointer((), 1.0), of_content=Pointer(((1, 0.9),), 0.1))
    assert said_by(annotations, "did") == {"Bob Ash": 0.9}


def test_what_the_reader_saw_nothing_of_is_nobodys() -> None:
    quote = Quote(1, "direct", (Span(0, 3),), (), None, None, "speech", 0.9)
    assert Pointed(Annotations(), name_at((ROE, ASH))).of(quote) == {}

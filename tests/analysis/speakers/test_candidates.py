"""Candidates for a speaker, from names and pointers made by hand."""

from __future__ import annotations

import pytest

from newscli.analysis.speakers.candidates import Candidate, Candidates, Heard, Spoken, chances_of
from newscli.analysis.speakers.descriptions import Descriptions
from newscli.analysis.speakers.named_spans import NamedSpans, name_at
from newscli.analysis.speakers.pointed import Pointed
from newscli.analysis.speakers.unnamed import UnnamedPeople
from newscli.engines.reader.annotations import Annotations
from newscli.english.titles import Gender
from newscli.model import Article, Entity, Kind, Label, Quote, Span
from tests.support.annotations import places
from tests.support.articles import article_of, titles_of, words_of

TEXT = "Ann Roe met Bob Ash at the Ministry of Ports. The ministry thanked Roe. She said it was a start."


def entity(name: str, label: Label, *further: str, text: str = TEXT) -> Entity:
    forms = (form for form in (name, *further) if form in text)
    spans = sorted({place for form in forms for place in places(text, form)})
    kept = tuple(one for one in spans if not any(other != one and other.holds(one) for other in spans))
    return Entity(name, label, kept, (), 0.5)


ROE, ASH, PORTS = (
    entity("Ann Roe", "PER", "Roe"),
    entity("Bob Ash", "PER"),
    entity("Ministry of Ports", "ORG"),
)


def finder(
    article: Article,
    quote: Quote,
    named: NamedSpans,
    genders: dict[str, Gender] | None = None,
    likely: dict[str, Gender] | None = None,
) -> Candidates:
    """Return what finds the candidates of a quote, without pointers of the reader."""
    words = words_of(article)
    return Candidates(
        article,
        words,
        [quote],
        named,
        Pointed(Annotations(), named),
        UnnamedPeople(words, named),
        Descriptions(words, named, titles_of(article)),
        genders or {},
        likely or {},
    )


def candidates(
    source: str | None,
    before: Heard | None = None,
    genders: dict[str, Gender] | None = None,
    likely: dict[str, Gender] | None = None,
    text: str = TEXT,
    cue: str | None = None,
) -> dict[str, Candidate]:
    """Return the candidates for the source of the quote "it was …", by name; nobody is ""."""
    article = article_of(text)
    content = Span(text.index("it was"), text.rindex("."))
    mention = places(text, source)[0] if source else None
    cues = tuple(places(text, cue)[:1]) if cue else ()
    quote = Quote(1, "indirect", (content,), cues, mention, None, "speech", 0.9)
    others: tuple[Entity, ...] = (
        entity("Ann Roe", "PER", "Roe", text=text),
        entity("Bob Ash", "PER", "Ash", text=text),
    )
    if PORTS.name in text:
        others = (*others, entity(PORTS.name, "ORG", text=text))
    named = name_at((ROE, ASH, PORTS) if text == TEXT else others)
    found = finder(article, quote, named, genders, likely).of(quote, None, Spoken(before), None)
    return {one.entity.name if one.entity else "": one for one in found}


def test_those_who_are_named_near_are_candidates_and_so_is_nobody() -> None:
    assert set(candidates(None)) == {"", "Ann Roe", "Bob Ash", "Ministry of Ports"}


def test_a_pronoun_of_a_person_means_persons_of_its_gender() -> None:
    assert set(candidates("She", genders={"Bob Ash": "m"})) == {"", "Ann Roe"}


def test_a_gender_that_is_only_likely_speaks_for_and_against() -> None:
    found = candidates("She", likely={"Bob Ash": "m", "Ann Roe": "f"})
    assert (found["Ann Roe"].features["gender"], found["Bob Ash"].features["gender"]) == (1, -1)


def test_he_is_nobody_whom_his_own_words_name() -> None:
    assert set(candidates("He", text="Ann Roe met Bob Ash. He said it was Ash who came.")) == {"", "Ann Roe"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Roe's brother", {"", "Bob Ash"}),
        ("Roe's office", {"", "Bob Ash"}),
        ("Roe's statement", {"", "Ann Roe", "Bob Ash"}),
        ("Roe's research", {"", "Ann Roe", "Bob Ash"}),
        ("Roe's inquiry", {"", "Ann Roe", "Bob Ash"}),
    ],
)
def test_what_is_somebody_s_is_not_that_person_but_for_the_words(source: str, expected: set[str]) -> None:
    found = candidates(source, text=f"Ann Roe met Bob Ash. {source} said it was late.")
    assert set(found) <= expected
    assert ("Ann Roe" in found) == ("Ann Roe" in expected)


@pytest.mark.parametrize(
    ("source", "is_roe"),
    [
        ("An aunt of Ann Roe", False),
        ("The aunt of the winger Ann Roe", False),
        ("A neighbour of Councillor Ann Roe", False),
        ("An adviser to Ann Roe", False),
        ("Supporters of Ann Roe", False),
        ("Ann Roe supporters", False),
        ("The patient, Ann Roe", True),
        ("The mayor, Ann Roe", True),
    ],
)
def test_who_is_somebody_to_a_person_is_not_that_person(source: str, *, is_roe: bool) -> None:
    found = candidates(source, text=f"{source} said it was late.")
    assert ("Ann Roe" in found) == is_roe


@pytest.mark.parametrize("source", ["Critics of the Ministry of Ports", "Ministry of Ports watchers"])
def test_who_has_to_do_with_a_body_does_not_speak_for_it(source: str) -> None:
    assert set(candidates(source, text=f"{source} said it was late.")) == {""}


def test_a_document_may_be_a_person_s_who_is_told_to_have_made_it() -> None:
    text = "Ann Roe filed a civil suit. Bob Ash read it. The suit said it was late."
    assert set(candidates("The suit", text=text)) == {"", "Ann Roe"}


def test_a_suit_is_not_the_words_of_whom_it_is_against() -> None:
    text = "Ann Roe {} the Ministry of Ports. The suit said it was late."
    assert set(candidates("The suit", text=text.format("is suing"))) == {"", "Ann Roe"}
    assert "Ministry of Ports" in candidates("The suit", text=text.format("met"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe met Bob Ash. {} said it was late.", {""}),
        ("Ann Roe met a spokesman, Bob Ash. {} said it was late.", {"", "Bob Ash"}),
    ],
)
@pytest.mark.parametrize("source", ["The spokesman", "Roe's spokesman"])
def test_a_spokesman_is_nobody_whom_the_article_does_not_call_one(
    text: str, expected: set[str], source: str
) -> None:
    assert set(candidates(source, text=text.format(source))) == expected


def test_who_has_seen_a_document_has_not_written_it() -> None:
    source = "emails seen by Ann Roe"
    assert "Ann Roe" not in candidates(source, text=f"Bob Ash met her. {source} said it was late.")
    assert "Bob Ash" not in candidates("She", genders={"Bob Ash": "m"})


@pytest.mark.parametrize(("cue", "passive"), [("was told", 1.0), ("told", 0.0), ("had said", 0.0)])
def test_a_passive_cue_speaks_for_nobody(cue: str, passive: float) -> None:
    text = f"Ann Roe {cue} it was a start."
    assert candidates(None, text=text, cue=cue)[""].features["nobody in passive"] == passive


def test_who_is_named_only_behind_a_source_is_known_as_such() -> None:
    found = candidates("a nurse", text="Bob Ash said a nurse had said it was Ann Roe who left.")
    assert found["Ann Roe"].features["behind"] == 1


def test_a_body_is_no_person() -> None:
    found = candidates("The ministry")
    assert set(found) == {"", "Ministry of Ports"}
    assert found["Ministry of Ports"].features["noun in name"] == 1


def test_who_was_named_nearer_is_nearer() -> None:
    found = candidates("She")
    assert found["Ann Roe"].features["near"] == 0.5
    assert found["Bob Ash"].features["near"] == pytest.approx(1 / 3)
    assert "opens sentence" not in found["Bob Ash"].features


def test_who_spoke_before_in_the_same_paragraph_is_known() -> None:
    found = candidates("She", before=Heard(0, 0, ROE))
    assert found["Ann Roe"].features["spoke before, same paragraph"] == 1
    assert "spoke before, same paragraph" not in found["Bob Ash"].features


def test_the_chances_of_all_candidates_are_one_together() -> None:
    chances = chances_of("pronoun", list(candidates("She").values()))
    assert sum(chances) == pytest.approx(1)
    assert all(0 < chance < 1 for chance in chances)


@pytest.mark.parametrize(
    ("kind", "paragraph", "may_say_it"),
    [
        pytest.param("direct", 2, {"Ann Roe"}, id="a quotation"),
        pytest.param("mixed", 2, {"Ann Roe"}, id="one whose marks are odd"),
        pytest.param("indirect", 2, {"Ann Roe", "Bob Ash"}, id="what is told on"),
        pytest.param("mixed", None, {"Ann Roe", "Bob Ash"}, id="a headline, which may say whose it is"),
    ],
)
def test_in_a_quotation_without_a_source_nobody_praises_himself_by_name(
    kind: Kind, paragraph: int | None, may_say_it: set[str]
) -> None:
    text = "Ann Roe met Bob Ash. “I think Bob Ash was great.”"
    article = article_of(text)
    named = name_at([entity("Ann Roe", "PER", text=text), entity("Bob Ash", "PER", text=text)])
    content = Span(text.index("“"), len(text))
    quote = Quote(1, kind, (content,), (), None, None, "speech", 0.9, paragraph=paragraph)
    found = finder(article, quote, named).of(quote, None, Spoken(), None)
    assert {one.entity.name for one in found if one.entity} == may_say_it

"""How much an article is about one of its terms."""

from __future__ import annotations

from dataclasses import replace

from newscli.analysis.keywords.terms import WEIGHTS, Term
from newscli.model import Entity, Label, Span
from tests.analysis.keywords.test_find import terms

ONCE = [Span(0, 4)]


def term(spelling: str, label: Label | None = None, *, first: int = 50) -> Term:
    entity = Entity(spelling, label, tuple(ONCE), (), 0.5) if label else None
    found = Term(tuple(spelling.lower().split()), first, entity, spans=list(ONCE))
    found.spellings[spelling] += 1
    return found


def test_every_feature_has_a_weight() -> None:
    assert {*term("ferry").features(), "bias"} == set(WEIGHTS)


def test_a_term_rises_with_what_shows_that_the_article_is_about_it() -> None:
    plain = term("ferry").score()
    assert replace(term("ferry"), spans=ONCE * 3).score() > plain
    assert term("ferry", first=5).score() > plain
    assert replace(term("ferry"), lead=True).score() > plain
    assert term("Osk", "LOC").score() > plain


def test_a_people_counts_as_a_name_does() -> None:
    assert term("Danish", "MISC").score() > term("ferry").score()
    assert term("Danish", "MISC").features()["name"] == 0.0


def test_an_institution_outranks_a_person_who_is_named_as_often() -> None:
    assert term("Osk Harbour Board", "ORG").score() > term("Mary Ahl", "PER").score()


def test_a_short_form_brings_its_places() -> None:
    full, short = term("Osk Board", first=90), replace(term("Board", first=3), lead=True, headline=True)
    full.absorb(short)
    assert (full.first, full.lead, full.headline, len(full.spans)) == (3, True, True, 2)


def test_whom_the_lead_names_comes_before_what_is_only_said_more_often() -> None:
    text = (
        "The Danish navy towed a ferry to Osk on Monday. Its engine had failed. Gulls sat on the engine. "
        "The crew opened the engine, and the engine was cold."
    )
    found = terms(text, names={"Osk": ("LOC", ()), "Danish": ("MISC", ())})
    assert found.index("Osk") < found.index("engine")
    assert found.index("Danish") < found.index("crew")

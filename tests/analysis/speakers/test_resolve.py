from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newscli.analysis.entities import merge
from newscli.analysis.segment import segment
from newscli.analysis.speakers import resolver
from newscli.analysis.speakers.candidates import Candidate
from newscli.analysis.speakers.resolve import resolve
from newscli.engines.reader.annotations import (
    Annotation,
    Annotations,
    ContentAnnotation,
    Link,
    NameAnnotation,
    Pointer,
)
from newscli.model import Article, Block, Entity, Kind, Quote, Span
from tests.support.annotations import quotations_of
from tests.support.articles import article_of, laid_out, titles_of, words_of
from tests.support.marked import read_marked


def said_by(article: Article, source: Span) -> tuple[Kind, Span]:
    """Return what stands in marks in the sentence of a source, else the words behind the source."""
    sentence = next(one.span for one in segment(article) if one.span.holds(source))
    quoted = [one.span for one in quotations_of(article) if sentence.meets(one.span)]
    return ("direct", quoted[0]) if quoted else ("indirect", Span(source.end, sentence.end))


def speakers(marked: str, byline: str = "") -> list[str | None]:
    """Return the speaker of each source of a marked text, below a byline if there is one."""
    text, names, sources = read_marked(f"{byline}\n\n{marked}" if byline else marked)
    head, _, body = text.rpartition("\n\n")
    article = laid_out(("byline", head), ("body", body)) if byline else article_of(text)
    quotes = []
    for number, source in enumerate(sources, start=1):
        kind, content = said_by(article, source)
        quotes.append(Quote(number, kind, (content,), (), source, None, "speech", 0.9))
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    return [
        quote.speaker
        for quote in resolve(article, words_of(article), quotes, entities, titles, Annotations())
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[Ana Reyes|PER] met [Peter Hale|PER]. {Mr [Hale|PER]} said it was over.", "Peter Hale"),
        ("[Ana Reyes|PER] met [Peter Hale|PER]. “It is over,” {Ms [Reyes|PER]} said.", "Ana Reyes"),
        ("[Peter Hale|PER], the captain, left the ship. “It is over,” {he} said.", "Peter Hale"),
        ("Mrs [Ana Reyes|PER] spoke to Mr [Peter Hale|PER]. {She} said it was over.", "Ana Reyes"),
        ("[Ana Reyes|PER], {who} said it was over, left.", "Ana Reyes"),
        ("Foreign Minister [Ana Reyes|PER] left on Friday. {The minister} said it was over.", "Ana Reyes"),
        ("{A police spokeswoman} said it was over.", "A police spokeswoman"),
        ("[Ana Reyes|PER] said no. {王小明} said it was over.", "王小明"),
        ("{A diplomat, who was not allowed to speak}, said it was over.", "A diplomat"),
        ("“It is over,” said {two guards -- both of them old}.", "two guards"),
        ("{A spokesman for Mr [Hale|PER]} said it was over.", "A spokesman for Mr Hale"),
        ("{The singer's spokesman} said it was over.", "The singer's spokesman"),
        (
            "The [North Atlantic Ferry Board|ORG] ([NAFB|ORG]) met. {[NAFB|ORG]} said it was over.",
            "North Atlantic Ferry Board",
        ),
        ("{[Ana Reyes|PER] of the [Lisbon Ferry Board|ORG]} said it was over.", "Ana Reyes"),
        ("“It is over,” said {the port’s chief executive, Dr [Ana Reyes|PER]}.", "Ana Reyes"),
        (
            "“It is over,” said {the chief executive of the port}, Professor Dr. [Ana Reyes|PER].",
            "Ana Reyes",
        ),
        ("“It is over,” said {his lawyer}, the novelist [Ana Reyes|PER].", "Ana Reyes"),
        ("“It is over,” said {the chief of the port}, who met [Ana Reyes|PER].", "the chief of the port"),
        (
            "“It is over,” said {the chief of the port}, [Ana Reyes|PER]’s old friend.",
            "the chief of the port",
        ),
        (
            "[Ana Reyes|PER], the lawyer of [Peter Hale|PER], left. {His lawyer} said it was over.",
            "Ana Reyes",
        ),
        ("[Ana Reyes|PER], a trout farmer, left on Friday. {The farmer} said it was over.", "Ana Reyes"),
        ("{[Ana Reyes|PER] and [Peter Hale|PER]} said it was over.", "Ana Reyes and Peter Hale"),
        ("{She} said it was over.", None),
        ("{I} said it was over.", None),
    ],
)
def test_a_speaker(body: str, expected: str | None) -> None:
    assert speakers(body) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("his", "Peter Hale"),
        ("Him", "Peter Hale"),
        ("his lawyer", "his lawyer"),
        ("villagers who", "villagers"),
        ("some who", "some who"),
        ("her", None),
        ("their", None),
        ("my", "Mara Orel"),
        ("whose", "Peter Hale"),
    ],
)
def test_a_pronoun_of_any_case_is_somebody_or_nobody(source: str, expected: str | None) -> None:
    byline = "By Mara Orel"
    text = f"{byline}\n\nMr Peter Hale, {source} view was that it is over, left."
    start = text.index(source)
    body = Span(len(byline) + 2, len(text))
    article = Article(text, "-", (Block("byline", Span(0, len(byline))), Block("body", body)), text)
    hale = Entity("Peter Hale", "PER", (Span(text.index("Peter"), text.index(",")),), (), 1.0)
    content = Span(text.index("it is"), text.index(", left"))
    mention = Span(start, start + len(source))
    quote = Quote(1, "indirect", (content,), (), mention, None, "thought", 0.9)
    (told,) = resolve(article, words_of(article), [quote], [hale], titles_of(article), Annotations())
    assert told.speaker == expected


def test_a_pronoun_goes_on_with_whom_a_relative_pronoun_means() -> None:
    body = "The staff association, {which} said it was over, wrote to [Ana Reyes|PER]. {It} said it was bad."
    assert speakers(body) == ["The staff association", "The staff association"]


def test_a_pronoun_keeps_its_person_in_focus_over_sentences() -> None:
    body = (
        "Mrs [Ana Reyes|PER] took office in May. She moved to [St. Anne|LOC] in June. "
        "She likes [Lisbon|LOC]. "
        "{She} said the ferry was safe."
    )
    assert speakers(body) == ["Ana Reyes"]


def test_the_source_of_the_quote_before_goes_first() -> None:
    body = (
        "Mr [Peter Hale|PER] has sailed for years. “I never slept,” {Mr [Hale|PER]} told Mr [Ivor Dale|PER]. "
        "{He} said the crew knew it."
    )
    assert speakers(body) == ["Peter Hale", "Peter Hale"]


def test_they_are_the_group_that_spoke_before() -> None:
    body = "{Residents of the harbour} said the wall was weak. {They} said it would not hold."
    assert speakers(body) == ["Residents of the harbour", "Residents of the harbour"]


def test_she_is_the_spokeswoman_who_spoke_before() -> None:
    body = (
        "[Ana Reyes|PER] left [Geneva|LOC] on Friday. {A police spokeswoman} said the road was shut. "
        "{She} said nobody was hurt."
    )
    assert speakers(body) == ["A police spokeswoman", "A police spokeswoman"]


def test_the_firm_is_the_company_that_spoke_before() -> None:
    body = "{[Hallworth Homes|ORG]} denied that it had made an offer. {The firm} said it had looked once."
    assert speakers(body) == ["Hallworth Homes", "Hallworth Homes"]


def test_one_description_is_one_speaker_wherever_it_stands() -> None:
    body = "{The ferry company} said it was over. On Friday {the ferry company} said it was not."
    assert speakers(body) == ["The ferry company", "The ferry company"]


def test_i_outside_quotations_is_the_author() -> None:
    assert speakers("{I} said the plan was bad.", byline="By Ana Reyes") == ["Ana Reyes"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    text = "“I said no,” Peter Hale said."
    article = article_of(text)
    outer = Quote(1, "direct", (Span(0, 12),), (Span(24, 28),), Span(13, 23), None, "speech", 0.9)
    inner = Quote(2, "indirect", (Span(8, 10),), (Span(3, 7),), Span(1, 2), None, "speech", 0.9)
    hale = Entity("Peter Hale", "PER", (Span(13, 23),), (), 0.5)
    found = resolve(article, words_of(article), (outer, inner), (hale,), titles_of(article), Annotations())
    assert [(quote.speaker, quote.entity) for quote in found] == [("Peter Hale", 0), ("Peter Hale", 0)]


def test_who_is_an_organisation_where_it_is_written_so() -> None:
    text = "The World Health Organisation met. WHO said it was over."
    article = article_of(text)
    said = Quote(1, "indirect", (Span(44, 55),), (Span(39, 43),), Span(35, 38), None, "speech", 0.9)
    board = Entity("World Health Organisation", "ORG", (Span(4, 29),), (), 0.5)
    (found,) = resolve(article, words_of(article), (said,), (board,), titles_of(article), Annotations())
    assert found.speaker == "World Health Organisation"


def test_a_speaker_is_the_entity_that_the_quote_names_though_another_has_its_name() -> None:
    text = "Mr Kim Falk left. Mrs Kim Falk said it was over. A crew member said no."
    article = article_of(text)
    quotes = (
        Quote(1, "indirect", (Span(36, 47),), (Span(31, 35),), Span(18, 30), None, "speech", 0.9),
        Quote(2, "indirect", (Span(68, 70),), (Span(63, 67),), Span(49, 62), None, "speech", 0.9),
    )
    he = Entity("Kim Falk", "PER", (Span(3, 11),), (), 0.5)
    she = Entity("Kim Falk", "PER", (Span(22, 30),), (), 0.5)
    found = resolve(article, words_of(article), quotes, (he, she), titles_of(article), Annotations())
    assert [(quote.speaker, quote.entity) for quote in found] == [("Kim Falk", 1), ("A crew member", None)]


def test_anyone_is_no_speaker() -> None:
    assert speakers("[Peter Hale|PER] sailed. Had {anyone} warned him of ice, he would have stayed.") == [
        None
    ]


def test_he_is_nobody_whom_a_title_makes_a_woman() -> None:
    assert speakers("Mrs [Ana Reyes|PER] left the hall. {He} said it was over.") == [None]


COUSIN = "{A cousin of Mr [Peter Hale|PER]} said the ferry was late. "


@pytest.mark.parametrize(
    ("going_on", "is_cousin"),
    [
        ("“It was new,” {he} said.", True),
        ("“It was new. It shone. All saw it,” {he} said.", True),
        ("“It was new, [Ivor Dale|PER] knew it,” {he} said.", True),
        ("[Ivor Dale|PER] was there. “It was new,” {he} said.", False),
    ],
)
def test_he_is_certainly_the_unnamed_man_behind_whom_nobody_is_named(
    going_on: str, *, is_cousin: bool
) -> None:
    found = pronoun_pointed_to_hale(COUSIN + going_on)
    assert found == ("A cousin of Mr Peter Hale" if is_cousin else "Peter Hale")


def test_he_in_what_the_unnamed_man_says_may_be_another() -> None:
    assert pronoun_pointed_to_hale(COUSIN + "He added that {he} said it was new.", within=1) == "Peter Hale"


def pronoun_pointed_to_hale(marked: str, within: int | None = None) -> str | None:
    """Return the speaker of the last source if the reader takes all sources and contents for Peter Hale's."""
    text, names, sources = read_marked(marked)
    article = article_of(text)
    told = [said_by(article, source) for source in sources]
    hale = Pointer(((0, 0.9),), 0.1)
    annotations = Annotations(
        sources=tuple(Annotation(source, 0.9) for source in sources),
        contents=tuple(ContentAnnotation(content, 0.9, speaker=hale) for _, content in told),
        names=tuple(NameAnnotation(name.span, name.label, 0.9, (1.0, 0.0, 0.0, 0.0)) for name in names),
        pointers=(hale,) * len(sources),
    )
    quotes = [
        Quote(number, kind, (content,), (), source, None, "speech", 0.8)
        for number, (source, (kind, content)) in enumerate(zip(sources, told, strict=True), start=1)
    ]
    quotes[-1] = replace(quotes[-1], within=within)
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    return resolve(article, words_of(article), quotes, entities, titles, annotations)[-1].speaker


POINTED = "[Ana Reyes|PER] met [Peter Hale|PER]. {The captain of the ferry} said it was over."


def pointed(source: float, content: float) -> list[str | None]:
    """Return the speaker if the reader means Peter Hale with these chances."""
    text, names, sources = read_marked(POINTED)
    article = article_of(text)
    said = Span(sources[0].end + 1, sources[0].end + 5)
    told = Span(said.end + 1, len(text) - 1)
    annotations = Annotations(
        sources=(Annotation(sources[0], 0.9),),
        cues=(Annotation(said, 0.9),),
        contents=(ContentAnnotation(told, 0.9, speaker=Pointer(((1, content),), 1 - content)),),
        names=tuple(NameAnnotation(name.span, name.label, 0.9, (1.0, 0.0, 0.0, 0.0)) for name in names),
        links=(Link(0, 0.9, 0, 0.9),),
        pointers=(Pointer(((1, source),), 1 - source),),
    )
    quote = Quote(1, "indirect", (told,), (said,), sources[0], None, "speech", 0.8)
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    return [q.speaker for q in resolve(article, words_of(article), [quote], entities, titles, annotations)]


def test_a_description_is_whom_the_reader_points_to() -> None:
    assert pointed(0.9, 0.7) == ["Peter Hale"]


@pytest.mark.parametrize(("chance", "expected"), [(0.36, "Peter Hale"), (0.34, "The captain of the ferry")])
def test_a_description_has_a_name_only_if_that_is_likely(
    monkeypatch: pytest.MonkeyPatch, chance: float, expected: str
) -> None:
    def doubtful(_: str, found: Sequence[Candidate]) -> list[float]:
        return [chance if one.entity and one.entity.name == "Peter Hale" else 0.2 for one in found]

    monkeypatch.setattr(resolver, "chances_of", doubtful)
    assert pointed(0.5, 0.5) == [expected]


@pytest.mark.parametrize(("chance", "expected"), [(0.61, "Ana Reyes"), (0.59, None)])
def test_what_has_no_source_is_somebody_s_only_if_that_is_likely(
    monkeypatch: pytest.MonkeyPatch, chance: float, expected: str | None
) -> None:
    def doubtful(_: str, found: Sequence[Candidate]) -> list[float]:
        return [chance if one.entity else 0.2 for one in found]

    monkeypatch.setattr(resolver, "chances_of", doubtful)
    text, names, _ = read_marked("[Ana Reyes|PER] left. “It is over.”")
    article = article_of(text)
    told = Span(text.index("“"), len(text))
    annotations = Annotations(
        contents=(ContentAnnotation(told, 0.9, speaker=Pointer(((0, 0.5),), 0.5)),),
        names=tuple(NameAnnotation(name.span, name.label, 0.9, (1.0, 0.0, 0.0, 0.0)) for name in names),
    )
    quote = Quote(1, "direct", (told,), (), None, None, "speech", 0.8)
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    found = resolve(article, words_of(article), [quote], entities, titles, annotations)
    assert [one.speaker for one in found] == [expected]


def test_a_description_is_nobody_else_where_the_reader_doubts_it() -> None:
    assert pointed(0.02, 0.001) == ["The captain of the ferry"]


def test_a_description_means_the_same_one_again() -> None:
    text, names, sources = read_marked(
        "[Ana Reyes|PER] met [Peter Hale|PER]. {The nominee} said no. Later {the nominee} said yes."
    )
    article = article_of(text)
    hale, reyes = Pointer(((1, 0.9),), 0.1), Pointer(((0, 0.9),), 0.1)
    contents = [Span(source.end + 6, text.index(".", source.end)) for source in sources]
    annotations = Annotations(
        sources=tuple(Annotation(source, 0.9) for source in sources),
        contents=tuple(
            ContentAnnotation(content, 0.9, speaker=seen)
            for content, seen in zip(contents, (hale, reyes), strict=True)
        ),
        names=tuple(NameAnnotation(name.span, name.label, 0.9, (1.0, 0.0, 0.0, 0.0)) for name in names),
        pointers=(hale, reyes),
    )
    quotes = [
        Quote(number, "indirect", (content,), (), source, None, "speech", 0.8)
        for number, (source, content) in enumerate(zip(sources, contents, strict=True), start=1)
    ]
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    told = resolve(article, words_of(article), quotes, entities, titles, annotations)
    assert [quote.speaker for quote in told] == ["Peter Hale", "Peter Hale"]
    later = resolve(article, words_of(article), quotes[1:], entities, titles, annotations)
    assert [quote.speaker for quote in later] == ["Ana Reyes"]


def test_an_unnamed_spokesman_speaks_for_his_body() -> None:
    body = "{A spokesman for the [Lisbon Ferry Board|ORG]} said it was over."
    assert speakers(body) == ["Lisbon Ferry Board"]


@pytest.mark.parametrize(
    "spokesman", ["the singer’s spokesman", "the Hale spokesman", "[Peter Hale|PER]’s official spokesman"]
)
def test_who_says_for_whom_he_speaks_is_not_the_voice_of_the_body_before(spokesman: str) -> None:
    body = "{The [Lisbon Ferry Board|ORG]} said it was over. It was late, said {" + spokesman + "}."
    plain = spokesman.replace("[", "").replace("|PER]", "")
    assert speakers(body) == ["Lisbon Ferry Board", plain]


def test_he_goes_on_with_the_spokesman_of_somebody_in_the_next_paragraph() -> None:
    body = "{[Peter Hale|PER]’s spokesman} said it was over.\n\n{He} said it was late."
    assert speakers(body) == ["Peter Hale’s spokesman"] * 2


def test_an_i_outside_quotations_is_the_author_whom_a_note_at_the_foot_names() -> None:
    text, names, sources = read_marked(
        "{I} said it was over. [Peter Hale|PER] left.\n\n[Mara Orel|PER] is a nurse in Aldby."
    )
    article = article_of(*text.split("\n\n"))
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    content = Span(sources[0].end, text.index("."))
    quote = Quote(1, "indirect", (content,), (), sources[0], None, "speech", 0.9)
    (told,) = resolve(article, words_of(article), [quote], entities, titles, Annotations())
    assert told.speaker == "Mara Orel"


def test_who_speaks_of_him_is_not_he() -> None:
    text, names, sources = read_marked(
        "“{He} said it was over,” said {[Peter Hale|PER]}, who met [Ivor Dale|PER]."
    )
    article, (he, hale) = article_of(text), sources
    outer = quotations_of(article)[0].span
    inner = Span(he.end, outer.end - 1)
    quotes = [
        Quote(1, "direct", (outer,), (), hale, None, "speech", 0.9),
        Quote(2, "indirect", (inner,), (), he, None, "speech", 0.9, within=1),
    ]
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    told = resolve(article, words_of(article), quotes, entities, titles, Annotations())
    assert told[0].speaker == "Peter Hale"
    assert told[1].speaker != "Peter Hale"


def nested(marked: str, *, sees: bool = False) -> tuple[str | None, ...]:
    """Return the speakers of an outer statement, up to the last full stop, and of one inside it."""
    text, names, (outer_source, inner_source) = read_marked(marked)
    article = article_of(text)
    quoted = quotations_of(article)
    content = quoted[0].span if quoted else Span(outer_source.end, len(text))
    quotes = [
        Quote(1, "direct" if quoted else "indirect", (content,), (), outer_source, None, "speech", 0.9),
        Quote(
            2,
            "indirect",
            (Span(inner_source.end, content.end - 1),),
            (),
            inner_source,
            None,
            "speech",
            0.9,
            within=1,
        ),
    ]
    titles = titles_of(article)
    entities = merge(article, segment(article), names, titles)
    seen = tuple(ContentAnnotation(quote.spans[0], 0.9, speaker=Pointer((), 1.0)) for quote in quotes)
    annotations = Annotations(contents=seen) if sees else Annotations()
    told = resolve(article, words_of(article), quotes, entities, titles, annotations)
    return tuple(quote.speaker for quote in told)


def test_you_are_not_the_one_who_speaks() -> None:
    assert nested("{[Ana Reyes|PER]} told him: “{You} asked your brother to lie.”") == ("Ana Reyes", None)


def test_a_pronoun_is_no_name_of_a_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: str, found: Sequence[object]) -> list[float]:
        return [1.0, *[0.0] * (len(found) - 1)]

    monkeypatch.setattr(resolver, "chances_of", nobody)
    assert nested("{[Ana Reyes|PER]} told him: “{We} said it was over.”", sees=True)[1] is None


def test_a_description_in_somebodys_own_statement_is_another() -> None:
    found = nested("{[Peter Hale|PER]} said {the farmer} told them that there had been a landslip.")
    assert found == ("Peter Hale", "the farmer")


def test_half_a_bracket_is_no_part_of_a_description() -> None:
    article = article_of("Then [the coach] said it was over.")
    text = article.text
    source = Span(text.index("the"), text.index(" said"))
    quote = Quote(
        1, "indirect", (Span(text.index("it was"), len(text) - 1),), (), source, None, "speech", 0.9
    )
    (told,) = resolve(article, words_of(article), [quote], (), titles_of(article), Annotations())
    assert told.speaker == "the coach"

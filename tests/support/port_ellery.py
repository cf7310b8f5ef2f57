"""An invented article with a hand-made reading, so that no renderer test depends on the analysis."""

from __future__ import annotations

from typing import get_args

from newscli.model import (
    Analysis,
    Article,
    Block,
    Entity,
    Keyword,
    Label,
    Quote,
    Role,
    Sentence,
    Source,
    Span,
    SummarySentence,
)
from newscli.render import View

# Those of one article.
VIEWS: tuple[View, ...] = tuple(view for view in get_args(View) if view != "compare")

HEADLINE = "Port Ellery votes to raise its sea wall"
BYLINE = "By Ilse Marren"
DATELINE = "PORT ELLERY"
LEAD = (
    "The council of Port Ellery voted on Tuesday to raise the sea wall by two metres, ending a dispute "
    "that has divided the harbour town since the flood of last winter."
)
VOSS_BEGINS = "“We will not spend another winter counting sandbags,”"
VOSS_ENDS = "“and we will not ask our children to do it either.”"
VOSS = f"{VOSS_BEGINS} Mara Voss, the mayor, told the council, {VOSS_ENDS}"
COST = "The work will cost 40 million crowns"
PRAISE = "the vote “a late piece of common sense”"
HALE = f"{COST}, said Tomas Hale of the Harbour Board, who called {PRAISE}."
BOATS = "a higher wall would hide the boats from their owners"
FISHERMEN = f"Fishermen at the North Quay had warned that {BOATS}."
NOBODY_ASKED = "“Nobody asked us,” one of them said."
DENIAL = "Mr Hale denied this."
MARCH = "Mrs Voss believes that building can begin in March."
FUND = (
    "Engineers from the Lindqvist Institute will inspect the ground first, and the Coastal Fund is "
    "expected to pay for half of the wall."
)
CREDIT = "Editing by Jon Arkwright"

BODY = (LEAD, VOSS, HALE, f"{FISHERMEN} {NOBODY_ASKED} {DENIAL}", f"{MARCH} {FUND}")
SENTENCES = (LEAD, VOSS, HALE, FISHERMEN, NOBODY_ASKED, DENIAL, MARCH, FUND)
TEXT = "\n\n".join((HEADLINE, BYLINE, f"{DATELINE} — {LEAD}", *BODY[1:], CREDIT))


def spot(words: str, after: str = "") -> Span:
    """Return the place of the words, the first behind ``after``."""
    start = TEXT.index(words, TEXT.index(after) + len(after))
    return Span(start, start + len(words))


def spots(*forms: str) -> tuple[Span, ...]:
    """Return the places of all occurrences of the forms, in text order."""
    starts = ((start, form) for form in forms for start in range(len(TEXT)) if TEXT.startswith(form, start))
    return tuple(Span(start, start + len(form)) for start, form in sorted(starts))


def entity(
    label: Label, salience: float, name: str, *aliases: str, description: Span | None = None
) -> Entity:
    return Entity(name, label, spots(name, *aliases), aliases, salience, description)


def blocks() -> tuple[Block, ...]:
    parts: list[tuple[Role, str]] = [("headline", HEADLINE), ("byline", BYLINE), ("dateline", DATELINE)]
    parts += [("body", paragraph) for paragraph in BODY]
    parts += [("credits", CREDIT)]
    return tuple(Block(role, spot(words)) for role, words in parts)


def sentences() -> tuple[Sentence, ...]:
    parts: list[tuple[Role, str]] = [("headline", HEADLINE), ("byline", BYLINE), ("dateline", DATELINE)]
    parts += [("body", sentence) for sentence in SENTENCES]
    return tuple(Sentence(index, 0, role, spot(words), ()) for index, (role, words) in enumerate(parts))


def quotes() -> tuple[Quote, ...]:
    """Return one quote of each sort: interrupted, indirect, mixed, of nobody by name, doubtful, believed."""
    told = (spot(VOSS_BEGINS), spot(VOSS_ENDS))
    asked = spot("“Nobody asked us,”")
    mayor, first = spot("the mayor"), spot("Mara Voss, the mayor")
    board = spot("of the Harbour Board")
    return (
        Quote(
            1,
            "direct",
            told,
            (spot("told"),),
            first,
            "Mara Voss",
            "speech",
            0.97,
            source_type="person",
            description=mayor,
            paragraph=2,
        ),
        Quote(
            2,
            "indirect",
            (spot(COST),),
            (spot("said"),),
            spot("Tomas Hale"),
            "Tomas Hale",
            "speech",
            0.9,
            source_type="person",
            description=board,
            paragraph=3,
        ),
        Quote(
            3,
            "mixed",
            (spot(PRAISE),),
            (spot("called"),),
            spot("who"),
            "Tomas Hale",
            "speech",
            0.81,
            paragraph=3,
        ),
        Quote(
            4,
            "indirect",
            (spot(BOATS),),
            (spot("had warned"),),
            spot("Fishermen at the North Quay"),
            None,
            "speech",
            0.7,
            paragraph=4,
        ),
        Quote(
            5,
            "direct",
            (asked,),
            (spot("said", "one of them"),),
            spot("one of them"),
            None,
            "speech",
            0.42,
            paragraph=4,
        ),
        Quote(
            6,
            "indirect",
            (spot("building can begin in March"),),
            (spot("believes"),),
            spot("Mrs Voss"),
            "Mara Voss",
            "thought",
            0.66,
            source_type="person",
            description=mayor,
            paragraph=5,
        ),
    )


def reading(file: str = "port-ellery.txt") -> Analysis:
    """Return the reading of the article, with every part filled."""
    return Analysis(
        article=Article(TEXT, file, blocks(), TEXT),
        sentences=sentences(),
        quotes=quotes(),
        entities=(
            entity("PER", 0.91, "Mara Voss", "Mrs Voss", description=spot("the mayor")),
            entity("LOC", 0.88, "Port Ellery", DATELINE),
            entity("PER", 0.63, "Tomas Hale", "Mr Hale"),
            entity("ORG", 0.41, "Harbour Board"),
            entity("ORG", 0.33, "Lindqvist Institute"),
            entity("LOC", 0.3, "North Quay"),
            entity("ORG", 0.22, "Coastal Fund"),
        ),
        summary=(
            SummarySentence(3, spot(LEAD), 0.9312, ("early in the article", "names")),
            SummarySentence(5, spot(HALE), 0.7, ("figures",)),
            SummarySentence(10, spot(FUND), 0.55555),
        ),
        summary_method="news",
        keywords=(
            Keyword("sea wall", 1.0, spots("sea wall")),
            Keyword("council", 0.74, spots("council")),
            Keyword("winter", 0.52, spots("winter")),
            Keyword("vote", 0.31, (spot("vote", COST),)),
        ),
        sources=(
            Source("Mara Voss", True, "person", spot("the mayor"), "she", 1, 0, 1, 24, 0.6486, 2),
            Source("Tomas Hale", True, "person", spot("of the Harbour Board"), None, 0, 1, 1, 13, 0.3514, 3),
        ),
        warnings=("a quotation mark in paragraph 4 has no partner",),
    )


def retold(file: str = "retold.txt") -> Analysis:
    """Return the reading of a question, whose cue stands in two pieces, with a denial told inside it."""
    text = "Why did Tomas Hale say that Mara Voss denied the vote?"

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    told, cue = place("Mara Voss denied the vote"), (place("did"), place("say"))
    hale, voss, denied, vote = map(place, ("Tomas Hale", "Mara Voss", "denied", "the vote"))
    return Analysis(
        Article(text, file, (Block("body", Span(0, len(text))),), text),
        quotes=(
            Quote(1, "indirect", (told,), cue, hale, "Tomas Hale", "speech", 0.8, "asked", paragraph=1),
            Quote(
                2,
                "indirect",
                (vote,),
                (denied,),
                voss,
                "Mara Voss",
                "speech",
                0.7,
                "denied",
                within=1,
                paragraph=1,
            ),
        ),
    )


def nothing_found(file: str = "bare.txt") -> Analysis:
    """Return the reading of a line in which there is nothing to find."""
    text = "It rained."
    return Analysis(Article(text, file, (Block("body", Span(0, len(text))),), text))


def saying(words: str) -> Analysis:
    """Return a reading in which file, headline, every part, name and warning are the same words."""
    whole = Span(0, len(words))
    return Analysis(
        article=Article(words, words, (Block("headline", whole),), words),
        quotes=(
            Quote(1, "direct", (whole,), (whole,), whole, words, "speech", 0.9),
            Quote(2, "mixed", (whole, whole), (), whole, None, "thought", 0.2),
        ),
        entities=(
            Entity(words, "PER", (whole,), (words, "Ana"), 0.5),
            Entity("Ana", "ORG", (whole, whole), (words,), 0.2),
        ),
        summary=(SummarySentence(0, whole, 0.5),),
        summary_method="news",
        keywords=(Keyword(words, 1.0, (whole,)),),
        sources=(
            Source(words, True, "person", whole, None, 1, 0, 0, 1, 0.5, 1),
            Source(words, False, "anonymous", None, "they", 0, 0, 1, 1, 0.5, None),
        ),
        warnings=(words,),
    )


def cells(line: str) -> int:
    """Return the columns that a line fills on a terminal."""
    from rich.cells import cell_len

    return cell_len(line)

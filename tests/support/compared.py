"""A comparison of two articles, and of three, made by hand of what they say."""

from __future__ import annotations

from newscli.analysis.compare import compare_analyses
from newscli.analysis.sources import unify
from newscli.comparison import Comparison
from newscli.model import Analysis
from tests.support.statements_told import Said, telling

CRACKED = "the pier had cracked in {} places and 40 crews were sent home"
WE_SAIL = "“We will sail on {}, come what may”"


def accounts(several: int = 2) -> list[Analysis]:
    """Return articles of one event: a quotation and a statement in all, and one in each alone."""
    own = (
        ("Tom Reeve", "nobody told the pilots"),
        ("Dora Weir", "tolls must rise"),
        ("Jon Amis", "it rained"),
    )
    days, places = ("Monday", "Tuesday", "Monday"), ("three", "four", "four")
    return [
        telling(
            Said("Ana Orel", WE_SAIL.format(days[at]), description="the harbour master"),
            Said("Ana Orel", CRACKED.format(places[at])),
            Said(*own[at], status="denied"),
            entities=(("Ana Orel", "PER"), ("Port Ellery", "LOC"), (own[at][0], "PER")),
            file=f"{at}.txt",
        )
        for at in range(several)
    ]


def comparison(several: int = 2) -> Comparison:
    """Return the comparison of so many articles, at most three."""
    return compare_analyses(unify(accounts(several)))


def comparison_saying(words: str) -> Comparison:
    """Return a comparison in which files, speakers and statements are the same words."""
    marked = f"“{words}”"
    first = telling(Said(words, marked), entities=((words, "PER"),), file=words)
    second = telling(Said(words, f"{marked} {words}"), entities=(("Ana", "ORG"), (words, "LOC")), file=words)
    return compare_analyses([first, second])

"""What the words around a source and its cue tell of whether something was said."""

from __future__ import annotations

import pytest

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.unasserted import status_around
from newscli.model import Span, Status


def draft(text: str, status: Status = "said") -> tuple[str, QuoteDraft]:
    """Return a text without its marks, and the draft of [its source], {its cue} and <its content>."""
    parts: dict[str, Span] = {}
    prose, start = "", 0
    for letter in text:
        if letter in "[{<":
            start = len(prose)
        elif letter in "]}>":
            parts[letter] = Span(start, len(prose))
        else:
            prose += letter
    made = QuoteDraft((parts[">"],), parts.get("}"), parts.get("]"), "speech", "reader", 0.9, 0, status)
    return prose, made


def status(text: str, told: Status = "said") -> Status:
    prose, made = draft(text, told)
    return status_around(prose, made, None)


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that [Ana Roe] {said} <the mine was safe>.",
        "There is no credible evidence whatsoever that [Ana Roe] {said} <the mine was safe>.",
        "Police found no record of [Roe] {telling} the inspectors <the mine was safe>.",
        "There was nothing to suggest that [she] {had told} him <to leave>.",
        "It is not true that [Lind] {said} <he was ill>. It isn’t.",
        "It isn’t true that [Lind] {said} <he was ill>.",
        "It is untrue to say that [Lind] {promised} <a new pit>.",
        "At no point did [Lind] {say} <the mine was safe>.",
        "Not once in ten years has [the firm] {warned} <of a fire>.",
        "[Neither Lind nor Roe] {said} <the mine was safe>.",
        "[No one] {said} <the mine was safe>.",
        "Contrary to what [Lind] {said}, <the mine was never closed>.",
        "Despite what [Lind] {told} the court, <the mine was never closed>.",
        "The claim that [Roe] {said} <“we knew”> is false.",
        "Posts quoting [Roe] {as saying} <“we knew”> are fake.",
        "Far from {saying} <that the mine was safe>, Roe closed it.",
        "{Rather than admit} <the mine was unsafe>, Roe closed it.",
        "[Roe] left without once {saying} <the mine was unsafe>.",
        "A doctored clip shows [Roe] {saying} <that the mine was unsafe>.",
        "A satirical news site had [Roe] {saying} <“the mine is a swamp”>.",
        "A fabricated letter in which [Roe] {admits} <that the mine was unsafe> was shared.",
        "Posts wrongly claim that [Roe] {said} <the mine was unsafe>.",
        "The Post has corrected a report that [Roe] {said} <the mine was unsafe>.",
        "The Post apologised for reporting that [Roe] {had said} <the mine was unsafe>.",
        "An earlier version of this article said that [Roe] {had called} <the mine “a swamp”>.",
        "A video in which [Roe] {says} <“we knew” was doctored>.",
    ],
)
def test_what_was_never_said_is_unsaid(text: str) -> None:
    assert status(text) == "unsaid"


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether [Lind] {told} them <the mine was safe>.",
        "It was not yet known if [Lind] {told} them <the mine was safe>.",
        "The finding could bruise the board and help [Lind] {cast} <the mine as safe>.",
        "It would allow [the firm] {to say} <the mine was safe>.",
    ],
)
def test_what_nobody_knows_to_have_been_said_is_possible(text: str) -> None:
    assert status(text) == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "There is evidence that [Roe] {said} <the mine was safe>.",
        "It is true that [Roe] {said} <the mine was safe>.",
        "There is no doubt that [Roe] {said} <the mine was safe>.",
        "Despite what [Lind] {said} <we must go>.",
        "<There is no evidence of a leak>, [Roe] {said}.",
        "<The claim is false>, [Roe] {said}.",
        "The report that [Roe] {said} <would close the mine> was read by all.",
        "[No 10] {said} <the mine was safe>.",
        "[Nobel laureates] {said} <the mine was safe>.",
        "The site has a report that [Roe] {said} <the mine was unsafe>.",
        "Posts claim that [Roe] {said} <the mine was unsafe>.",
        "A fake account was closed, and [Roe] {said} <she was glad>.",
        "It helped [Roe] {cast} <the mine as unsafe>.",
        "It could help, and [Roe] {said} <the mine was safe>.",
        "The claim is false. [Roe] {said} <the mine was safe>.",
    ],
)
def test_what_was_said_stays_so(text: str) -> None:
    assert status(text) == "said"


def test_what_the_reader_sees_otherwise_stays_as_it_sees_it() -> None:
    assert status("It is unclear whether [Lind] {will tell} them <the truth>.", "asked") == "asked"


def nested(outer: str, told: Status, inner: str) -> Status:
    """Return the status of an inner content in an outer one that is told so; both mark the same prose."""
    (prose, holder), (same, made) = draft(outer, told), draft(inner)
    assert prose == same
    return status_around(prose, made, holder)


@pytest.mark.parametrize(
    ("outer", "told", "inner"),
    [
        (
            "[She] {denied} <that Lind had said it was safe>.",
            "denied",
            "She denied that [Lind] {had said} <it was safe>.",
        ),
        (
            "[She] {rejected claims} <he told her to lie>.",
            "denied",
            "She rejected claims [he] {told} her <to lie>.",
        ),
        ("[He] {denied} <telling Roe to lie>.", "denied", "He denied {telling} Roe <to lie>."),
        (
            "{Asked} <whether Lind had told her to lie>, she left.",
            "asked",
            "Asked whether [Lind] {had told} her <to lie>, she left.",
        ),
        (
            "[She] {would not say} <whether Lind had told her to lie>.",
            "unsaid",
            "She would not say whether [Lind] {had told} her <to lie>.",
        ),
    ],
)
def test_a_saying_that_is_itself_denied_or_asked_is_possible(outer: str, told: Status, inner: str) -> None:
    assert nested(outer, told, inner) == "possible"


@pytest.mark.parametrize(
    ("outer", "told", "inner"),
    [
        (
            "[He] {rejected} <the union’s call to resign>.",
            "denied",
            "He rejected [the union’s] {call} <to resign>.",
        ),
        (
            "[He] {denied} <a report in which Roe says he lied>.",
            "denied",
            "He denied a report in which [Roe] {says} <he lied>.",
        ),
        (
            "{Asked} <why Lind had told her to lie>, she left.",
            "asked",
            "Asked why [Lind] {had told} her <to lie>, she left.",
        ),
        (
            "[She] {said} <that Lind had told her to lie>.",
            "said",
            "She said that [Lind] {had told} her <to lie>.",
        ),
    ],
)
def test_a_saying_that_the_answer_takes_for_given_was_said(outer: str, told: Status, inner: str) -> None:
    assert nested(outer, told, inner) == "said"

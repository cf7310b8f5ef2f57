from __future__ import annotations

import pytest

from newscli.analysis.quotes.cue_behind import attribute_behind
from newscli.analysis.quotes.direct import attribute_quotations
from newscli.analysis.quotes.signature import signature_above, signature_below
from tests.support.quotes import running_text_of, surroundings_of, words_of_attribution


def signed(text: str) -> str | None:
    """Return who signs the first quotation of a text in its line."""
    found = words_of_attribution(text, attribute_behind(surroundings_of(text)))
    return found[1] if found and found[0] is None else None


@pytest.mark.parametrize("dash", ["—", "–", "―", "--"])
def test_a_name_behind_a_dash_signs_a_quotation(dash: str) -> None:
    assert signed(f"“The ferry is late every single day.” {dash} Ana Reyes, Port Ellery") == "Ana Reyes"


@pytest.mark.parametrize("rest", ["", ".", ", mayor of Exwick", " (Exwick North)"])
def test_a_signature_is_the_name_without_what_describes_it(rest: str) -> None:
    assert signed(f"“Late again.” — Ana de Reyes{rest}") == "Ana de Reyes"


@pytest.mark.parametrize(
    "text",
    [
        "“Late again” — Reyes had left by then. Nobody spoke.",
        "“Late again” — the mayor of Exwick",
        "“Late again” — Reyes, she told us",
        "“Late again” — A B C D E F G H I",
    ],
)
def test_a_dash_before_anything_but_a_name_opens_no_signature(text: str) -> None:
    assert signed(text) is None


def test_a_signature_may_stand_in_the_next_line() -> None:
    text = "“The ferry is late every single day.”\n\n— Ana Reyes"
    assert words_of_attribution(text, signature_below(surroundings_of(text))) == (None, "Ana Reyes")


@pytest.mark.parametrize(
    "text",
    [
        "“Late again.”",
        "“Late again.”\n\nAna Reyes",
        "“Late again.”\n\n—",
        "“Late again.” It rained.\n\n— Ana Reyes",
    ],
)
def test_a_line_below_that_is_no_signature_signs_nothing(text: str) -> None:
    assert signature_below(surroundings_of(text)) is None


def test_each_quotation_of_a_list_has_its_own_signature() -> None:
    text = "“The ferry is late every day.”― Ana Reyes.\n\n“Nobody tells us anything.” ― Tom Hale"
    drafts = attribute_quotations(running_text_of(text))
    assert [draft.mention and draft.mention.of(text) for draft in drafts] == ["Ana Reyes", "Tom Hale"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From Ana Reyes, a nurse in Aldby:\n\n“We saw the water come.”", "Ana Reyes, a nurse in Aldby"),
        ("From the bridge:\n\n“We saw the water come.”", None),
        ("From Ana Reyes came this letter.\n\n“We saw the water come.”", None),
        ("She said: “We saw the water come.”", None),
    ],
)
def test_a_line_above_says_from_whom_a_quotation_is(text: str, expected: str | None) -> None:
    found = words_of_attribution(text, signature_above(surroundings_of(text)))
    assert found == (None if expected is None else (None, expected))

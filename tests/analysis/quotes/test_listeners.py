"""Who hears is no source."""

from __future__ import annotations

import pytest

from tests.support.quotes import told


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"),
    [
        ("The court heard that it was over.", "it was over", "heard", "The court", None),
        (
            "The jury of ten women has heard that it was over.",
            "it was over",
            "has heard",
            "The jury of ten women",
            None,
        ),
        ("Police were told that it was over.", "it was over", "were told", "Police", None),
        ("Lodger laid the table, jury told", "Lodger laid the table", "told", "jury", None),
        ("Drivers are urged to stay away.", "to stay away", "are urged", "Drivers", None),
        ("Witnesses were asked to come.", "to come", "were asked", "Witnesses", None),
        ("The court told Hale that it was over.", "it was over", "told", "The court", "The court"),
        ("Ms Reyes heard that it was over.", "it was over", "heard", "Ms Reyes", "Ms Reyes"),
        ("Ms Reyes told us that it was over.", "it was over", "told", "Ms Reyes", "Ms Reyes"),
    ],
)
def test_who_listens_is_no_source(
    text: str, content: str, cue: str, source: str, expected: str | None
) -> None:
    (quote,) = told(text, (content, cue, source))
    assert (quote.mention, quote.cue) == (expected, cue)

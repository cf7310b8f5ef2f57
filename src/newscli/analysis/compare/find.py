"""What several articles of one event have in common, and what one tells alone."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.analysis.compare.groups import group_statements
from newscli.analysis.compare.names import group_names, group_sources
from newscli.analysis.compare.numbers import differing_numbers
from newscli.analysis.compare.statements import statements_of
from newscli.comparison import Comparison
from newscli.model import Analysis, Article


def compare_analyses(told: Sequence[Analysis]) -> Comparison:
    """Compare several articles of one event: their statements, sources, names and numbers.

    How statements are paired is told in ``statements``, speakers in ``speakers``, numbers in ``numbers``.

    Args:
        told: In the order in which they are shown, with quotes, entities and sources, each speaker with one
            name in all of them.

    Returns:
        The comparison; the same analyses in the same order give the same one. Linear in the length of the
        articles, quadratic in their number.
    """
    told = tuple(told)
    statements = group_statements(told, [statements_of(at, one) for at, one in enumerate(told)])
    return Comparison(
        Article("", "", (), ""),
        warnings=tuple(f"{one.article.file}: {warning}" for one in told for warning in one.warnings),
        articles=len(told),
        told=told,
        statements=statements,
        cited=group_sources(told, statements),
        named=group_names(told),
        numbers=differing_numbers(told, statements),
    )

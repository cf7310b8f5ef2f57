"""From several articles to their comparison: each is analysed, then all are set side by side."""

from __future__ import annotations

from newscli.analysis.compare import compare_analyses
from newscli.analysis.pipeline import COMPARED, analyse
from newscli.analysis.sources import unify
from newscli.comparison import Comparison
from newscli.errors import UsageError
from newscli.limits import MAX_COMPARED
from newscli.model import Analysis, Article


def compare(*told: Article | Analysis) -> Comparison:
    """Compare articles of one event: what several tell, what one tells alone, and what differs.

    Two statements are one if their speakers are, and their words agree: quotations word by word, others by
    their content words, names and numbers. Numbers differ if articles count the same thing in paired
    statements, or in sentences of the same words.

    Args:
        told: Two or more. An article is analysed first; an analysis must have the parts ``quotes``,
            ``entities`` and ``sources``.

    Returns:
        The comparison. The same articles in the same order give the same one. Linear in their length,
        quadratic in their number.

    Raises:
        UsageError: If there is one article only, or more than can be compared.
        ModelError: If a file of model parameters is missing or altered.
    """
    if len(told) <= 1:
        raise UsageError("a comparison needs two articles", "name the others too")
    if len(told) > MAX_COMPARED:
        raise UsageError(f"at most {MAX_COMPARED} articles can be compared", "choose some of them")
    analyses = [analyse(one, want=COMPARED) if isinstance(one, Article) else one for one in told]
    return compare_analyses(unify(analyses))

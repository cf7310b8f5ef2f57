"""Read a news article and say what is in it: quotes, names, a summary, keywords.

    >>> import newscli
    >>> analysis = newscli.analyse(newscli.read("story.txt"), want={"quotes"})
    >>> [quote.speaker for quote in analysis.quotes]

The names below are imported when they are first used, so that ``import newscli`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscli.analysis.pipeline import Options, Part, analyse
    from newscli.analysis.together import compare
    from newscli.comparison import (
        Comparison,
        Figure,
        NameGroup,
        NumberGroup,
        SourceGroup,
        StatementGroup,
        Telling,
    )
    from newscli.errors import (
        InputError,
        MissingExtraError,
        ModelError,
        NewscliError,
        OutputError,
        UsageError,
    )
    from newscli.model import (
        Analysis,
        Article,
        Block,
        Entity,
        Keyword,
        Label,
        Mention,
        Quote,
        Sentence,
        Span,
        SummarySentence,
    )
    from newscli.text.containers.pieces import Fields
    from newscli.text.load import parse, read, read_all

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Article",
    "Block",
    "Comparison",
    "Entity",
    "Fields",
    "Figure",
    "InputError",
    "Keyword",
    "Label",
    "Mention",
    "MissingExtraError",
    "ModelError",
    "NameGroup",
    "NewscliError",
    "NumberGroup",
    "Options",
    "OutputError",
    "Part",
    "Quote",
    "Sentence",
    "SourceGroup",
    "Span",
    "StatementGroup",
    "SummarySentence",
    "Telling",
    "UsageError",
    "analyse",
    "compare",
    "parse",
    "read",
    "read_all",
]

_ELSEWHERE = {
    "analyse": "newscli.analysis.pipeline",
    "compare": "newscli.analysis.together",
    **dict.fromkeys(
        (
            "Comparison",
            "Figure",
            "NameGroup",
            "NumberGroup",
            "SourceGroup",
            "StatementGroup",
            "Telling",
        ),
        "newscli.comparison",
    ),
    "Fields": "newscli.text.containers.pieces",
    "Options": "newscli.analysis.pipeline",
    "Part": "newscli.analysis.pipeline",
    "parse": "newscli.text.load",
    "read": "newscli.text.load",
    "read_all": "newscli.text.load",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _ELSEWHERE.get(name) or ("newscli.errors" if name.endswith("Error") else "newscli.model")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

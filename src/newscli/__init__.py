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
    from newscli.analysis.pipeline import Options, Part
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
    from newscli.library import (
        Analysis,
        Entity,
        Quote,
        Sentence,
        SummarySentence,
        analyse,
        analyse_many,
        to_records,
    )
    from newscli.model import Article, Audit, Block, Keyword, Label, Mention, Source, Span
    from newscli.render.records import Records
    from newscli.text.containers.pieces import Fields
    from newscli.text.load import parse, read, read_all

    analyze = analyse

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Article",
    "Audit",
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
    "Records",
    "Sentence",
    "Source",
    "SourceGroup",
    "Span",
    "StatementGroup",
    "SummarySentence",
    "Telling",
    "UsageError",
    "analyse",
    "analyse_many",
    "analyze",
    "compare",
    "parse",
    "read",
    "read_all",
    "to_records",
]

_ELSEWHERE = {
    **dict.fromkeys(("Analysis", "Entity", "Quote", "Sentence", "SummarySentence"), "newscli.library"),
    **dict.fromkeys(("analyse", "analyse_many", "analyze", "to_records"), "newscli.library"),
    "Records": "newscli.render.records",
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
# As it is spelt elsewhere.
_ALIASES = {"analyze": "analyse"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _ELSEWHERE.get(name) or ("newscli.errors" if name.endswith("Error") else "newscli.model")
    value: object = getattr(import_module(home), _ALIASES.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

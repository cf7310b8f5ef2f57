"""Fuzz ``report --format json``: any bytes give a report or one clear error.

    pip install atheris
    python tests/fuzz/report_json.py FOLDER tests/fuzz/corpus -dict=tests/fuzz/words.dict \
        -max_len=4096 -max_total_time=1800 -timeout=5 -rss_limit_mb=1024

FOLDER receives what libFuzzer finds worth keeping; the corpus of this project stays as it is. A crash, five
seconds for one input or a gibibyte of memory end the run, and the input is written to a file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from types import FunctionType, ModuleType

from newscli.analysis.pipeline import analyse
from newscli.errors import InputError
from newscli.render import Looks, render
from newscli.text.load import read


def one_input(data: bytes) -> None:
    """Report bytes as the command does, and check that the report is JSON whose offsets give its words."""
    try:
        article = read(BytesIO(data))
    except InputError:
        return
    out = StringIO(newline="")
    render("report", "json", [analyse(article)], Looks(), out)
    (report,) = json.loads(out.getvalue().encode())["articles"]
    ids = {quote["id"] for quote in report["quotes"]}
    for quote in report["quotes"]:
        assert quote["within"] is None or quote["within"] in ids - {quote["id"]}, quote
        counted = article.origin.text if article.origin else article.text
        words = "".join(counted[start:end] for start, end in quote["spans"])
        if article.origin is None:  # but for what stands between pieces: "…", marks that open again
            letters = ([char for char in text if char.isalnum()] for text in (words, quote["text"]))
            assert next(letters) == next(letters), quote
        else:  # what was left out between the words stands in the file
            assert quote["text"][0] in words, quote
    for name in report["entities"]:
        assert len(name["mentions"]) == name["count"] > 0, name


def functions(module: ModuleType) -> Iterator[FunctionType]:
    """Yield the functions and methods that a module defines."""
    for value in list(vars(module).values()):
        for function in vars(value).values() if isinstance(value, type) else (value,):
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                yield function


def main() -> None:
    """Run libFuzzer with this process's arguments, guided by the branches of newscli's own functions."""
    import atheris

    one_input(b"Ana Orel said the ferry was late.")  # imports what is imported on use
    for name, module in sorted(sys.modules.items()):
        if name.startswith("newscli."):
            for function in functions(module):
                atheris.instrument_func(function)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

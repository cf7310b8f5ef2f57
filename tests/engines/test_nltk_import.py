from __future__ import annotations

import subprocess
import sys

import pytest

from newscli.engines.nltk_import import nltk_module


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_module_is_imported_without_the_rest_of_nltk() -> None:
    code = """
import sys
from newscli.engines.nltk_import import nltk_module
print(nltk_module("nltk.tokenize.punkt").PunktSentenceTokenizer.__name__)
print("nltk" in sys.modules, "numpy" in sys.modules)
"""
    assert run(code).split() == ["PunktSentenceTokenizer", "False", "False"]


def test_what_opens_files_and_addresses_is_not_loaded() -> None:
    code = """
import sys
from newscli.engines.nltk_import import nltk_module
for name in ("tokenize.punkt", "tokenize.destructive", "stem.snowball", "collocations"):
    nltk_module(f"nltk.{name}")
print([name for name in ("nltk", "http.client", "email", "pydoc", "ssl") if name in sys.modules])
"""
    assert run(code) == "[]"


def test_what_is_not_loaded_refuses_to_run() -> None:
    code = """
from newscli.engines.nltk_import import nltk_module
try:
    nltk_module("nltk.tokenize.punkt").pathsec_open("words.txt")
except ImportError as error:
    print(error)
"""
    assert run(code) == "newscli has not loaded nltk.pathsec.open"


def test_a_program_that_imports_nltk_later_gets_all_of_it() -> None:
    code = """
from newscli.engines.nltk_import import nltk_module
nltk_module("nltk.stem.snowball")
nltk_module("nltk.collocations")
import nltk
print(nltk.tokenize.punkt.__name__, nltk.stem.PorterStemmer().stem("ponies"), nltk.corpus.stopwords is None)
"""
    assert run(code).split() == ["nltk.tokenize.punkt", "poni", "False"]


def test_a_program_that_has_imported_nltk_shares_its_modules() -> None:
    code = """
import nltk.tokenize.punkt
from newscli.engines.nltk_import import nltk_module
print(nltk_module("nltk.tokenize.punkt") is nltk.tokenize.punkt)
"""
    assert run(code) == "True"


def test_a_release_whose_modules_need_their_packages_is_imported_whole() -> None:
    code = """
from newscli.engines import nltk_import
nltk_import._BARE_PACKAGES["nltk.metrics"].clear()  # collocations cannot be imported from it now
import sys
print(nltk_import.nltk_module("nltk.collocations").__name__, "nltk" in sys.modules)
"""
    assert run(code).split() == ["nltk.collocations", "True"]


def test_an_unknown_module_is_an_import_error() -> None:
    with pytest.raises(ImportError):
        nltk_module("nltk.no_such_module")

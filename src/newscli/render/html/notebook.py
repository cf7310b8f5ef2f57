"""The article with its statements marked, as a notebook shows it below a cell."""

from __future__ import annotations

from io import StringIO

from newscli import __version__
from newscli.model import Analysis
from newscli.render.html.story import story
from newscli.render.html.templates import fill

_END = "</main>\n</body>\n</html>\n"


def notebook_cell(analysis: Analysis) -> str:
    """Return a frame of HTML that holds the article, its statements and names marked.

    The frame is a page of its own, which runs nothing: neither its styles nor what the article says reach the
    notebook, and two cells do not disturb each other.
    """
    told, page, cell = story(analysis, 1, 1), StringIO(), StringIO()
    fill("open.html", page, title=told.title, version=__version__)
    fill("article.html", page, story=told)
    page.write(_END)
    fill("notebook.html", cell, title=told.title, page=page.getvalue())
    return cell.getvalue()

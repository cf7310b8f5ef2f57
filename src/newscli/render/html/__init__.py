"""Pages to look at: one self-contained HTML file, inert whatever the article says."""

from newscli.render.html.pages import write

__all__ = ["write"]

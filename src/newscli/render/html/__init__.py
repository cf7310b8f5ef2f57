"""Pages to look at: one self-contained HTML file, inert whatever the article says."""

from newscli.render.html.notebook import notebook_cell
from newscli.render.html.pages import write, write_folder

__all__ = ["notebook_cell", "write", "write_folder"]

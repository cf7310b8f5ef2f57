"""Several articles of one event, side by side; the face of the wing."""

from newscli.analysis.compare.find import compare_analyses

__all__ = ["compare_analyses"]

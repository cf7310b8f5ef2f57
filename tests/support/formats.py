"""The formats that are text, which tests read as it stands."""

from __future__ import annotations

from newscli.render import FORMATS, PACKAGES, Format

TEXT_FORMATS: tuple[Format, ...] = tuple(format for format in FORMATS if format not in PACKAGES)

"""``newscli archive``: a group whose commands are made when it is called, so that the others do not wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from newscli.cli.help import Group

ARCHIVE_HELP: Final = """Read a whole archive into one SQLite file, and ask it who said what.

build reads articles into the file, and only those that it does not have yet; it can be stopped at any time.
The others ask it, also while it is being built. Any program that reads SQLite can do so, too.

Examples:
  newscli archive build news.db articles.jsonl --jobs auto
  newscli archive speakers news.db --since 2023 --topic "harbour strike"
  newscli archive timeline news.db --speaker lavrov"""


class ArchiveGroup(Group):
    """The group of the commands on archives."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str] | Sequence[str],
        parent: Any = None,  # noqa: ANN401 - the class that Typer names here is private
        **extra: Any,  # noqa: ANN401 - the settings of a context
    ) -> Any:  # noqa: ANN401 - a context
        """Make the commands, and the context in which one of them runs."""
        if not self.commands:
            from newscli.cli.archive_commands import commands

            self.commands.update(commands())
        return super().make_context(info_name, list(args), parent=parent, **extra)

"""What several articles tell of one event: plain, frozen records, as those of ``model``.

Spans are code points into the ``text`` of the article that ``article`` is the index of, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass

from newscli.model import Analysis, Entity, Label, Quote, Source, SourceType, Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as one of the articles has it.

    Attributes:
        article: Index into ``Comparison.told``.
        quote: The statement.
        differs: Its words that another article of the group lacks, in text order; neighbouring ones are one
            span. Empty if no other article has the statement.
    """

    article: int
    quote: Quote
    differs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """A statement, in all articles that have it.

    Attributes:
        tellings: In the order of the articles, and of the text; two of one article if it parts what another
            article has as one.
        agreement: How much of the words of the shorter telling the other one has, 0 to 1; the least of the
            pairs that make the group. 1 if one article alone has it.
        disputed: Whether two articles have the same words of two speakers who cannot be one.
    """

    tellings: tuple[Telling, ...]
    agreement: float = 1.0
    disputed: bool = False

    @property
    def articles(self) -> tuple[int, ...]:
        """The indices of the articles that have it, in order."""
        return tuple(sorted({telling.article for telling in self.tellings}))

    @property
    def shared(self) -> bool:
        """Whether more than one article has it."""
        return len(self.articles) > 1

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers as the articles name them, each once."""
        return tuple(dict.fromkeys(telling.quote.speaker or "" for telling in self.tellings))


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """A source, in all articles that quote it.

    Attributes:
        name: The name, or the words of the first article for who has none.
        source_type: As in ``Source``.
        sources: For each article its source, None if the article does not quote it.
    """

    name: str
    source_type: SourceType | None
    sources: tuple[Source | None, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The indices of the articles that quote it, in order."""
        return tuple(number for number, source in enumerate(self.sources) if source)


@dataclass(frozen=True, slots=True)
class NameGroup:
    """A person, organisation, place or other name, in all articles that have it.

    Attributes:
        name: The fullest form; of a person the given name and the surname.
        label: That of the first article that has it.
        entities: For each article its entity, None if it does not have the name.
    """

    name: str
    label: Label
    entities: tuple[Entity | None, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The indices of the articles that name it, in order."""
        return tuple(number for number, entity in enumerate(self.entities) if entity)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, as one article has it.

    Attributes:
        article: Index into ``Comparison.told``.
        span: The number and what it counts: "12 people".
        value: The number.
        sentence: The sentence that holds it.
    """

    article: int
    span: Span
    value: float
    sentence: Span


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers of the same thing that differ.

    Attributes:
        unit: What is counted, as the first article has it: "people", "percent".
        figures: One or more for each article that has it, in the order of the articles.
    """

    unit: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Analysis):
    """Several articles of one event, side by side: an analysis of all of them.

    Its ``article`` is empty, and so is what an analysis of one article holds.

    Attributes:
        told: The analyses of the articles in the order given, each speaker with one name in all of them.
        statements: All of them, those that several articles have first, each in the order of the first
            article that has it.
        cited: The sources, those that several articles quote first, then by words.
        named: The names, those that several articles have first, then by salience.
        numbers: Those that differ, in the order of the first article.
    """

    told: tuple[Analysis, ...] = ()
    statements: tuple[StatementGroup, ...] = ()
    cited: tuple[SourceGroup, ...] = ()
    named: tuple[NameGroup, ...] = ()
    numbers: tuple[NumberGroup, ...] = ()

    @property
    def shared(self) -> tuple[StatementGroup, ...]:
        """The statements that more than one article has."""
        return tuple(group for group in self.statements if group.shared)

    def alone(self, article: int) -> tuple[Quote, ...]:
        """Return the statements that an article alone has, by its index, in text order."""
        groups = (group for group in self.statements if group.articles == (article,))
        return tuple(telling.quote for group in groups for telling in group.tellings)

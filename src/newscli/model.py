"""What newscli knows about an article: plain, frozen records.

All offsets are code points into ``Article.text``, half-open: ``text[start:end]`` is the very text.
``Article.in_file`` returns where that stands in the file.
Spans are stored, strings are derived.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from newscli.origin import Origin

Label = Literal["PER", "ORG", "LOC", "MISC"]
Kind = Literal["direct", "mixed", "indirect"]
Act = Literal["speech", "thought"]
SourceType = Literal["person", "organisation", "document", "anonymous", "group"]
Status = Literal["said", "unsaid", "denied", "asked", "possible"]
Role = Literal["section", "headline", "deck", "byline", "dateline", "body", "subhead", "credits"]
EncodingHow = Literal["option", "bom", "utf-8", "meta", "fallback"]

LABELS: Final[tuple[Label, ...]] = get_args(Label)
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
ACTS: Final[tuple[Act, ...]] = get_args(Act)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
HEADLINES: Final[tuple[Role, ...]] = ("headline", "deck", "subhead")
# The story itself.
RUNNING_TEXT: Final[tuple[Role, ...]] = (*HEADLINES, "body")
# Below it a quote is more often wrong than right, or nearly so; no list shows it unless the user asks for it.
SHOWN_FROM: Final = 0.5
# Who made it. The dateline is neither: it says where the story is from.
FURNITURE: Final[tuple[Role, ...]] = ("section", "byline", "credits")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the very characters of the span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Return whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Return whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the layout: a body paragraph, the headline, a byline, a credit at the foot.

    A dateline is a block of its own; the body block of the same paragraph begins after its dash.
    Leading and trailing white space and list or heading marks are outside the span.
    """

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A decoded article and its layout.

    Attributes:
        text: What is read: the text of the file without markup and what breaks words (soft hyphens, the
            hyphens of line ends); for HTML, the text that was extracted from it.
        file: The input as the user named it, ``-`` for standard input.
        blocks: The layout, in text order, without overlaps.
        prose: ``text`` as the analysis reads it: of equal length, with control characters and no-break
            spaces as spaces, and line feeds alone as ends of lines. The same object as ``text`` if there is
            nothing to change.
        encoding: The name of the encoding that decoded the bytes.
        encoding_how: What chose that encoding.
        extracted: Whether offsets do not count in the file's own text, but in one that was made of it:
            extracted from HTML, or repaired.
        english: Whether it looks like English, the one language that newscli reads.
        warnings: Soft problems found while reading, as plain sentences.
        date: The day of publication, ``YYYY-MM-DD``; None if it is not told.
        url: The address of the page, as the page gives it.
        outlet: The paper or site, as the page names itself.
        origin: The way from ``text`` to the text that offsets count in; None if that is ``text`` itself.
        voices: Who talks by what the file says (captions), each as it stands before a colon in ``text``.
        article: The container's own name of it, a row's id, or its number from 1; None if the file holds one
            article only.
        meta: What the container says of it, by the container's names: values that JSON can hold.
    """

    text: str
    file: str
    blocks: tuple[Block, ...]
    prose: str
    encoding: str = "utf-8"
    encoding_how: EncodingHow = "utf-8"
    extracted: bool = False
    english: bool = True
    warnings: tuple[str, ...] = ()
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    origin: Origin | None = None
    voices: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Article {self.file!r}: {len(self.text)} characters, {len(self.blocks)} blocks>"

    def in_file(self, *spans: Span) -> tuple[Span, ...]:
        """Return where spans of ``text`` stand in the text that users count in.

        That is the file as decoded, or ``counted`` if that was made of it. A span is cut at lines of the
        file that are left out of ``text``, page heads for one.
        """
        if self.origin is None:
            return spans
        return tuple(Span(*place) for span in spans for place in self.origin.places(span.start, span.end))

    @property
    def counted(self) -> str | None:
        """The text that offsets count in, if that is not the file as decoded."""
        if not self.extracted:
            return None
        return self.origin.text if self.origin else self.text

    article: str | int | None = None
    meta: Mapping[str, object] = field(default_factory=dict, hash=False)

    def spans(self, role: Role) -> tuple[Span, ...]:
        """Return the spans of all blocks of one role, in text order."""
        return tuple(block.span for block in self.blocks if block.role == role)

    def first(self, role: Role) -> Span | None:
        """Return the span of the first block of a role, or None if there is none."""
        return next((block.span for block in self.blocks if block.role == role), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its tokens; a headline, byline or credit line is one sentence each.

    Attributes:
        index: Its place among all sentences of the article, from 0.
        block: Index into ``Article.blocks``; no sentence crosses a block.
        role: The role of that block.
        span: Without surrounding white space; quotation marks that belong to it are inside.
        tokens: Words and punctuation marks, in order, without overlaps.
    """

    index: int
    block: int
    role: Role
    span: Span
    tokens: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name in the text, without titles ("Mr") and possessive endings."""

    span: Span
    label: Label


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or other name, all its mentions merged.

    Attributes:
        name: The fullest form that the article gives.
        label: PER, ORG, LOC or MISC.
        mentions: Named mentions in text order; pronouns are not counted.
        aliases: The other forms that the article uses, most frequent first.
        salience: How much the article is about it, 0 to 1.
        description: What the article says of who a person is, beside the name ("the mayor of Aldby", "who
            led the survey"); the first such words. None for others, and where it says nothing.
    """

    name: str
    label: Label
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...]
    salience: float
    description: Span | None = None

    @property
    def count(self) -> int:
        """The number of named mentions."""
        return len(self.mentions)


@dataclass(frozen=True, slots=True)
class Referent:
    """A pronoun or a short name, and whom it means.

    Attributes:
        span: Where it stands.
        name: The full name.
        description: Who that is, where a summary has left it out; else None.
    """

    span: Span
    name: str
    description: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Something that somebody said or wrote, or believes according to the article.

    Attributes:
        id: From 1, in text order within the article.
        kind: ``direct`` if all words stand inside quotation marks, or behind a speaker's label in a
            transcript; ``mixed`` if some do; ``indirect`` if none does.
        spans: The content alone, in text order; marks included if it is wholly quoted. More than one
            if a cue interrupts it or it continues over paragraphs.
        cue: The whole phrase that says so, with auxiliaries, negation, adverbs and particle ("has never
            claimed"), in text order; its pieces may stand apart ("did he … say"). Empty if there is none.
        mention: The source as the text names it ("he", "Mr Lavrov").
        speaker: Who that is ("Sergey Lavrov"), or None if the article does not say.
        act: ``speech`` if someone speaks, writes or is quoted in marks, ``thought`` for a belief, a wish
            or a plan without any words of the source.
        confidence: 0 to 1.
        status: What became of the content by the article's words: ``said`` by the source; ``unsaid``, it
            did not say, confirm or know it; ``denied``, it calls it false; ``asked``; ``possible``, it will,
            may or should be said.
        within: The ``id`` of the quote in whose content this one stands: in "Ms Roe said Mr Otis had told
            her the mayor lied" two are told. None if it stands in no other.
        entity: Index into ``Analysis.entities`` if the speaker is one of them: it distinguishes people of
            one name. None for a description, and for an author named in the byline alone.
        source_type: What the speaker is: a person, an organisation (a place that speaks is one), a document,
            ``anonymous`` if the article withholds the name ("a senior official"), a group ("residents"). None
            if there is no speaker.
        description: That of the speaker's entity.
        paragraph: The number of the body paragraph in which it begins, from 1; None in a headline.
        referents: Pronouns of an indirect statement that say nothing without the article, in text order: the
            first for each person, if it is sure who is meant.
    """

    id: int
    kind: Kind
    spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    mention: Span | None
    speaker: str | None
    act: Act
    confidence: float
    status: Status = "said"
    within: int | None = None
    entity: int | None = None
    source_type: SourceType | None = None
    description: Span | None = None
    paragraph: int | None = None
    referents: tuple[Referent, ...] = ()

    @property
    def attributed(self) -> bool:
        """Whether it names who speaks; in a headline the words must be quoted, too, or say who it is."""
        beside = self.paragraph is not None or self.kind != "indirect" or self.mention is not None
        return self.speaker is not None and beside

    @property
    def shown(self) -> bool:
        """Whether a list shows it by default: a statement of speech, with a speaker, that can be trusted."""
        return self.act == "speech" and self.attributed and self.confidence >= SHOWN_FROM


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody, or something, whose statements an article tells.

    Attributes:
        name: The name, or the article's own words for who has none ("a senior official").
        source_type: As in ``Quote``.
        description: As in ``Quote``: what the article says of who it is.
        pronoun: The one that the article uses of a person; None if it uses none.
        direct: How many of its statements stand in quotation marks as a whole.
        mixed: How many do so in part.
        indirect: How many do not.
        words: The words of its statements, as white space parts them; those of a statement inside another one
            are the inner one's alone, so that the words of all sources add up.
        share: That of the words of all sources, 0 to 1.
        first_paragraph: Where its first statement begins; None in a headline.
        named: Whether ``name`` is a name.
        articles: In how many articles it speaks.
    """

    name: str
    named: bool
    source_type: SourceType | None
    description: Span | None
    pronoun: Literal["he", "she", "they"] | None
    direct: int
    mixed: int
    indirect: int
    words: int
    share: float
    first_paragraph: int | None
    articles: int = 1

    @property
    def quotes(self) -> int:
        """The number of its statements."""
        return self.direct + self.mixed + self.indirect


@dataclass(frozen=True, slots=True)
class Audit:
    """Some sources in figures.

    Attributes:
        sources: Those of an article, or of several; their shares add up to 1.
    """

    sources: tuple[Source, ...]

    @property
    def named(self) -> int:
        """How many of them have a name."""
        return sum(source.named for source in self.sources)

    @property
    def largest(self) -> float:
        """The share of words of the source that has most, 0 to 1; 0 if there is none."""
        return max((source.share for source in self.sources), default=0.0)

    @property
    def anonymous(self) -> float:
        """The share of words of sources whose names are withheld, 0 to 1."""
        return sum(source.share for source in self.sources if source.source_type == "anonymous")


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence chosen for the summary.

    Attributes:
        index: ``Sentence.index``.
        span: The sentence's span.
        score: 0 to 1, comparable within one article only.
        reasons: The strongest reasons for the score in a few words each, strongest first, at most two.
        referents: The first short name of each whom the summary has not named in full by then.
    """

    index: int
    span: Span
    score: float
    reasons: tuple[str, ...] = ()
    referents: tuple[Referent, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyword:
    """A term that sets the article apart.

    Attributes:
        term: As the article spells it most often.
        score: 0 to 1, the best term of an article has 1.
        mentions: Its occurrences in text order.
    """

    term: str
    score: float
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article and what was read in it; a part that was not asked for is empty.

    Attributes:
        article: What was read.
        sentences: All sentences in text order, those of headline, byline and credits included.
        quotes: In text order of their first span.
        entities: Most salient first.
        summary: In text order.
        summary_method: The method that chose the sentences.
        keywords: Best first.
        sources: Who speaks in the quotes that are ``shown``: those of most words first.
        warnings: The article's and those of the analysis, as plain sentences.
        articles: How many articles it is of. If several, it has sources alone, and ``article.text`` holds
            what describes them.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    summary_method: str = ""
    keywords: tuple[Keyword, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: tuple[str, ...] = ()
    articles: int = 1

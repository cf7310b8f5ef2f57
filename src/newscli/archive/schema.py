"""The tables of an archive, their indexes and views, and the number of the schema.

Offsets are code points into ``article.text``, half-open. Lists of spans are JSON, ``[[start, end], ...]``.
Days are ``YYYY-MM-DD``. What a table of an article refers to goes with the article.
"""

from __future__ import annotations

from typing import Final

# Marks a SQLite file as an archive of newscli; "news" in ASCII.
APPLICATION_ID: Final = 0x6E657773
# Raised if a table or column goes, or gets another meaning.
SCHEMA_VERSION: Final = 1

_ARTICLES: Final = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL UNIQUE,
    model TEXT NOT NULL,
    file TEXT NOT NULL,
    article TEXT,
    outlet TEXT,
    date TEXT,
    url TEXT,
    headline TEXT,
    deck TEXT,
    section TEXT,
    byline TEXT,
    dateline TEXT,
    words INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    text TEXT NOT NULL,
    warnings TEXT NOT NULL,
    meta TEXT NOT NULL
);
CREATE INDEX article_by_outlet ON article (outlet, date);
CREATE INDEX article_by_date ON article (date);

CREATE TABLE failure (
    file TEXT NOT NULL,
    article TEXT NOT NULL,
    message TEXT NOT NULL,
    hint TEXT NOT NULL,
    code INTEGER NOT NULL,
    PRIMARY KEY (file, article, message)
);
"""

# A speaker is a name as articles have it. Who that is across articles is its canonical speaker: itself,
# unless ``speaker_alias`` says otherwise. A row of that holds for one outlet and month (``YYYY-MM``), or for
# any if they are empty. Rows can be taken away, and ``canonical_id`` be set anew from those that are left.
_SPEAKERS: Final = """
CREATE TABLE speaker (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    source_type TEXT,
    folded TEXT NOT NULL,
    UNIQUE (name, source_type)
);
CREATE INDEX speaker_by_folded ON speaker (folded);

CREATE TABLE speaker_alias (
    id INTEGER PRIMARY KEY,
    speaker_id INTEGER NOT NULL REFERENCES speaker ON DELETE CASCADE,
    outlet TEXT NOT NULL DEFAULT '',
    month TEXT NOT NULL DEFAULT '',
    canonical_id INTEGER NOT NULL REFERENCES speaker ON DELETE CASCADE,
    reason TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (speaker_id, outlet, month)
);
CREATE INDEX speaker_alias_by_canonical ON speaker_alias (canonical_id);
"""

# The outlet and the day of an article stand in its quotes again, so that a question about a million of them
# need not look at their articles.
_QUOTES: Final = """
CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    number INTEGER NOT NULL,
    speaker_id INTEGER REFERENCES speaker,
    canonical_id INTEGER REFERENCES speaker,
    outlet TEXT,
    date TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    cue TEXT,
    cue_spans TEXT NOT NULL,
    mention TEXT,
    mention_start INTEGER,
    mention_end INTEGER,
    description TEXT,
    description_start INTEGER,
    description_end INTEGER,
    status TEXT NOT NULL,
    act TEXT NOT NULL,
    within INTEGER,
    confidence REAL NOT NULL,
    paragraph INTEGER,
    shown INTEGER NOT NULL,
    text_resolved TEXT,
    words INTEGER NOT NULL
);
CREATE INDEX quote_by_article ON quote (article_id, number);
CREATE INDEX quote_by_speaker ON quote (speaker_id);
CREATE INDEX quote_by_canonical
    ON quote (canonical_id, article_id, shown, date, outlet, kind, status, act, confidence, words);
CREATE INDEX quote_by_date
    ON quote (shown, date, article_id, number, outlet, kind, status, act, confidence, canonical_id);
CREATE INDEX quote_by_outlet ON quote (outlet, shown, canonical_id, date);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    speaker_id INTEGER NOT NULL REFERENCES speaker,
    canonical_id INTEGER NOT NULL REFERENCES speaker,
    outlet TEXT,
    date TEXT,
    named INTEGER NOT NULL,
    description TEXT,
    description_start INTEGER,
    description_end INTEGER,
    pronoun TEXT,
    quotes INTEGER NOT NULL,
    direct INTEGER NOT NULL,
    mixed INTEGER NOT NULL,
    indirect INTEGER NOT NULL,
    words INTEGER NOT NULL,
    share REAL NOT NULL,
    first_paragraph INTEGER
);
CREATE INDEX source_by_article ON source (article_id);
CREATE INDEX source_by_speaker ON source (speaker_id);
CREATE INDEX source_by_canonical
    ON source (canonical_id, article_id, date, outlet, quotes, direct, mixed, indirect, words, named);
CREATE INDEX source_by_outlet ON source (outlet, date, canonical_id, words);
"""

_ENTITIES: Final = """
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (name, label)
);
CREATE INDEX entity_by_folded ON entity (folded);

CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    entity_id INTEGER NOT NULL REFERENCES entity,
    outlet TEXT,
    date TEXT,
    mentions INTEGER NOT NULL,
    aliases TEXT NOT NULL,
    spans TEXT NOT NULL,
    description TEXT,
    description_start INTEGER,
    description_end INTEGER,
    salience REAL NOT NULL
);
CREATE INDEX mention_by_article ON mention (article_id);
CREATE INDEX mention_by_entity ON mention (entity_id, date, outlet, article_id, mentions);
CREATE INDEX mention_by_outlet ON mention (outlet, date, entity_id, mentions);
"""

# Words are compared without diacritics and endings, names by the beginnings of their words. The texts
# themselves stand in the tables alone. Datasette knows by the double quotes that a table can be searched.
_SEARCH: Final = """
CREATE VIRTUAL TABLE article_fts USING fts5 (
    headline, text, content="article", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_in AFTER INSERT ON article BEGIN
    INSERT INTO article_fts (rowid, headline, text) VALUES (new.id, new.headline, new.text);
END;
CREATE TRIGGER article_out AFTER DELETE ON article BEGIN
    INSERT INTO article_fts (article_fts, rowid, headline, text)
    VALUES ('delete', old.id, old.headline, old.text);
END;
CREATE VIRTUAL TABLE speaker_fts USING fts5 (
    folded, content="speaker", content_rowid='id', tokenize='unicode61', prefix='2 3'
);
CREATE TRIGGER speaker_in AFTER INSERT ON speaker BEGIN
    INSERT INTO speaker_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER speaker_out AFTER DELETE ON speaker BEGIN
    INSERT INTO speaker_fts (speaker_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE VIRTUAL TABLE quote_fts USING fts5 (
    text, content="quote", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER quote_in AFTER INSERT ON quote BEGIN
    INSERT INTO quote_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER quote_out AFTER DELETE ON quote BEGIN
    INSERT INTO quote_fts (quote_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
"""

_VIEWS: Final = """
CREATE VIEW quotes_by_speaker AS
SELECT speaker.name AS speaker, speaker.source_type, quote.date, quote.outlet, article.headline, quote.text,
       quote.kind, quote.status, quote.confidence, quote.cue, quote.mention, article.file, article.article,
       quote.number, quote.id AS quote_id, quote.article_id
FROM quote JOIN speaker ON speaker.id = quote.canonical_id JOIN article ON article.id = quote.article_id
WHERE quote.shown = 1;

CREATE VIEW speakers_by_month AS
SELECT substr(quote.date, 1, 7) AS month, speaker.name AS speaker, speaker.source_type,
       count(*) AS quotes, sum(quote.kind = 'direct') AS direct,
       count(DISTINCT quote.article_id) AS articles, count(DISTINCT quote.outlet) AS outlets
FROM quote JOIN speaker ON speaker.id = quote.canonical_id
WHERE quote.shown = 1
GROUP BY month, speaker.id;

CREATE VIEW entities_by_outlet AS
SELECT mention.outlet, entity.name AS entity, entity.label, sum(mention.mentions) AS mentions,
       count(*) AS articles, min(mention.date) AS first, max(mention.date) AS last
FROM mention JOIN entity ON entity.id = mention.entity_id
GROUP BY mention.outlet, entity.id;

CREATE VIEW anonymous_share AS
SELECT source.outlet, substr(source.date, 1, 7) AS month, sum(source.words) AS words,
       sum(source.words * (speaker.source_type IS 'anonymous')) AS anonymous_words,
       round(1.0 * sum(source.words * (speaker.source_type IS 'anonymous')) / max(sum(source.words), 1), 4)
       AS anonymous
FROM source JOIN speaker ON speaker.id = source.speaker_id
GROUP BY source.outlet, month;
"""

# All statements, as SQLite runs them one behind the other.
SCHEMA: Final = "".join((_ARTICLES, _SPEAKERS, _QUOTES, _ENTITIES, _SEARCH, _VIEWS))
# The tables that hold what was read, in an order in which each refers to those before it alone.
TABLES: Final = ("article", "speaker", "speaker_alias", "quote", "source", "entity", "mention", "failure")
VIEWS: Final = ("quotes_by_speaker", "speakers_by_month", "entities_by_outlet", "anonymous_share")

"""Every bound that guards against hostile input, with its reason.

Without them some input would cost all memory or quadratic time. What a rule takes for usual (the longest
byline, the farthest antecedent) stands beside that rule.
"""

from __future__ import annotations

from typing import Final

# The longest news features have some 100 kB; a megabyte leaves room for scraped pages and
# concatenated wires, and ten keep a wrong file (/dev/zero, a video) from exhausting memory.
MAX_INPUT_BYTES: Final = 10 * 1024 * 1024

# No word of any language is longer; what is (base64, a pump string) is cut into tokens of this
# length, so that no pattern of a tokenizer meets more.
MAX_TOKEN_CHARS: Final = 1_000

# The manifest of model files is a page of JSON; more is not ours.
MAX_MANIFEST_BYTES: Final = 256 * 1024

# NLTK runs each regular expression under a time limit of five seconds. Its tokenizers read pieces of this
# length in a few milliseconds, whatever they hold.
MAX_PIECE_CHARS: Final = 20_000

# A page must declare its charset within its first 1,024 bytes (HTML, section 4.2.5.4); saved pages put a
# comment or a script in front of it.
META_CHARSET_BYTES: Final = 16 * 1024

# Statistics of letters are sure after some thousand bytes.
MAX_DETECTED_BYTES: Final = 64 * 1024

# Rules of layout look at so much of a paragraph's start or end: longer than any dateline, byline or credit,
# and short enough for patterns that try each place.
MAX_LAYOUT_CHARS: Final = 400

# A line takes some 200 bytes in memory. No article has as many; a file of ten million line ends has, and
# what follows is read as one last line.
MAX_LINES: Final = 200_000

# Pages of news sites have 50 kB to 2 MB, most of it scripts. lxml and trafilatura need up to 60 times that in
# memory.
MAX_HTML_CHARS: Final = 4 * 1024 * 1024

# News pages have 1,000 to 10,000 tags and a few hundred comments; beyond these numbers a page is a flood, and
# each tag costs lxml and trafilatura a kilobyte and 0.2 ms.
MAX_HTML_TAGS: Final = 40_000
MAX_HTML_DECLARATIONS: Final = 10_000

# Parsers compare each attribute of a tag with all others. A tag longer than this, mostly an image that is
# written out in it, loses its attributes.
MAX_HTML_TAG_CHARS: Final = 2_000

# The article's extraction compares the inline marks of a paragraph with each other. No paragraph has as many
# between two block tags; what comes after is read without its tags.
MAX_HTML_INLINE_TAGS: Final = 500

# A page's data about itself (JSON-LD) has some 5 kB; long lists of related pages have 50.
MAX_JSON_LD_CHARS: Final = 256 * 1024

# Names of authors and titles in it are short; patterns that look for names meet no more of one.
MAX_METADATA_CHARS: Final = 400

# lxml silently drops the text of elements nested deeper than 256; tags beyond this depth are taken out, the
# rest are for the elements that the parser itself adds.
MAX_HTML_DEPTH: Final = 200

# A text is judged by its start: whether it is a web page, and whether it is English. The head of a page has
# some 10 kB before its first tag of content, and 3,000 words show the language.
MAX_JUDGED_CHARS: Final = 20_000

# In a process whose memory is limited: NumPy's OpenBLAS ends it on the spot, with exit code 1, if it finds
# less than some 80 MB, and the reader needs about as much again.
MIN_FREE_MEMORY: Final = 160 * 1024 * 1024

# The longest sentences of news have some 150 words. The rules for quotes look over a whole sentence for each
# cue, so that what never ends (a table, a pump string) would cost quadratic time.
MAX_SENTENCE_TOKENS: Final = 250

# A container is recognised by its start: the head of a feed, the first headers of a mail, the first document
# of an export with its fields.
HEAD_BYTES: Final = 16 * 1024

# A row, a message or a record holds one article with its fields.
MAX_ROW_BYTES: Final = MAX_INPUT_BYTES

# Exports of databases, and documents of an office, cannot be read without holding them whole. A month of a
# newspaper has 10 MB.
MAX_COLLECTION_BYTES: Final = 64 * 1024 * 1024

# Text packs to a third or a tenth; rows that repeat each other, to a hundredth. What grows beyond this is
# made to. The first megabytes are unsuspected, because a file of few bytes has no such measure.
MAX_EXPANSION: Final = 200
MAX_PACKED_BYTES_UNSUSPECTED: Final = 2 * MAX_INPUT_BYTES

# To unpack xz -9 takes 65 MB; a file may ask for 4 GB.
MAX_UNPACKING_MEMORY: Final = 128 * 1024 * 1024

# Fields of metadata hold lists of objects; nothing that describes an article nests deeper, and Python's
# parser and writer of JSON recurse.
MAX_ROW_DEPTH: Final = 32

# A table of articles has some 10 columns, and one of survey data 1,000.
MAX_COLUMNS: Final = 4_000

# A file whose first rows are all broken is not what its name says; without this each of its lines would cost
# an error. As many rows are looked at before fields are said to be missing.
MAX_BROKEN_AT_START: Final = 20

# So many broken rows one behind the other, and the rest of a file is not read: each costs a line.
MAX_BROKEN_TOGETHER: Final = 1_000

# A quotation mark that is never closed swallows the rows behind it. They are read again, so much in all.
MAX_REREAD_CHARS: Final = 16 * MAX_ROW_BYTES

# Python's parser of mail compares each line with the boundary of each open part.
MAX_MAIL_BOUNDARIES: Final = 64
MAX_MAIL_HEADER_CHARS: Final = 2_000

# A list of files for --files-from: a million paths.
MAX_LIST_BYTES: Final = 128 * 1024 * 1024

# Parquet is unpacked by groups of rows; writers make them of 128 MB or of 100,000 rows.
MAX_ROW_GROUP_BYTES: Final = 512 * 1024 * 1024

# A field of an export that goes on over lines: a list of subjects has some ten lines. What is longer is cut.
MAX_FIELD_LINES: Final = 50
MAX_FIELD_CHARS: Final = 4_000

# Of a comparison. Articles of one event are a handful, and each two are aligned.
MAX_COMPARED: Final = 20

# A word that more statements of an article hold says nothing of which of them is meant; a statement is
# compared with so many others at most, those that share its rarest words.
MAX_STATEMENTS_OF_WORD: Final = 100
MAX_STATEMENT_PARTNERS: Final = 12

# A statement of news has some 20 words, and a speech that is printed whole 1,000; words are aligned in
# quadratic time.
MAX_ALIGNED_WORDS: Final = 300

"""Common nouns: of people, of papers, of companies."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

PEOPLE: Final = word_set(
    """
    accountant addict aide analyst applicant assistant attendant boss
    candidate captain chef chief classmate clerk client coach colleague comic consultant cop cousin critic
    defendant detainee employee evacuee expert farmhand flatmate friend guard guest guide hero
    immigrant in-law inmate legend magnate mechanic medic migrant model mogul
    neighbour nominee nurse official
    paramedic parent participant passer-by patient pilot pupil refugee relative resident retiree roommate
    scientist source spouse star student
    teammate tenant trainee tycoon victim witness
    """
)
"""Nouns that mean one person and do not end like "teacher", "actor", "artist", "musician".

Nouns that news describes its sources with. No office: these are ``titles.OFFICES``.
"""

PAPERS: Final = word_set("chapter flyer letter newsletter newspaper order paper poster")
"""Nouns that end like a person's and mean something that is read."""

THINGS: Final = PAPERS | word_set(
    """
    after altogether anger another answer
    barrier beer behavior better bigger bitter blockbuster border broader browser bumper butter
    calendar cancer career carrier center chamber chapter character charter chatter cheaper cheer
    clearer clever closer clutter color computer container corner corridor counter cover cursor cyber
    danger darker deeper dinner disaster door dossier
    easier either encounter epicenter error ever exist
    factor fairer faster favor fervor fever filibuster finger fist floor flower for forever former
    fraser frontier furor further
    gender glitter greater gutter
    hammer handover harder header helicopter her higher hinder honor horror however hunger
    indoor inner interior
    junior
    labor ladder larger laser later latter layer ledger lesser lighter list locker longer lower lumber
    major manner marker matter merger meter minor mirror misdemeanor moniker monster motor murder
    narrower never nor number
    offer older order other ouster outdoor outer over
    parlor per poor power prayer precursor printer prior processor proper
    quarter quicker quieter
    rather razor register remainder remember reminder river rollercoaster roster rubber rumor
    safer scanner screensaver sector semester senior server sharper sheer shelter shortlist shoulder
    shower silver simpler slower smaller sober soccer softer somber splinter stopover stronger summer
    super supercomputer superior swagger
    takeover teleprompter temper tender terror theater theatre thriller tier tiger tighter timber
    together tougher tower trailer transfer transistor turnover twist
    under underwater upper
    vector vigor
    water weaker weather whether whisper wider winter wonder wrist
    younger
    """
)
"""Words that end like a person's noun and mean none.

From the most frequent words with such an ending behind a determiner in news, and their like.
"""

COMPANIES: Final = word_set("company firm")
"""What an article calls a company that it has named before."""

BODIES: Final = COMPANIES | word_set(
    """
    academy administration agency alliance association authority bank board body branch bureau
    cabinet campaign centre charity church city club coalition college commission committee
    commune confederation congress consortium cooperative corporation council country county
    court crew department district division embassy executive family federation force forum
    foundation
    government group hospital household industry inspectorate institute institution judiciary jury
    league management ministry mission movement municipality museum network opposition organisation
    organization outlet panel parliament party police prosecution region regulator school secretariat
    senate service society staff state station team town treasury tribunal trust union university
    watchdog
    """
)
"""Nouns that mean a body, not one person: the source is then no single one who is named near.

A noun goes in if no one person is ever meant by it.
"""

DOCUMENTS: Final = PAPERS | word_set(
    """
    article bill blog book brief bulletin communique complaint declaration document editorial email
    filing indictment lawsuit legislation memo memorandum note notice petition poll post release report
    resolution ruling statement study suit survey text tweet verdict
    """
)
"""Nouns that mean something that is read."""

STATE_BODIES: Final = word_set(
    "administration army cabinet embassy government judiciary military navy parliament"
)
"""Bodies of a state, which "the Malian government" says, so that no other body is meant by that."""

NO_PLACES: Final = COMPANIES | word_set(
    """
    agency alliance association bank charity church college commission committee confederation consortium
    cooperative corporation court embassy foundation hospital inspectorate institute institution jury
    ministry museum organisation organization outlet panel party prosecution regulator school secretariat
    tribunal trust university watchdog
    """
)
"""Bodies that no country or town is meant by.

A club and a team may go by their town's name alone, and a government or a police by the country's.
"""

POLITIES: Final = word_set("country nation state")
"""What is no body, though names of bodies begin so: the state that prosecutes is no State Energy Board."""

NAMED_BY_NOUN: Final = word_set(
    """
    board commission committee council court hospital jury ministry parliament tribunal union university
    """
)
"""Bodies whose names hold the noun or are acronyms: "the union" is "the Ferry Union" or "the FU", no other.

No noun of bodies that go by a name alone: a bank, a party, a club.
"""

NAMED_AS: Final[dict[str, frozenset[str]]] = {
    "charity": word_set("foundation fund mission society trust"),
    "college": word_set("academy institute school university"),
    "court": word_set("tribunal"),
    "force": word_set("constabulary police"),
    "foundation": word_set("fund trust"),
    "hospital": word_set("clinic infirmary sanatorium"),
    "ministry": word_set("department office"),
    "museum": word_set("gallery"),
    "parliament": word_set("assembly bundestag congress duma knesset senate"),
    "police": word_set("constabulary"),
    "school": word_set("academy college"),
    "trust": word_set("foundation fund"),
    "union": word_set("alliance association brotherhood confederation federation guild"),
    "university": word_set("college institute polytechnic school"),
}
"""By what other nouns bodies of a kind are named: "the union" may be the Dockers' Federation.

A noun goes in if the other is said of the body in a second mention, in any newspaper.
"""

EVIDENCE: Final = DOCUMENTS | word_set(
    """
    analysis chart data figure finding footage graph image investigation list message number page photo
    photograph picture record recording research result screenshot section site statistic story tape
    transcript video website
    """
)
"""Nouns of what an article relies on that is read or seen: no person and no body says it.

No noun of what somebody may say to the reporter ("a warning", "an answer").
"""

LISTENERS: Final = word_set("court hearing inquest inquiry jurors jury tribunal")
"""Who hears what others say: "the court heard that the money was gone"."""

UTTERANCES: Final = DOCUMENTS | word_set(
    """
    account address advice analysis answer argument claim comment commentary criticism denial evidence
    explanation forecast judgment message missive opinion plea prediction remark reply response speech
    testimony theory view warning word
    """
)
"""Nouns of what somebody says or writes: "Roe's answer" is Roe's, "Roe's lawyer" says what is not."""

MADE: Final = EVIDENCE | UTTERANCES | word_set("inquiry")
"""Nouns of what somebody makes and others rely on: "Roe's research", "a Ferry Board inquiry"."""

OUTSIDERS: Final = word_set(
    """
    buyer critic customer detractor fan follower neighbour observer opponent passenger patient rival
    shopper subscriber supporter sympathiser user victim viewer visitor watcher
    """
)
"""Who has to do with a body and does not speak for it: "Ferry Board watchers", "critics of the board"."""

SPOKESPEOPLE: Final = word_set("spokesman spokespeople spokesperson spokeswoman")
"""Who speaks for another: the words of an unnamed one are those of the body that is named beside."""

WITHHELD: Final = word_set("aide diplomat insider official source")
"""What sources are called whose names the article keeps back: "a senior official", "a source"."""

CRIMES: Final = word_set(
    """
    abuse affray arson assault assaulting attempted battery blackmail bribery burglary causing conspiracy
    corruption dealing drug drugs embezzlement extortion fraud grooming handling harassment kidnap kidnapping
    laundering manslaughter murder murdering perjury possessing possession rape raping robbery robbing sexual
    smuggling stalking stealing supplying tax theft trafficking treason unlawful wounding
    """
)
"""Nouns and verbs of what somebody is tried for: who denies one of these is a defendant."""

"""Honorifics and offices: what stands before a person's name, and whose gender it shows."""

from __future__ import annotations

from typing import Final, Literal

from newscli.english.words import word_set

Gender = Literal["m", "f"]

_MALE: Final = word_set(
    """
    abbot actor alderman archbishop assemblyman ayatollah
    baron boy boyfriend brother businessman
    cameraman cardinal chairman congressman councilman count
    dad don duke
    earl emir emperor
    father fiancé fireman fisherman friar
    gentleman godfather grandfather grandson groom guy
    herr husband
    imam
    king
    lad landlord lord
    man messrs midshipman monk monsieur monsignor mr mssrs mullah
    nephew
    policeman pope prince
    salesman schoolboy senor señor shah sheikh signor sir son spokesman statesman stepfather stepson sultan
    tsar
    uncle
    waiter widower
    yeoman
    """
)
"""Titles, offices and nouns of men; lower case, without a full stop."""

_FEMALE: Final = word_set(
    """
    abbess actress assemblywoman aunt
    baroness bride businesswoman
    chairwoman congresswoman councilwoman countess
    dame daughter duchess
    empress
    fiancée frau
    girl girlfriend goddess godmother granddaughter grandmother
    heroine hostess
    lady landlady
    madam madame mademoiselle miss mlle mme mom mother mrs ms mum
    niece nun
    policewoman princess
    queen
    schoolgirl senora señora signora sister spokeswoman stateswoman stepdaughter stepmother
    tsarina
    waitress widow wife woman
    """
)
"""Titles, offices and nouns of women; lower case, without a full stop."""

GENDER_OF_TITLE: Final[dict[str, Gender]] = {
    **dict.fromkeys(sorted(_MALE), "m"),
    **dict.fromkeys(sorted(_FEMALE), "f"),
}
"""The gender that a title, an office or a noun before a name shows; lower case, without a full stop.

No word of both genders ("minister", "doctor"). Chosen by hand.
"""

HONORIFICS: Final = word_set(
    """
    archbishop ayatollah
    baron baroness bishop brother
    cardinal count countess
    dame dr duchess duke
    emir emperor empress
    father fr frau
    herr hon
    imam
    king
    lady lord
    madam madame mademoiselle master messrs miss mlle mme monsieur monsignor mr mrs ms mullah mx
    pastor pope prince princess prof professor
    queen
    rabbi rev reverend
    señor señora sheikh signor signora sir sister sultan
    tsar
    """
)
"""What stands before a surname alone or a full name and is, though capitalised, no part of the name.

Lower case, without a full stop. No word that is as often a given name ("earl", "dean"), and none that says
what someone does: that is an office. Chosen by hand.
"""

SHORT_RANKS: Final = word_set(
    """
    adm adv
    brig
    capt cdr cllr cmdr col cpl
    dc det
    engr
    gen gov
    insp
    lt
    maj msgr
    pc pfc pte pvt
    rep revd
    sen sgt spc supt
    wpc
    """
)
"""Short forms of ranks and offices before a name: "Det Supt Ann Roe", "Rep. Ann Roe"; without a full stop.

None that is a name in full ("major", "general").
"""

COURTESY_TITLES: Final = word_set("miss mr mrs ms mx")
"""What makes a person of any name; other titles are names of places, too ("Bishop Auckland")."""

PEERAGE: Final = word_set(
    """
    baron baroness
    countess
    duchess duke
    earl
    marchioness marquess marquis
    viscount viscountess
    """
)
"""What a peer is by rank: with "of" and a place behind it, the name of a person ("the Duke of Aldmoor").

None that rules the place behind it ("king", "prince", "emir").
"""

RULING: Final = word_set("emperor empress king pope prince princess queen sultan")
"""Who goes by the given name alone: "Prince Otto" is no Otto Roe."""

OFFICES: Final = word_set(
    """
    adm admiral alderman alderwoman ambassador assemblyman assemblywoman attorney
    brigadier
    capt captain ceo cfo chair chairman chairperson chairwoman chancellor chief cmdr coach col
    colonel commander commissioner comptroller congressman congresswoman constable consul coo
    coroner corporal councillor councilman councilor councilwoman counsel cpl cto
    delegate deputy detective director
    editor envoy executive
    gen general gov governor
    head
    inspector
    judge justice
    leader lieutenant lt
    magistrate maj major manager marshal mayor mep minister mla mp msp
    officer ombudsman
    premier president private prosecutor provost pvt
    registrar rep representative reps
    secretary sen senator sens sergeant sgt sheriff solicitor speaker spokesman spokesperson
    spokeswoman superintendent
    taoiseach td treasurer trooper
    undersecretary
    """
)
"""The word that makes a title an office: "Foreign Minister", "Vice President", "Chief Executive".

Each is a title alone, too ("President Roe"). No job that stands before a name without being a title
("striker", "singer"). Chosen by hand.
"""

OFFICE_MODIFIERS: Final = word_set(
    """
    acting agriculture assistant associate attorney
    brigadier
    cabinet chief communications crown culture
    defence defense deputy district
    economics economy education energy environment executive
    field finance financial first foreign former
    general
    health high home house housing
    industry information interim interior
    junior justice
    labor labour lead lieutenant
    major majority managing minority
    national
    opposition
    permanent press prime
    rear rt
    second security senate senior shadow solicitor special sports staff state supreme
    tourism trade transport
    vice
    water
    """
)
"""Words inside a title, before its office: "Acting", "Foreign", "Vice".

A word that is an office, too ("Chief Executive"), goes into both lists.
"""

OFFICE_MATTERS: Final = word_set(
    """
    affairs agriculture chequer commerce commons defence defense education energy environment
    exchequer finance foreign government health homeland house human interior justice labor labour
    parliament police representatives security senate services staff state trade transport
    transportation treasury war
    """
)
"""What may follow "Secretary of", "Minister for": with it the title is still a bare one."""

LONGEST_TITLE: Final = 12
"""In words: "the former Deputy Prime Minister and Secretary of State for Foreign Affairs" has eleven."""

TITLE_JOINTS: Final = word_set("& and for of")
"""What joins the words of a title: "Secretary of State", "President & CEO"."""

TITLES: Final = HONORIFICS | OFFICES
"""What can stand before a person's name and be no part of it."""

KIN: Final = word_set(
    """
    aunt brother cousin daughter father fiancé fiancée granddaughter grandfather grandmother
    grandson husband mother nephew niece sister son stepdaughter stepfather stepmother stepson twin
    uncle widow widower wife
    """
)
"""Who somebody is to a person who has been named: "her brother, Colin Roe"."""

WRITTEN_OUT: Final = {
    "adm": "admiral",
    "capt": "captain",
    "cmdr": "commander",
    "col": "colonel",
    "cpl": "corporal",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "pvt": "private",
    "rep": "representative",
    "sen": "senator",
    "sgt": "sergeant",
    "supt": "superintendent",
}
"""What a title is short for, without its full stop: "Gov. Roe" is "the governor"."""

OUTRANKED: Final = word_set("assistant deputy former vice")
"""What makes an office another one: a vice president is not meant by "the president"."""

ORDINARY_TITLES: Final = word_set("attorney chief executive general head justice")
"""Titles that are words of other names as often: "General Motors", "Justice Department"."""

"""The parts of names that are no name by themselves: particles, generations, company forms."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

POSSESSIVE_S: Final = word_set("'s")
"""The end of a possessive as a token; also what is left of "is" and "has"."""

POSSESSIVES: Final = POSSESSIVE_S | word_set("'")
"""The ends of possessives, which are tokens of their own: "Roe's", "the workers'"."""

PARTICLES: Final = word_set(
    """
    al ben bin bint da das de del della den der di do dos du el ibn la le lo los ten ter ul und van
    von y zu
    """
)
"""Particles that stand in lower case inside names: "van der Berg", "bin Rashid", "El Salvador".

No English word: "of", "the" and "and" are ``SMALL_WORDS``.
"""

GENERATIONS: Final = word_set("ii iii iv ix jr junior senior sr v vi vii viii x xi xii xiii xiv xv xvi")
"""What follows a person's name and keeps generations, kings and popes apart; without a full stop."""

FIRST_SURNAMES: Final = word_set(
    """
    an
    bae baek bai
    cai cao cha chang chen cheng chiang cho choi chow chu chung cui
    dai deng ding du
    fan fang feng fu
    gao gong gu guo
    han hao hong hou hu huang hwang
    im
    jang jeon jeong jia jiang jin joo jung
    kang kim ko kong koo kwon
    lai lee lei li liang liao lim lin liu lu luo
    ma mao meng moon
    nam noh
    oh
    pak pan park peng
    qian qiao qin qiu
    ren rhee ri ryu
    seo shao shen shi shin sohn song su suh sun
    tan tang tao tian tsai tsang
    wan wang wei wen wong woo wu
    xi xia xiang xiao xie xing xiong xu xue
    yan yang yao ye yeo yi yim yin yoo yoon yu yuan
    zeng zhang zhao zheng zhong zhou zhu zou
    """
)
"""Korean and Chinese surnames, which stand first: "Kim Dae-jung" is "Kim" again.

The most common ones, as newspapers write them. Bearers of Vietnamese names are called by the last one.
"""

POSTNOMINALS: Final = word_set(
    """
    cbe dbe dds dmd do dphil dso edd esq frcs frs jd kbe kc llm mba mbe md mep mla mp mph msp obe phd
    qc rn sj
    """
)
"""Letters behind a person's name, for an office, a degree, an order: "Ann Roe KC"; without full stops."""

EPITHETS: Final = word_set("dear late little old poor young")
"""What may stand before a full name and is, though it opens a sentence, no part of it: "Old Murdo Beaton"."""

KIND_NOUNS: Final = word_set(
    """
    airport area auditorium bridge canal center centre city coast county dam department desert
    district factory harbor harbour hospital hotel inquiry island lake library market mine museum
    navy news office palace park pier plant port prison province railroad railway range region
    reservoir river road school square stadium state station street suburb talks town tunnel valley
    village zoo
    """
)
"""Nouns that stand in lower case behind a name and say only of what kind its bearer is: "the Futenma base".

A word goes in if the names of places or of bodies are followed by it. None that is often the last word of the
name though in lower case ("the Gaza strip", "Bohai sea").
"""

COMPANY_FORMS: Final = word_set(
    """
    ab ag as asa bv co company corp corporation gmbh group holding holdings inc incorporated kgaa kk
    limited llc llp lp ltd nv oyj plc pty sa se spa srl
    """
)
"""What ends a company's name and later mentions leave out: legal forms, "Group", "Holdings".

Without a full stop. No word that says what a company does ("bank", "airlines"): these are ``GENERIC_PARTS``.
"""

SMALL_WORDS: Final = word_set("and at de des du for in la le of on the")
"""Words inside names that count neither for their initials nor for their length."""

STATE_WORDS: Final = word_set(
    "city commonwealth county emirate federation kingdom province republic state states"
)
"""Words that make the name of a state or a community out of a place's: "Republic of Malta"."""

LANDFORMS: Final = word_set("mount mountain river")
"""Parts of a place's name that an article may leave out: "the River Tamber", "the Tamber"."""

RANGES: Final = word_set("islands mountains")
"""What lies in a row, so that its name has a plural: "the Falkland Islands", "the Falklands"."""

STORMS: Final = word_set("cyclone hurricane storm typhoon")
"""What stands before the name that a weather service gave to bad weather."""

AREAS: Final = word_set("borough duchy emirate municipality principality sultanate township")
"""What is governed by itself, as the first word of its name: "the Municipality of Ord".

None by which the article also calls what has the bare name ("the City of London", "the Republic of Ireland").
"""

DEPARTMENTS: Final = word_set("department ministry")
"""What of a government goes by its matter too: "the Department of Veterans Affairs", "Veterans Affairs"."""

LAWS: Final = word_set("act amendment protocol treaty")
"""The last word of what is law, and nobody: "Freedom of Information Act"."""

PARTS_OF_BODIES: Final = word_set("caucus commission committee council panel subcommittee")
"""The last word of what is but a part of the body that is named before: "Senate Budget Committee"."""

COMMITTEES: Final = word_set("committee subcommittee")
"""The last word, in lower case, of what a chamber calls by its matter: "the Senate banking committee"."""

CHAMBERS: Final = word_set("assembly commons congress house lords parliament senate")
"""The name of a chamber as a word of what is but a part of it: "Lords"."""

SERVICES: Final = word_set(
    "agency authority committee council department fire hospital ministry police university"
)
"""The last word of the name of a body that nobody bears as a surname: "Denholt Fire"."""

SHIP_PREFIXES: Final = word_set("hmas hmcs hmnzs hms ins mt mv rms rnlb rrs ss uscgc usns uss")
"""What stands before the name of a ship, in capitals."""

VESSELS: Final = word_set(
    "barge boat cruiser destroyer ferry freighter frigate lifeboat liner schooner ship submarine tanker"
    " trawler tug tugboat vessel warship yacht"
)
"""What a ship is."""

LAND_AND_WATER: Final = word_set("ocean peninsula plateau sea strait straits strip")
"""What a place in nature is, as a word of its name that an article may leave out: "the Gaza Strip", "Gaza".

None that names another thing than the rest does ("bay", "city", "island", "river").
"""

STREETS: Final[dict[str, str]] = {"ave": "avenue", "blvd": "boulevard", "rd": "road", "st": "street"}
"""Short forms at the end of a street's name, each with its full word."""

FULL_WORDS: Final[dict[str, str]] = {"ft": "fort", "mt": "mount", "st": "saint", "ste": "sainte"}
"""Short forms at the beginning of a name, each with its full word."""

PARTICIPLE_ENDINGS: Final = ("ed", "born", "bound", "held", "made", "run", "style")
"""Ends of compounds with a hyphen that describe the name behind them: "London-based", "rebel-held"."""

GENERIC_PARTS: Final = word_set(
    """
    agency air airline airlines airways american army association authority
    bank black board bureau
    center central centre church city club college commission committee company conference congress
    corporation council court
    democratic department
    east
    federal federation first foundation free
    general government great green group
    high house
    independent institute international
    labor labour league liberal
    medical ministry
    national new north
    office official open organisation organization
    party police public
    red research royal
    saint school senate service social society south state supreme
    team the trade trust
    union united university us
    west white world
    """
)
"""Parts of an organisation's name that say only what kind it is, and so are no short form of it.

A word goes in if two organisations of one article may share it. No word that is a name by itself. Chosen by
hand.
"""

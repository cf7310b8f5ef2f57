"""Honorifics and offices: what stands before a person's name, and whose gender it shows."""

from __future__ import annotations

from typing import Final, Literal

from newscli.english.words import word_set

Gender = Literal["m", "f"]

# All words are lower case and without a full stop.
_MALE: Final = word_set(
    """
    mr sir king prince lord duke earl count baron emperor tsar sultan emir pope father brother friar
    monsieur herr señor senor signor don mssrs messrs gentleman man boy husband uncle grandfather dad
    son businessman chairman congressman councilman spokesman policeman actor statesman assemblyman
    alderman fireman fisherman cameraman salesman imam ayatollah mullah sheikh archbishop cardinal shah
    monsignor abbot monk waiter landlord widower nephew fiancé guy lad midshipman yeoman
    """
)

_FEMALE: Final = word_set(
    """
    mrs ms miss mme mlle madam madame mademoiselle frau señora senora signora dame lady queen princess
    duchess countess baroness empress tsarina sister mother woman girl wife aunt grandmother mum mom
    daughter businesswoman chairwoman congresswoman councilwoman spokeswoman policewoman actress
    stateswoman assemblywoman abbess nun waitress landlady widow niece fiancée heroine hostess goddess
    """
)

GENDER_OF_TITLE: Final[dict[str, Gender]] = {
    **dict.fromkeys(sorted(_MALE), "m"),
    **dict.fromkeys(sorted(_FEMALE), "f"),
}

# Before a surname alone or a full name; capitalised, they are no part of the name.
HONORIFICS: Final = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady mme mlle madam madame monsieur mademoiselle
    herr frau señor señora signor signora messrs rev reverend fr father sister brother pastor rabbi imam
    ayatollah mullah sheikh monsignor king queen prince princess pope emperor empress tsar sultan emir
    duke duchess count countess baron baroness archbishop bishop cardinal hon
    """
)

# The word that makes a title an office: "Foreign Minister", "Vice President", "Chief Executive".
OFFICES: Final = word_set(
    """
    president premier chancellor minister secretary senator sen sens representative rep reps congressman
    congresswoman governor gov mayor judge justice attorney general gen colonel col major maj captain
    capt lieutenant lt sergeant sgt corporal cpl private pvt commander cmdr admiral adm marshal
    brigadier officer inspector superintendent detective constable sheriff trooper ambassador envoy
    director chairman chairwoman chairperson chair speaker leader mp mla msp mep td ceo cfo coo cto
    councillor councilman councilwoman councilor commissioner deputy spokesman spokeswoman spokesperson
    coach manager head chief executive editor taoiseach ombudsman prosecutor solicitor treasurer provost
    consul delegate assemblyman assemblywoman undersecretary counsel comptroller
    """
)

# Words inside a title, before its office.
OFFICE_MODIFIERS: Final = word_set(
    """
    prime vice foreign deputy assistant associate acting interim former interior home defence defense
    finance health education justice trade energy transport environment agriculture culture labour labor
    economy economics industry housing tourism sports information communications state cabinet
    opposition majority minority house senate senior junior chief executive managing general lead first
    second lieutenant major staff rear brigadier field attorney solicitor crown district high permanent
    press national security water supreme special financial shadow rt
    """
)

# What may follow "Secretary of": with it the title is still a bare one.
OFFICE_MATTERS: Final = word_set(
    """
    state house senate defence defense war treasury commerce energy education labor labour agriculture
    transportation transport justice health interior staff police parliament government foreign affairs
    finance trade exchequer chequer homeland security commons representatives human services environment
    """
)

# "the former Deputy Prime Minister and Secretary of State for Foreign Affairs" has eleven words.
LONGEST_TITLE: Final = 12

TITLE_JOINTS: Final = frozenset({"and", "of", "for", "&"})

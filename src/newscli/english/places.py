"""Places that news names without further ado, and the adjectives of their peoples.

A small list, chosen by hand: countries, capitals and other large cities, the states of the US, regions.
"""

from __future__ import annotations

from typing import Final

from newscli.english.countries import COUNTRIES
from newscli.english.words import phrase_set, word_set

_CITIES: Final = phrase_set(
    """
    Aberdeen; Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Adelaide; Aleppo; Alexandria; Algiers;
    Amman; Amsterdam; Ankara; Antwerp; Athens; Atlanta; Auckland; Austin;
    Baghdad; Baku; Baltimore; Bangalore; Bangkok; Barcelona; Basel; Basra; Beijing; Beirut; Belfast;
    Belgrade; Benghazi; Berlin; Bern; Birmingham; Bogota; Bogotá; Bologna; Bombay; Bonn; Bordeaux;
    Boston; Brasilia; Bratislava; Brisbane; Bristol; Brussels; Bucharest; Budapest; Buenos Aires;
    Cairo; Calcutta; Calgary; Canberra; Cape Town; Caracas; Cardiff; Casablanca; Chennai; Chicago;
    Cincinnati; Cleveland; Cologne; Colombo; Copenhagen;
    Dakar; Dallas; Damascus; Dar es Salaam; Delhi; Denver; Detroit; Dhaka; Doha; Donetsk; Dortmund;
    Dresden; Dubai; Dublin; Durban; Düsseldorf;
    Edinburgh; Edmonton;
    Florence; Frankfurt;
    Gaza City; Geneva; Genoa; Glasgow; Gothenburg; Grozny; Guangzhou;
    Hague; Hamburg; Hanoi; Harare; Havana; Helsinki; Hiroshima; Ho Chi Minh City; Hong Kong;
    Honolulu; Houston; Hyderabad;
    Islamabad; Istanbul;
    Jakarta; Jeddah; Jerusalem; Johannesburg; Juba;
    Kabul; Kampala; Kandahar; Karachi; Kathmandu; Kharkiv; Khartoum; Kiev; Kigali; Kinshasa; Krakow;
    Kuala Lumpur; Kyiv; Kyoto;
    Lagos; Lahore; Las Vegas; Leeds; Leicester; Leipzig; Lima; Lisbon; Liverpool; Ljubljana; London;
    Los Angeles; Luanda; Lviv; Lyon;
    Madrid; Manchester; Manila; Marseille; Mecca; Melbourne; Memphis; Mexico City; Miami; Milan;
    Minneapolis; Minsk; Mogadishu; Monrovia; Montevideo; Montreal; Moscow; Mosul; Mumbai; Munich;
    Nagasaki; Nairobi; Naples; New Delhi; New Orleans; New York; New York City; Nicosia;
    Odesa; Odessa; Orlando; Osaka; Oslo; Ottawa; Oxford;
    Paris; Perth; Philadelphia; Phnom Penh; Phoenix; Pittsburgh; Port-au-Prince; Portland; Prague;
    Pretoria; Pristina; Pyongyang;
    Quebec City; Quito;
    Rabat; Ramallah; Rangoon; Reykjavik; Riga; Rio de Janeiro; Riyadh; Rome; Rotterdam;
    Sacramento; Salt Lake City; San Diego; San Francisco; San Jose; San José; Sanaa; Santiago;
    Sao Paulo; São Paulo; Sarajevo; Seattle; Seoul; Seville; Shanghai; Sheffield; Shenzhen; Sofia;
    Southampton; Srebrenica; St Louis; St Petersburg; Stockholm; Strasbourg; Stuttgart; Sydney;
    Taipei; Tallinn; Tashkent; Tbilisi; Tehran; Tel Aviv; The Hague; Tokyo; Toronto; Tripoli; Tunis;
    Turin;
    Ulan Bator;
    Valencia; Vancouver; Venice; Vienna; Vientiane; Vilnius;
    Warsaw; Washington; Washington DC; Wellington; Winnipeg; Wuhan;
    Yangon; Yerevan;
    Zagreb; Zurich; Zürich
    """
)
"""Capitals and other cities that news names without their country, in each spelling that is in use."""

_REGIONS: Final = phrase_set(
    """
    Africa; Alabama; Alaska; America; Americas; Antarctica; Arctic; Arizona; Arkansas; Asia;
    Asia-Pacific;
    Balkans; Bavaria; Brittany;
    California; Caribbean; Catalonia; Caucasus; Chechnya; Colorado; Connecticut; Cornwall; Crimea;
    Darfur; DC; Delaware;
    Europe;
    Flanders; Florida;
    Gaza; Gaza Strip; Golan Heights; Guam; Gulf of Mexico;
    Hawaii;
    Idaho; Illinois; Indiana; Iowa;
    Kansas; Kashmir; Kent; Kentucky; Korea; Kurdistan;
    Lancashire; Latin America; Louisiana;
    Maine; Maryland; Massachusetts; Mediterranean; Michigan; Middle East; Midwest; Minnesota;
    Mississippi; Missouri; Montana;
    Nebraska; Nevada; New England; New Hampshire; New Jersey; New Mexico; New South Wales;
    North America; North Carolina; North Dakota; Nova Scotia;
    Ohio; Oklahoma; Ontario; Oregon;
    Pacific; Pennsylvania; Punjab;
    Quebec; Queensland;
    Rhode Island;
    Sahara; Scandinavia; Siberia; Sicily; South America; South Carolina; South Dakota; Sussex;
    Tasmania; Tennessee; Texas; Tibet; Transnistria; Tuscany;
    U.K.; U.S.; U.S.A.; UAE; UK; US; USA; USSR; Utah;
    Vermont; Virginia;
    Wall Street; West Bank; West Virginia; Wisconsin; Wyoming;
    Yorkshire
    """
)
"""Continents, regions, states and counties, and short forms of countries' names ("UK")."""

PLACES: Final = frozenset(COUNTRIES) | _CITIES | _REGIONS
"""Names of places, in the spelling of running text.

A place goes in if news names it without saying where it is. But for countries and states, no place that is
as often a person or a word ("Nice", "Reading", "Lincoln").
"""

_OTHER_ADJECTIVES: Final = word_set(
    """
    African Afrikaans Alaskan Anglican Arab Arabian Arabic Asian
    Balkan Baltic Basque Berber Bosniak Buddhist
    Californian Catalan Catholic Chechen Christian Communist Conservative Crimean
    Democratic
    Eastern Eurasian European
    Flemish
    Hawaiian Hebrew Hindu Hispanic
    Islamic Islamist
    Jewish
    Kashmiri Kurdish
    Latin Latino Liberal
    Muslim
    Nazi Nordic
    Orthodox Ottoman
    Parisian Persian Protestant
    Republican Roman
    Scandinavian Shia Shiite Siberian Sikh Slavic Socialist Sunni
    Texan Tibetan Tory
    Victorian
    Western
    Zionist
    """
)
"""Adjectives of regions, faiths and parties, which name no one country."""

ADJECTIVES: Final = _OTHER_ADJECTIVES.union(*map(word_set, COUNTRIES.values()))
"""Adjectives of peoples, places, faiths and parties ("Russian"): no mention of the place."""

PEOPLES: Final = frozenset(f"{word}s" for word in ADJECTIVES if not word.endswith(("s", "sh", "ch", "se")))
"""Peoples ("Russians"); an adjective that ends in a hiss has no plural of its own."""

SAME_PLACE: Final[dict[str, str]] = {
    other: name
    for name, others in {
        "beijing": "peking",
        "bosnia and herzegovina": "bosnia",
        "china": "peoples republic of china; prc",
        "czech republic": "czechia",
        "democratic republic of the congo": "dr congo; drc",
        "east timor": "timor leste",
        "eswatini": "swaziland",
        "ivory coast": "cote divoire",
        "kharkiv": "kharkov",
        "kyiv": "kiev",
        "los angeles": "la",
        "mumbai": "bombay",
        "myanmar": "burma",
        "netherlands": "holland",
        "new york city": "new york; nyc",
        "north korea": "dprk",
        "odesa": "odessa",
        "south korea": "republic of korea",
        "soviet union": "ussr",
        "turkey": "turkiye",
        "united arab emirates": "uae",
        "united kingdom": "britain; great britain; u k; uk",
        "united states": "america; u s; u s a; united states of america; us; usa",
        "vatican": "holy see; vatican city",
        "washington dc": "d c; dc; washington; washington d c",
    }.items()
    for other in sorted(phrase_set(others))
}
"""Other names of a place, each to the name under which a term or an entity is known.

Both as ``names.forms`` compares them, lower case and without stops; "u s" is what is left of "U.S.". No name
that means another place too ("congo", "korea").
"""

ALSO_CALLED: Final[dict[str, tuple[str, ...]]] = {
    "conservative party": ("Tories", "Tory party", "Tory Party"),
    "conservatives": ("Tories", "Tory party", "Tory Party"),
    "democrats": ("Dems",),
    "downing street": ("No 10", "No. 10", "Number 10", "Number Ten"),
    "liberal democrats": ("Lib Dems", "Lib Dem"),
    "republican party": ("GOP",),
}
"""What else news calls a seat of government or a party by, in words that mean it only beside its name."""

PARTIES: Final = phrase_set("gop; lib dems; tories")
"""What news calls a party by that is one wherever it stands; lower case."""

OPPOSITES: Final[dict[str, str]] = {"east": "west", "north": "south", "south": "north", "west": "east"}
"""The points of the compass by which halves of a country are named, each with the other one."""

NEW_WORLD: Final = word_set("american americans australian australians canadian canadians")
"""Peoples that are joined to another to name those who came from it: "an Irish-American"."""

STATES: Final[dict[str, str]] = {
    "Ala": "Alabama",
    "Alta": "Alberta",
    "Ariz": "Arizona",
    "Ark": "Arkansas",
    "Calif": "California",
    "Colo": "Colorado",
    "Conn": "Connecticut",
    "Del": "Delaware",
    "Fla": "Florida",
    "Ga": "Georgia",
    "Ill": "Illinois",
    "Ind": "Indiana",
    "Kan": "Kansas",
    "Ky": "Kentucky",
    "La": "Louisiana",
    "Mass": "Massachusetts",
    "Md": "Maryland",
    "Mich": "Michigan",
    "Minn": "Minnesota",
    "Miss": "Mississippi",
    "Mo": "Missouri",
    "Mont": "Montana",
    "N.B": "New Brunswick",
    "N.C": "North Carolina",
    "N.D": "North Dakota",
    "N.H": "New Hampshire",
    "N.J": "New Jersey",
    "N.M": "New Mexico",
    "N.S": "Nova Scotia",
    "Neb": "Nebraska",
    "Nev": "Nevada",
    "Okla": "Oklahoma",
    "Ont": "Ontario",
    "Ore": "Oregon",
    "Pa": "Pennsylvania",
    "Que": "Quebec",
    "R.I": "Rhode Island",
    "S.C": "South Carolina",
    "S.D": "South Dakota",
    "Sask": "Saskatchewan",
    "Tenn": "Tennessee",
    "Va": "Virginia",
    "Vt": "Vermont",
    "W.Va": "West Virginia",
    "Wash": "Washington",
    "Wis": "Wisconsin",
    "Wyo": "Wyoming",
}
"""How American and Canadian papers shorten a state or province behind a town, each to its name in full.

As they spell it, without the last full stop. No postal code ("WY").
"""

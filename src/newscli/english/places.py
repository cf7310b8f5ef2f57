"""Places that news names without further ado, and the adjectives of their peoples.

A small list in the project's own words: countries with their adjectives, capitals and other large
cities, the states of the US, regions. All keys are as an English text spells them.
"""

from __future__ import annotations

from typing import Final

# A country and, after the colon, its adjectives; the plural of one ("Russians") names the people.
_COUNTRIES = """
Afghanistan: Afghan; Albania: Albanian; Algeria: Algerian; Andorra: Andorran; Angola: Angolan; Argentina:
Argentine Argentinian; Armenia: Armenian; Australia: Australian; Austria: Austrian; Azerbaijan: Azerbaijani
Azeri;
Bahamas: Bahamian; Bahrain: Bahraini; Bangladesh: Bangladeshi; Barbados: Barbadian; Belarus: Belarusian
Belarussian; Belgium: Belgian; Belize: Belizean; Benin: Beninese; Bhutan: Bhutanese; Bolivia: Bolivian;
Bosnia and Herzegovina; Bosnia: Bosnian; Botswana; Brazil: Brazilian; Britain: British Briton; Brunei:
Bruneian; Bulgaria: Bulgarian; Burkina Faso; Burma: Burmese; Burundi: Burundian;
Cambodia: Cambodian; Cameroon: Cameroonian; Canada: Canadian; Cape Verde: Verdean; Central African Republic;
Chad: Chadian; Chile: Chilean; China: Chinese; Colombia: Colombian; Comoros: Comorian; Congo: Congolese;
Costa Rica: Rican; Croatia: Croatian Croat; Cuba: Cuban; Cyprus: Cypriot; Czech Republic: Czech; Czechia;
Denmark: Danish Dane; Djibouti: Djiboutian; Dominica; Dominican Republic: Dominican;
East Timor: Timorese; Ecuador: Ecuadorian; Egypt: Egyptian; El Salvador: Salvadoran; England: English
Englishman; Equatorial Guinea; Eritrea: Eritrean; Estonia: Estonian; Eswatini: Swazi; Ethiopia: Ethiopian;
Fiji: Fijian; Finland: Finnish Finn; France: French Frenchman;
Gabon: Gabonese; Gambia: Gambian; Georgia: Georgian; Germany: German; Ghana: Ghanaian; Greece: Greek;
Greenland; Grenada: Grenadian; Guatemala: Guatemalan; Guinea-Bissau; Guinea: Guinean; Guyana: Guyanese;
Haiti: Haitian; Honduras: Honduran; Hungary: Hungarian;
Iceland: Icelandic Icelander; India: Indian; Indonesia: Indonesian; Iran: Iranian; Iraq: Iraqi; Ireland:
Irish Irishman; Israel: Israeli; Italy: Italian; Ivory Coast: Ivorian;
Jamaica: Jamaican; Japan: Japanese; Jordan: Jordanian;
Kazakhstan: Kazakh; Kenya: Kenyan; Kiribati; Kosovo: Kosovar; Kuwait: Kuwaiti; Kyrgyzstan: Kyrgyz;
Laos: Laotian; Latvia: Latvian; Lebanon: Lebanese; Lesotho; Liberia: Liberian; Libya: Libyan; Liechtenstein;
Lithuania: Lithuanian; Luxembourg;
Macedonia: Macedonian; Madagascar: Malagasy; Malawi: Malawian; Malaysia: Malaysian; Maldives: Maldivian;
Mali: Malian; Malta: Maltese; Marshall Islands; Mauritania: Mauritanian; Mauritius: Mauritian; Mexico:
Mexican; Micronesia; Moldova: Moldovan; Monaco; Mongolia: Mongolian; Montenegro: Montenegrin; Morocco:
Moroccan; Mozambique: Mozambican; Myanmar;
Namibia: Namibian; Nauru; Nepal: Nepalese Nepali; Netherlands: Dutch Dutchman; New Zealand; Nicaragua:
Nicaraguan; Niger; Nigeria: Nigerian; North Korea: Korean; North Macedonia; Northern Ireland; Norway:
Norwegian;
Oman: Omani;
Pakistan: Pakistani; Palau; Palestine: Palestinian; Panama: Panamanian; Papua New Guinea; Paraguay:
Paraguayan; Peru: Peruvian; Philippines: Filipino Philippine; Poland: Polish Pole; Portugal: Portuguese;
Puerto Rico;
Qatar: Qatari;
Romania: Romanian; Russia: Russian; Rwanda: Rwandan;
Samoa: Samoan; San Marino; Saudi Arabia: Saudi; Scotland: Scottish Scot Scotsman; Senegal: Senegalese;
Serbia: Serbian Serb; Seychelles; Sierra Leone: Leonean; Singapore: Singaporean; Slovakia: Slovak Slovakian;
Slovenia: Slovenian Slovene; Solomon Islands; Somalia: Somali; South Africa: African; South Korea; South
Sudan; Soviet Union: Soviet; Spain: Spanish Spaniard; Sri Lanka: Lankan; Sudan: Sudanese; Suriname:
Surinamese; Sweden: Swedish Swede; Switzerland: Swiss; Syria: Syrian;
Taiwan: Taiwanese; Tajikistan: Tajik; Tanzania: Tanzanian; Thailand: Thai; Togo: Togolese; Tonga: Tongan;
Trinidad and Tobago; Tunisia: Tunisian; Turkey: Turkish Turk; Turkmenistan: Turkmen; Tuvalu;
Uganda: Ugandan; Ukraine: Ukrainian; United Arab Emirates: Emirati; United Kingdom; United States: American;
Uruguay: Uruguayan; Uzbekistan: Uzbek;
Vanuatu; Vatican; Venezuela: Venezuelan; Vietnam: Vietnamese;
Wales: Welsh Welshman;
Yemen: Yemeni; Yugoslavia: Yugoslav;
Zambia: Zambian; Zimbabwe: Zimbabwean
"""

# Names of one country; the key is how `names.merge` compares them: lower case, without stops.
_ONE_COUNTRY = """
beijing: peking
bosnia and herzegovina: bosnia
china: peoples republic of china, prc
czech republic: czechia
democratic republic of the congo: dr congo, drc
east timor: timor leste
eswatini: swaziland
ivory coast: cote divoire
kharkiv: kharkov
kyiv: kiev
los angeles: la
mumbai: bombay
myanmar: burma
netherlands: holland
new york city: new york, nyc
north korea: dprk
odesa: odessa
south korea: republic of korea
soviet union: ussr
turkey: turkiye
united arab emirates: uae
united kingdom: uk, britain, great britain, u k
united states: us, usa, america, united states of america, u s, u s a
vatican: vatican city, holy see
washington dc: washington, washington d c, dc, d c
"""

_CITIES = """
Aberdeen; Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Adelaide; Aleppo; Alexandria; Algiers; Amman;
Amsterdam; Ankara; Antwerp; Athens; Atlanta; Auckland; Austin;
Baghdad; Baku; Baltimore; Bangalore; Bangkok; Barcelona; Basel; Basra; Beijing; Beirut; Belfast; Belgrade;
Benghazi; Berlin; Bern; Birmingham; Bogota; Bogotá; Bologna; Bombay; Bonn; Bordeaux; Boston; Brasilia;
Bratislava; Brisbane; Bristol; Brussels; Bucharest; Budapest; Buenos Aires;
Cairo; Calcutta; Calgary; Canberra; Cape Town; Caracas; Cardiff; Casablanca; Chennai; Chicago; Cincinnati;
Cleveland; Cologne; Colombo; Copenhagen;
Dakar; Dallas; Damascus; Dar es Salaam; Delhi; Denver; Detroit; Dhaka; Doha; Donetsk; Dortmund; Dresden;
Dubai; Dublin; Durban; Düsseldorf;
Edinburgh; Edmonton;
Florence; Frankfurt;
Gaza City; Geneva; Genoa; Glasgow; Gothenburg; Grozny; Guangzhou;
Hague; Hamburg; Hanoi; Harare; Havana; Helsinki; Hiroshima; Ho Chi Minh City; Hong Kong; Honolulu; Houston;
Hyderabad;
Islamabad; Istanbul;
Jakarta; Jeddah; Jerusalem; Johannesburg; Juba;
Kabul; Kampala; Kandahar; Karachi; Kathmandu; Kharkiv; Khartoum; Kiev; Kigali; Kinshasa; Krakow; Kuala
Lumpur; Kyiv; Kyoto;
Lagos; Lahore; Las Vegas; Leeds; Leicester; Leipzig; Lima; Lisbon; Liverpool; Ljubljana; London; Los
Angeles; Luanda; Lviv; Lyon;
Madrid; Manchester; Manila; Marseille; Mecca; Melbourne; Memphis; Mexico City; Miami; Milan; Minneapolis;
Minsk; Mogadishu; Monrovia; Montevideo; Montreal; Moscow; Mosul; Mumbai; Munich;
Nagasaki; Nairobi; Naples; New Delhi; New Orleans; New York; New York City; Nicosia;
Odesa; Odessa; Orlando; Osaka; Oslo; Ottawa; Oxford;
Paris; Perth; Philadelphia; Phnom Penh; Phoenix; Pittsburgh; Port-au-Prince; Portland; Prague; Pretoria;
Pristina; Pyongyang;
Quebec City; Quito;
Rabat; Ramallah; Rangoon; Reykjavik; Riga; Rio de Janeiro; Riyadh; Rome; Rotterdam;
Sacramento; Salt Lake City; San Diego; San Francisco; San Jose; San José; Sanaa; Santiago; Sao Paulo; São
Paulo; Sarajevo; Seattle; Seoul; Seville; Shanghai; Sheffield; Shenzhen; Sofia; Southampton; Srebrenica; St
Louis; St Petersburg; Stockholm; Strasbourg; Stuttgart; Sydney;
Taipei; Tallinn; Tashkent; Tbilisi; Tehran; Tel Aviv; The Hague; Tokyo; Toronto; Tripoli; Tunis; Turin;
Ulan Bator;
Valencia; Vancouver; Venice; Vienna; Vientiane; Vilnius;
Warsaw; Washington; Washington DC; Wellington; Winnipeg; Wuhan;
Yangon; Yerevan;
Zagreb; Zurich; Zürich
"""

_REGIONS = """
Africa; Alabama; Alaska; America; Americas; Antarctica; Arctic; Arizona; Arkansas; Asia;
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
Maine; Maryland; Massachusetts; Mediterranean; Michigan; Middle East; Midwest; Minnesota; Mississippi;
Missouri; Montana;
Nebraska; Nevada; New England; New Hampshire; New Jersey; New Mexico; New South Wales; North America; North
Carolina; North Dakota; Nova Scotia;
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

# Adjectives of regions, faiths and parties, which name no one place.
_OTHER_ADJECTIVES = """
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


def _names(table: str) -> list[str]:
    return [name.strip() for name in table.replace("\n", " ").split(";")]


def _adjectives() -> frozenset[str]:
    words = [word for row in _names(_COUNTRIES) for word in row.partition(":")[2].split()]
    return frozenset([*words, *_OTHER_ADJECTIVES.split()])


def _one_country() -> dict[str, str]:
    rows = (line.split(": ") for line in _ONE_COUNTRY.strip().splitlines())
    return {other: name for name, others in rows for other in others.split(", ")}


PLACES: Final = frozenset(
    [*(row.partition(":")[0] for row in _names(_COUNTRIES)), *_names(_CITIES), *_names(_REGIONS)]
)
"""Names of places, in the spelling of running text: countries, cities, regions.

A place goes in if news names it without saying where it is. No place whose name is as often a person's
or a word ("Nice", "Reading", "Lincoln").
"""

ADJECTIVES: Final = _adjectives()
"""Adjectives of peoples, places, faiths and parties ("Russian"): no mention of the place."""

PEOPLES: Final = frozenset(f"{word}s" for word in ADJECTIVES if not word.endswith(("s", "sh", "ch", "se")))
"""Peoples ("Russians"); an adjective that ends in a hiss has no plural of its own."""

SAME_PLACE: Final = _one_country()
"""Another name of a place to the name under which ``names.forms`` knows it, both as its keys."""

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
Azeri; Bahamas: Bahamian; Bahrain: Bahraini; Bangladesh: Bangladeshi; Barbados: Barbadian; Belarus:
Belarusian Belarussian; Belgium: Belgian; Belize: Belizean; Benin: Beninese; Bhutan: Bhutanese; Bolivia:
Bolivian; Bosnia: Bosnian; Bosnia and Herzegovina; Botswana; Brazil: Brazilian; Britain: British Briton;
Brunei: Bruneian; Bulgaria: Bulgarian; Burkina Faso; Burma: Burmese; Burundi: Burundian; Cambodia:
Cambodian; Cameroon: Cameroonian; Canada: Canadian; Cape Verde: Verdean; Central African Republic; Chad:
Chadian; Chile: Chilean; China: Chinese; Colombia: Colombian; Comoros: Comorian; Congo: Congolese; Costa
Rica: Rican; Croatia: Croatian Croat; Cuba: Cuban; Cyprus: Cypriot; Czech Republic: Czech; Czechia; Denmark:
Danish Dane; Djibouti: Djiboutian; Dominica; Dominican Republic: Dominican; East Timor: Timorese; Ecuador:
Ecuadorian; Egypt: Egyptian; El Salvador: Salvadoran; England: English Englishman; Equatorial Guinea;
Eritrea: Eritrean; Estonia: Estonian; Eswatini: Swazi; Ethiopia: Ethiopian; Fiji: Fijian; Finland: Finnish
Finn; France: French Frenchman; Gabon: Gabonese; Gambia: Gambian; Georgia: Georgian; Germany: German; Ghana:
Ghanaian; Greece: Greek; Greenland; Grenada: Grenadian; Guatemala: Guatemalan; Guinea: Guinean;
Guinea-Bissau; Guyana: Guyanese; Haiti: Haitian; Honduras: Honduran; Hungary: Hungarian; Iceland: Icelandic
Icelander; India: Indian; Indonesia: Indonesian; Iran: Iranian; Iraq: Iraqi; Ireland: Irish Irishman;
Israel: Israeli; Italy: Italian; Ivory Coast: Ivorian; Jamaica: Jamaican; Japan: Japanese; Jordan:
Jordanian; Kazakhstan: Kazakh; Kenya: Kenyan; Kiribati; Kosovo: Kosovar; Kuwait: Kuwaiti; Kyrgyzstan:
Kyrgyz; Laos: Laotian; Latvia: Latvian; Lebanon: Lebanese; Lesotho; Liberia: Liberian; Libya: Libyan;
Liechtenstein; Lithuania: Lithuanian; Luxembourg; Macedonia: Macedonian; Madagascar: Malagasy; Malawi:
Malawian; Malaysia: Malaysian; Maldives: Maldivian; Mali: Malian; Malta: Maltese; Marshall Islands;
Mauritania: Mauritanian; Mauritius: Mauritian; Mexico: Mexican; Micronesia; Moldova: Moldovan; Monaco;
Mongolia: Mongolian; Montenegro: Montenegrin; Morocco: Moroccan; Mozambique: Mozambican; Myanmar; Namibia:
Namibian; Nauru; Nepal: Nepalese Nepali; Netherlands: Dutch Dutchman; New Zealand; Nicaragua: Nicaraguan;
Niger; Nigeria: Nigerian; North Korea: Korean; North Macedonia; Northern Ireland; Norway: Norwegian; Oman:
Omani; Pakistan: Pakistani; Palau; Palestine: Palestinian; Panama: Panamanian; Papua New Guinea; Paraguay:
Paraguayan; Peru: Peruvian; Philippines: Filipino Philippine; Poland: Polish Pole; Portugal: Portuguese;
Puerto Rico; Qatar: Qatari; Romania: Romanian; Russia: Russian; Rwanda: Rwandan; Samoa: Samoan; San Marino;
Saudi Arabia: Saudi; Scotland: Scottish Scot Scotsman; Senegal: Senegalese; Serbia: Serbian Serb;
Seychelles; Sierra Leone: Leonean; Singapore: Singaporean; Slovakia: Slovak Slovakian; Slovenia: Slovenian
Slovene; Solomon Islands; Somalia: Somali; South Africa: African; South Korea; South Sudan; Soviet Union:
Soviet; Spain: Spanish Spaniard; Sri Lanka: Lankan; Sudan: Sudanese; Suriname: Surinamese; Sweden: Swedish
Swede; Switzerland: Swiss; Syria: Syrian; Taiwan: Taiwanese; Tajikistan: Tajik; Tanzania: Tanzanian;
Thailand: Thai; Togo: Togolese; Tonga: Tongan; Trinidad and Tobago; Tunisia: Tunisian; Turkey: Turkish Turk;
Turkmenistan: Turkmen; Tuvalu; Uganda: Ugandan; Ukraine: Ukrainian; United Arab Emirates: Emirati; United
Kingdom; United States: American; Uruguay: Uruguayan; Uzbekistan: Uzbek; Vanuatu; Vatican; Venezuela:
Venezuelan; Vietnam: Vietnamese; Wales: Welsh Welshman; Yemen: Yemeni; Yugoslavia: Yugoslav; Zambia:
Zambian; Zimbabwe: Zimbabwean
"""

# Names of one country; the key is how `names.merge` compares them: lower case, without stops.
_ONE_COUNTRY = """
united states: us, usa, america, united states of america, u s, u s a
united kingdom: uk, britain, great britain, u k
united arab emirates: uae
soviet union: ussr
north korea: dprk
south korea: republic of korea
myanmar: burma
netherlands: holland
turkey: turkiye
czech republic: czechia
ivory coast: cote divoire
eswatini: swaziland
east timor: timor leste
bosnia and herzegovina: bosnia
democratic republic of the congo: dr congo, drc
china: peoples republic of china, prc
vatican: vatican city, holy see
washington dc: washington, washington d c, dc, d c
new york city: new york, nyc
los angeles: la
kyiv: kiev
kharkiv: kharkov
odesa: odessa
mumbai: bombay
beijing: peking
"""

_CITIES = """
Aberdeen; Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Adelaide; Aleppo; Alexandria; Algiers; Amman;
Amsterdam; Ankara; Antwerp; Athens; Atlanta; Auckland; Austin; Baghdad; Baku; Baltimore; Bangalore; Bangkok;
Barcelona; Basel; Basra; Beijing; Beirut; Belfast; Belgrade; Benghazi; Berlin; Bern; Birmingham; Bogota;
Bogotá; Bologna; Bombay; Bonn; Bordeaux; Boston; Brasilia; Bratislava; Brisbane; Bristol; Brussels;
Bucharest; Budapest; Buenos Aires; Cairo; Calcutta; Calgary; Canberra; Cape Town; Caracas; Cardiff;
Casablanca; Chennai; Chicago; Cincinnati; Cleveland; Cologne; Colombo; Copenhagen; Dakar; Dallas; Damascus;
Dar es Salaam; Delhi; Denver; Detroit; Dhaka; Doha; Donetsk; Dortmund; Dresden; Dubai; Dublin; Durban;
Düsseldorf; Edinburgh; Edmonton; Florence; Frankfurt; Gaza City; Geneva; Genoa; Glasgow; Gothenburg; Grozny;
Guangzhou; Hague; Hamburg; Hanoi; Harare; Havana; Helsinki; Hiroshima; Ho Chi Minh City; Hong Kong;
Honolulu; Houston; Hyderabad; Islamabad; Istanbul; Jakarta; Jeddah; Jerusalem; Johannesburg; Juba; Kabul;
Kampala; Kandahar; Karachi; Kathmandu; Kharkiv; Khartoum; Kiev; Kigali; Kinshasa; Krakow; Kuala Lumpur;
Kyiv; Kyoto; Lagos; Lahore; Las Vegas; Leeds; Leicester; Leipzig; Lima; Lisbon; Liverpool; Ljubljana;
London; Los Angeles; Luanda; Lviv; Lyon; Madrid; Manchester; Manila; Marseille; Mecca; Melbourne; Memphis;
Mexico City; Miami; Milan; Minneapolis; Minsk; Mogadishu; Monrovia; Montevideo; Montreal; Moscow; Mosul;
Mumbai; Munich; Nagasaki; Nairobi; Naples; New Delhi; New Orleans; New York; New York City; Nicosia; Odesa;
Odessa; Orlando; Osaka; Oslo; Ottawa; Oxford; Paris; Perth; Philadelphia; Phnom Penh; Phoenix; Pittsburgh;
Port-au-Prince; Portland; Prague; Pretoria; Pristina; Pyongyang; Quebec City; Quito; Rabat; Ramallah;
Rangoon; Reykjavik; Riga; Rio de Janeiro; Riyadh; Rome; Rotterdam; Sacramento; St Louis; St Petersburg; Salt
Lake City; San Diego; San Francisco; San José; San Jose; Sanaa; Santiago; Sao Paulo; São Paulo; Sarajevo;
Seattle; Seoul; Seville; Shanghai; Sheffield; Shenzhen; Sofia; Southampton; Srebrenica; Stockholm;
Strasbourg; Stuttgart; Sydney; Taipei; Tallinn; Tashkent; Tbilisi; Tehran; Tel Aviv; The Hague; Tokyo;
Toronto; Tripoli; Tunis; Turin; Ulan Bator; Valencia; Vancouver; Venice; Vienna; Vientiane; Vilnius; Warsaw;
Washington; Washington DC; Wellington; Winnipeg; Wuhan; Yangon; Yerevan; Zagreb; Zurich; Zürich
"""

_REGIONS = """
DC; Africa; Alabama; Alaska; America; Americas; Antarctica; Arctic; Arizona; Arkansas; Asia; Balkans;
Bavaria; Brittany; California; Caribbean; Catalonia; Caucasus; Chechnya; Colorado; Connecticut; Cornwall;
Crimea; Darfur; Delaware; Europe; Flanders; Florida; Gaza; Gaza Strip; Golan Heights; Guam; Gulf of Mexico;
Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kashmir; Kent; Kentucky; Korea; Kurdistan; Lancashire; Latin
America; Louisiana; Maine; Maryland; Massachusetts; Mediterranean; Michigan; Middle East; Midwest;
Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New England; New Hampshire; New Jersey; New
Mexico; New South Wales; Nova Scotia; North America; North Carolina; North Dakota; Ohio; Oklahoma; Ontario;
Oregon; Pacific; Pennsylvania; Punjab; Quebec; Queensland; Rhode Island; Sahara; Scandinavia; Siberia;
Sicily; South America; South Carolina; South Dakota; Sussex; Tasmania; Tennessee; Texas; Tibet;
Transnistria; Tuscany; UAE; UK; US; USA; USSR; U.K.; U.S.; U.S.A.; Utah; Vermont; Virginia; Wall Street;
West Bank; West Virginia; Wisconsin; Wyoming; Yorkshire
"""

# Adjectives of regions, faiths and parties, which name no one place.
_OTHER_ADJECTIVES = """
African Alaskan Arab Arabic Asian Balkan Baltic Basque Berber Buddhist Californian Catalan Catholic Chechen
Christian Crimean European Eurasian Flemish Hawaiian Hebrew Hindu Hispanic Islamic Islamist Jewish Kashmiri
Kurdish Latin Latino Muslim Nazi Nordic Orthodox Ottoman Parisian Persian Protestant Roman Scandinavian Shia
Shiite Siberian Sikh Slavic Sunni Texan Tibetan Victorian Western Eastern Zionist Communist Conservative
Democratic Republican Liberal Tory Socialist Anglican Bosniak Afrikaans Arabian
"""


def _names(table: str) -> list[str]:
    return [name.strip() for name in table.replace("\n", " ").split(";")]


def _adjectives() -> frozenset[str]:
    words = [word for row in _names(_COUNTRIES) for word in row.partition(":")[2].split()]
    return frozenset([*words, *_OTHER_ADJECTIVES.split()])


def _one_country() -> dict[str, str]:
    rows = (line.split(": ") for line in _ONE_COUNTRY.strip().splitlines())
    return {other: name for name, others in rows for other in others.split(", ")}


# Names of places, in the spelling of running text.
PLACES: Final = frozenset(
    [*(row.partition(":")[0] for row in _names(_COUNTRIES)), *_names(_CITIES), *_names(_REGIONS)]
)

# Adjectives of peoples, places, faiths and parties ("Russian"): no mention of the place.
ADJECTIVES: Final = _adjectives()

# Peoples ("Russians"); where the adjective ends in a hiss the people has no plural of its own.
PEOPLES: Final = frozenset(f"{word}s" for word in ADJECTIVES if not word.endswith(("s", "sh", "ch", "se")))

# Another name of a place to the name under which `names.merge` knows it, both as its keys.
SAME_PLACE: Final = _one_country()

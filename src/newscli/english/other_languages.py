"""The small words of languages that are mistaken for English, and that users try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newscli.english.words import word_set

SMALL_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "Czech": word_set(
        """
        aby ale až bude byl byla do jako je jeho již jsou která který na nebo není od po podle před
        při pro roku se ve však za že
        """
    ),
    "Danish or Norwegian": word_set(
        """
        af at blev da de den der det efter eller en er et for fra har hun ikke jeg kan med men mot
        og også om over på skal som til ut var ved vi være
        """
    ),
    "Dutch": word_set(
        """
        aan al als bij dat de deze die dit door een en er geen haar heeft het hij hun ik je kan maar
        met naar niet nog om onder ook op over te tot uit van voor waar werd wordt ze zich zijn zo
        """
    ),
    "Finnish": word_set(
        """
        ei ennen että hän ja jo joka kanssa kuin kun mukaan mutta myös niin ole oli olisi on ovat se
        sen sitä tai vain vuonna
        """
    ),
    "French": word_set(
        """
        à au aux avec ce ces cette dans de des du elle en est et était été être eu il ils la le les
        leur lui mais même ne nous ont ou où par pas plus pour qu que qui sa sans se ses son sont
        sur un une vous
        """
    ),
    "German": word_set(
        """
        aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen
        einer er es für gegen haben hat ich im in ist können mehr mit nach nicht noch nur oder sagte
        sei sein sich sie sind über um und uns unter vom von vor war was wenn werden wie wir wird
        wurde zu zum zur zwischen
        """
    ),
    "Indonesian or Malay": word_set(
        """
        adalah akan atau bahwa dalam dan dari dengan di ini itu juga karena kata ke kepada lebih
        mereka oleh pada para saya sebagai telah tersebut tidak untuk yang
        """
    ),
    "Italian": word_set(
        """
        al alla anche che chi ci come con da dal dalla degli dei del della delle di dopo e è gli ha
        hanno i il io la le lo loro ma nel nella non per più quando quella questo sarà se si sono
        stato su sul sulla tra un una uno
        """
    ),
    "Polish": word_set(
        """
        ale być była było dla do i ich jak jego jej jest już która które który na nie o od oraz po
        przed przez przy są się tak to tym w we z za ze że
        """
    ),
    "Portuguese": word_set(
        """
        à ao aos as com como da das de dos e é ela ele em entre essa esta está foi mais mas mesmo na
        não nas no nos o os ou para pela pelo por que são se seu sua também tem um uma
        """
    ),
    "Romanian": word_set(
        """
        a au ca care ce cu de despre din după este fi fost iar în la lui mai nu o până pe pentru
        prin sa sau se și spus sunt un unei va
        """
    ),
    "Spanish": word_set(
        """
        a al como con cuando de del desde dos el ella en entre era es esta está este fue ha han
        hasta la las le lo los más muy no nos o para pero por porque que qué se según ser si sin
        sobre son su sus también un una y ya
        """
    ),
    "Swedish": word_set(
        """
        är att av blir där de den det detta efter eller en ett för från ha han har hon i inte jag
        kan man med men mot när nu och också om över på sedan sig ska som till under upp ut var vi
        vid
        """
    ),
    "Turkish": word_set(
        """
        ama bir bu çok da daha de dedi diye en gibi göre her için ile ise kadar ki mi ne o olan
        olarak oldu olduğu sonra var ve veya yeni
        """
    ),
}
"""A word goes in if it is one of the most frequent of its language; if English has it, too, it shows nothing.

``text.language`` says how they are used.
"""

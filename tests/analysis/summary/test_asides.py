"""What stands among the sentences of a story and is none of it."""

from __future__ import annotations

import pytest

from newscli.analysis.summary.asides import is_aside

ASIDES = [
    "Correction: The mill of Osk has three wheels, not two.",
    "This article was amended on 4 May to correct the age of the mill.",
    "An earlier version of this story misspelled the name of Bo Ahl.",
    "The views expressed here are those of the author.",
    "Tarn Mills undertakes no duty to update them.",
    "This material may not be published, broadcast or rewritten.",
    "THIS IS A RUSH TRANSCRIPT.",
    "Follow @OskNews for more.",
    "Follow Osk News on Facebook for more.",
    "For more information, visit www.tarnmills.example.",
    "WHAT: The mayor opens the rebuilt mill.",
    "Referee: B Ahl (Osk).",
    "Mill burns in OskAfter the storm, a clean-upWhy gulls eat rye",
    "Ahl, Orr, Hale (Penn 77), Lund, Tarn, Bell, Moss, Dale (Ward 80).",
]


@pytest.mark.parametrize("text", ASIDES)
def test_an_aside_is_none_of_the_story(text: str) -> None:
    assert is_aside(text, text.replace(",", "").replace(".", "").split())


@pytest.mark.parametrize(
    "text",
    [
        "This article of the constitution was amended by the council of Osk in May.",
        "The correction of the river cost 40 million crowns.",
        "What the mayor wants is a bridge: nobody else does.",
        "The referee, Bo Ahl, sent off two players of Osk.",
        "YouTube and LinkedIn removed the video of the mill, a spokeswoman for DeepMill said.",
        "Ahl, Orr, Hale, Lund, Tarn, Bell and Moss voted against the bridge, and so it will not be built.",
        "Follow-up talks on the mill begin in Osk on Friday.",
        "COUNCIL OF OSK, LED BY AHL, ORR, HALE, LUND, TARN, BELL AND MOSS, SELLS MILL.",
    ],
)
def test_a_sentence_that_looks_like_one_is_read(text: str) -> None:
    assert not is_aside(text, text.replace(",", "").replace(".", "").split())

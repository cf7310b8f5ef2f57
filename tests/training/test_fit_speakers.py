from __future__ import annotations

from training.fit_speakers import Fitted, Sample, accuracy

NAMES = ("near", "person")


def sample(article: int, near: bool) -> Sample:
    """Return a source with two candidates, of whom the near one is right."""
    first = {"near": 1.0, "person": 1.0} if near else {"person": 1.0}
    second = {"person": 1.0} if near else {"near": 1.0, "person": 1.0}
    return Sample(article, (first, second), (near, not near))


SAMPLES = [sample(number, number % 3 == 0) for number in range(30)]


def test_what_tells_the_right_candidate_gets_a_weight_and_what_all_have_gets_none() -> None:
    near, person = Fitted(SAMPLES, NAMES).fit(1.0)
    assert near > 1
    assert abs(person) < 0.01


def test_the_chances_of_a_source_are_one_together() -> None:
    fitted = Fitted(SAMPLES, NAMES)
    chances = fitted.chances(fitted.fit(1.0))
    assert chances.reshape(-1, 2).sum(axis=1).round(6).tolist() == [1.0] * len(SAMPLES)


def test_accuracy_is_that_of_articles_that_the_weights_never_saw() -> None:
    assert accuracy(SAMPLES, NAMES, 1.0) == 1
    assert accuracy(SAMPLES, ("person",), 1.0) < 1

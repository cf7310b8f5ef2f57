from __future__ import annotations

from newscli.analysis.entities.clusters import Cluster, Named
from newscli.model import Mention, Span
from training.fit_links import Sample, by_marks, by_spots, fit, report

PAIRS = [Sample({"always": 1.0, "first": float(number % 2)}, bool(number % 2), 1.0) for number in range(40)]


def cluster(*spans: tuple[int, int]) -> Cluster:
    found = Cluster(None)
    found.members += [Named(Mention(Span(*span), "ORG"), "Ibex", ("ibex",), ()) for span in spans]
    return found


def test_what_tells_pairs_that_are_one_gets_a_weight() -> None:
    always, first = fit(PAIRS, ("always", "first"))
    assert always < 0 < first


def test_the_report_counts_what_is_joined() -> None:
    names = ("always", "first")
    assert report(PAIRS, names, fit(PAIRS, names)).startswith("40 pairs, 20 one: 20 joined, 0 wrongly")


def test_a_cluster_is_whose_most_of_its_marks_are() -> None:
    owners = by_marks([{"mentions": [[0, 4], [10, 14]]}, {"mentions": [[20, 24]]}], "mentions")
    assert owners(cluster((0, 4), (10, 14), (20, 24))) == frozenset({0})
    assert owners(cluster((20, 24))) == frozenset({1})
    assert owners(cluster((30, 34))) == frozenset()


def test_a_cluster_is_what_all_its_words_lead_to() -> None:
    owners = by_spots("Ibex", [{"spots": ["ibex"], "wikipedia_id": 7}])
    assert owners(cluster((0, 4))) == frozenset({7})
    assert by_spots("Ibex", [])(cluster((0, 4))) is None

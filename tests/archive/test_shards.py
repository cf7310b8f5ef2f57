from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from newscli.archive.shards import Input, Slice, deal, usual_count

SIZES = st.lists(st.integers(0, 10**9), max_size=30)


@given(SIZES, st.integers(1, 40))
def test_every_article_is_in_one_shard(sizes: list[int], count: int) -> None:
    inputs = [Input(f"{at}.jsonl", size) for at, size in enumerate(sizes)]
    dealt = deal(inputs, count)
    assert len(dealt) == count
    stripes: dict[str, Counter[int]] = {one.file: Counter() for one in inputs}
    for shard in dealt:
        assert [one.file for one in shard] == [
            file for file, _ in inputs if file in {one.file for one in shard}
        ]
        for one in shard:
            stripes[one.file].update(range(one.first, 1_000, one.of))
    for found in stripes.values():
        assert found == Counter(range(1_000))


def test_files_are_dealt_by_size() -> None:
    inputs = [Input("a", 90), Input("b", 50), Input("c", 40), Input("d", 10)]
    assert deal(inputs, 2) == [(Slice("a", 0, 1), Slice("d", 0, 1)), (Slice("b", 0, 1), Slice("c", 0, 1))]


def test_of_few_files_the_largest_has_most_shards() -> None:
    found = deal([Input("small", 10), Input("large", 100)], 4)
    assert found == [
        (Slice("small", 0, 1),),
        (Slice("large", 0, 3),),
        (Slice("large", 1, 3),),
        (Slice("large", 2, 3),),
    ]


def test_the_usual_count_grows_with_the_inputs_but_a_file_is_not_read_too_often() -> None:
    assert usual_count([]) == 1
    assert usual_count([Input("a", 10)] * 1_000) == 1
    assert usual_count([Input("a", 10_000)] * 100_000) == 120
    assert usual_count([Input("large", 10**12)]) == 16
    assert usual_count([Input("large", 10**9)] * 100) == 1_600

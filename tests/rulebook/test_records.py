import pytest

from decision_aid.rulebook.records import Source

PARTS = {"id": "a", "title": "A", "kind": "trial", "read": "page", "read_on": "2026-11"}


@pytest.mark.parametrize(
    ("parts", "link"),
    [
        ({"doi": "10.1/x", "pmid": "7", "url": "https://a.example"}, "https://doi.org/10.1/x"),
        ({"pmid": "7", "url": "https://a.example"}, "https://pubmed.ncbi.nlm.nih.gov/7/"),
        ({"url": "https://a.example"}, "https://a.example"),
        ({}, None),
    ],
    ids=["doi", "pmid", "url", "nothing"],
)
def test_a_source_is_opened_at_its_most_lasting_address(parts, link):
    assert link == Source(**PARTS, **parts).link

from decision_aid.rulebook.check import check_wording, fields_behind, walk
from decision_aid.rulebook.conditions import FindingLeaf
from decision_aid.rulebook.documents import document_of


def test_walk_visits_every_part_with_the_key_it_stands_under():
    assert [
        ((), "", {"a": (1,)}),
        (("a",), "a", (1,)),
        (("a", 0), "a", 1),
    ] == list(walk({"a": (1,)}))


def test_a_rule_reads_the_questions_behind_its_findings(tiny):
    assert {"main_region", "pain_features"} == fields_behind(
        FindingLeaf("sore-knee-that-burns"), tiny.findings
    )


def test_a_finding_that_does_not_exist_hides_nothing_else(tiny):
    assert set() == fields_behind(FindingLeaf("nowhere"), tiny.findings)


def test_words_of_a_source_are_its_own():
    document = document_of("title: A proven way", "rules/sources/a.yaml")

    assert [] == list(check_wording([document]))


def test_a_number_as_reported_is_quoted():
    document = document_of("as_reported: 48%\ntime: 48%", "rules/options/a.yaml")

    assert ["rules/options/a.yaml:2:7"] == [str(p.place) for p in check_wording([document])]

from datetime import date

import pytest

from decision_aid.rulebook.documents import Document, document_of, read_document, read_folder

TEXT = """\
# a remark
id: knee
when:
  all:
    - {finding: sore, is: "no"}
    - other
long: >
  folded
"""


@pytest.fixture(scope="module")
def document():
    return document_of(TEXT, "rules/a.yaml")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "2:1"),
        (("id",), "2:5"),
        (("when",), "4:3"),
        (("when", "all"), "5:5"),
        (("when", "all", 0), "5:7"),
        (("when", "all", 0, "is"), "5:27"),
        (("when", "all", 1), "6:7"),
        (("long",), "7:7"),
    ],
    ids=str,
)
def test_every_part_knows_where_it_stands(document, path, place):
    assert f"rules/a.yaml:{place}" == str(document.place(path))


@pytest.mark.parametrize(
    "path", [("when", "all", 9), ("when", "all", "x", "y"), ("when", "all", -1)], ids=str
)
def test_a_part_that_does_not_exist_stands_where_the_nearest_part_above_it_does(document, path):
    assert document.place(("when", "all")) == document.place(path)


def test_a_key_has_a_place_of_its_own(document):
    assert "rules/a.yaml:5:23" == str(document.key_place(("when", "all", 0, "is")))


def test_a_part_without_a_key_stands_for_its_key(document):
    assert document.place(("when", "all", 0)) == document.key_place(("when", "all", 0))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("18_49", "18_49"),
        ("0_3", "0_3"),
        ("1e3", "1e3"),
        ("1.5", "1.5"),
        ("007", "007"),
        ("0x1f", "0x1f"),
        ("12:30", "12:30"),
        (".inf", ".inf"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-3", -3),
        ("0", 0),
        ("2026-11-24", date(2026, 11, 24)),
        ("'7'", "7"),
        ('"true"', "true"),
        ("'2026-11-24'", "2026-11-24"),
        ("[1, a]", (1, "a")),
        ("{}", {}),
    ],
    ids=repr,
)
def test_a_value_is_what_it_looks_like(text, value):
    found = document_of(f"key: {text}\n", "a.yaml").root["key"]

    assert (type(value), value) == (type(found), found)


def test_an_empty_file_is_a_document_without_content():
    document = document_of("# nothing\n", "a.yaml")

    assert (None, "a.yaml:1:1") == (document.root, str(document.place(("x",))))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1\nb: 2\n", "this is not valid YAML"),
        ("a: \x07\n", "this is not valid YAML"),
        ("a: *nowhere\n", "this is not valid YAML"),
        ("a: 1\n---\nb: 2\n", "this is not valid YAML"),
        ("[" * 5000, "this is not valid YAML"),
        ("a: 1\na: 2\n", 'the key "a" stands twice; first on line 1.'),
        ("a: &x 1\nb: *x\n", "anchors and aliases (& and *) are not used here."),
        ("a: !x 1\n", "tags (!) are not used here."),
        ("? [a]\n: 1\n", "a key is a name."),
        ("a: 2026-13-01\n", 'there is no day "2026-13-01".'),
    ],
    ids=[
        "open list",
        "bell",
        "no anchor",
        "two documents",
        "deep",
        "twice",
        "alias",
        "tag",
        "key",
        "day",
    ],
)
def test_a_text_that_cannot_be_used_is_a_problem_with_a_place(text, message):
    (problem,) = document_of(text, "a.yaml")

    assert problem.place.file == "a.yaml"
    assert message in problem.message


def test_all_problems_of_a_text_are_told_at_once():
    problems = document_of("a: 1\na: 2\nb: !x 3\n", "a.yaml")

    assert ["a.yaml:2:1", "a.yaml:3:4"] == [str(problem.place) for problem in problems]


def test_a_document_cannot_be_changed_through_its_lists(document):
    assert isinstance(document.root["when"]["all"], tuple)


def test_a_file_that_is_missing_is_a_problem(tmp_path):
    (problem,) = read_document(tmp_path / "rules" / "x.yaml", tmp_path / "rules")

    assert "rules/x.yaml:1:1: this file cannot be read: No such file or directory." == str(problem)


def test_a_file_that_is_no_text_is_a_problem(tmp_path):
    (tmp_path / "x.yaml").write_bytes(b"\xff")
    (problem,) = read_document(tmp_path / "x.yaml", tmp_path)

    assert "this file is not text in UTF-8." == problem.message


def test_a_folder_is_read_in_the_order_of_names_and_only_its_yaml(tmp_path):
    for name in ("b.yaml", "a.yaml", "notes.md", "c.yml"):
        (tmp_path / name).write_text("x: 1\n")
    problems = []

    documents = read_folder(tmp_path, tmp_path.parent, problems)

    assert ["a.yaml", "b.yaml"] == [document.file.rsplit("/")[-1] for document in documents]
    assert problems == []


def test_a_file_of_a_folder_that_cannot_be_read_joins_the_problems(tmp_path):
    (tmp_path / "a.yaml").write_text("x: [")
    (tmp_path / "b.yaml").write_text("x: 1")
    problems = []

    (document,) = read_folder(tmp_path, tmp_path, problems)

    assert isinstance(document, Document)
    assert ["a.yaml"] == [problem.place.file.rsplit("/")[-1] for problem in problems]

def test_the_report_is_shown(run):
    result = run("content", "report")

    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith("# What the content covers\n\nEdition 1 of 2026-01-01 (")


def test_the_report_is_written_to_a_file(run, tmp_path):
    shown = run("content", "report").stdout
    result = run("content", "report", "--output", tmp_path / "report.md")

    assert f"Wrote {tmp_path / 'report.md'}.\n" == result.stdout
    assert shown == (tmp_path / "report.md").read_text()


def test_a_file_that_cannot_be_written_is_named(refuses, tmp_path):
    assert str(tmp_path) in refuses("content", "report", "--output", tmp_path)


def test_rules_that_cannot_be_read_are_told(refuses, rules):
    (rules / "edition.yaml").write_text("version: 1\n")

    assert "rules/edition.yaml:1:1: " in refuses("content", "report")


def test_how_much_the_questions_ask_is_told(run):
    lines = run("content", "effort").stdout.splitlines()

    assert [
        "screens",
        "places for an answer",
        "words",
        "choices and presses",
        "minutes as in a survey",
        "minutes word by word",
    ] == [line[:24].strip() for line in lines]
    assert "target: 16 or fewer" in lines[0]


def test_what_is_not_translated_is_listed_where_it_stands(run):
    result = run("content", "translations")

    assert 2 == result.exit_code
    assert "es  questionnaire/01-pain.yaml" in result.stdout
    assert "rules/questionnaire/01-pain.yaml:" in result.stderr
    assert ": missing: " in result.stderr
    assert "(may stay English)" in result.stdout


def test_places_for_translations_are_written(run, rules):
    run("content", "translations", "--write")
    text = (rules / "translations" / "es" / "questionnaire" / "01-pain.yaml").read_text()

    assert 'es: ""' in text
    assert "Not yet reviewed by a clinician." in text

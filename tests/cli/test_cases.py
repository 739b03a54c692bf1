def test_run_counts_the_cases_that_come_out(run):
    result = run("cases", "run")

    assert (0, "1 of 1 cases came out as expected.\n") == (result.exit_code, result.stdout)


def test_run_names_what_comes_out_otherwise_and_fails(run, rules):
    path = rules / "cases" / "knee.yaml"
    path.write_text(path.read_text().replace("notes: [blood-thinner]", "findings: [sore-knee]"))

    result = run("cases", "run")

    assert 1 == result.exit_code
    assert (
        """\
rules/cases/knee.yaml: knee-that-burns: findings: sore-knee came out
0 of 1 cases came out as expected.
"""
        == result.stdout
    )


def test_run_refuses_cases_with_faults(refuses, rules):
    (rules / "cases" / "knee.yaml").write_text("cases: []\n")

    assert "rules/cases/knee.yaml:1:8: this list may not be empty." in refuses("cases", "run")

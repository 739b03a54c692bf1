from tests.sheet.people import says_little, says_much


def test_topics_stand_in_the_order_of_a_consultation(long_sheet):
    expected = ["pain", "tried", "tests", "safety", "options", "ways", "matters", "questions"]

    assert [block.name for block in long_sheet.blocks] == expected


def test_topics_nobody_answered_are_left_out(short_sheet):
    expected = ["pain", "safety", "options", "ways", "questions"]

    assert [block.name for block in short_sheet.blocks] == expected


def test_own_words_come_first_and_as_they_were_typed(rulebook, sheet):
    made = sheet(says_little(rulebook), "I cannot sleep.", "", "#panic()")

    assert [line.text for line in made.own_words] == ["I cannot sleep.", "", "#panic()"]


def test_the_same_answers_and_words_make_the_same_sheet(rulebook, sheet):
    answers = says_much(rulebook, 3)

    assert sheet(answers, "a") == sheet(answers, "a")


def test_the_answer_about_being_safe_stays_off_the_sheet(rulebook, overview, sheet):
    quiet = says_little(rulebook)
    not_said = quiet.changed({"safe_now": "rather_not_say"})
    assert not overview(not_said).urgency

    assert sheet(quiet).blocks == sheet(not_said).blocks


def test_the_edition_stands_on_the_sheet(rulebook, short_sheet):
    edition = rulebook.edition

    assert edition.version in short_sheet.edition
    assert edition.date.isoformat() in short_sheet.edition
    assert edition.digest[:12] in short_sheet.edition

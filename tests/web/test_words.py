from decision_aid.web.words import Words


def test_a_word_is_marked_at_its_first_use_only(rulebook):
    words = Words(rulebook.glossary, "x")
    text = words.mark("A steroid & a Steroid.")

    assert 1 == text.count('href="#x--word-steroid"')
    assert "&amp;" in text
    assert ["steroid"] == [term.id for term in words.met]


def test_every_form_of_a_word_is_marked(rulebook):
    for term in rulebook.glossary:
        for form in (term.term, *term.forms):
            words = Words(rulebook.glossary, "x")

            assert f'<a class="term" href="#x--word-{term.id}">' in words.mark(f"So: {form}.")


def test_a_part_of_a_word_is_not_marked(rulebook):
    assert "<a" not in Words(rulebook.glossary, "x").mark("Nonsteroidal")

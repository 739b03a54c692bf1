from gettext import NullTranslations

from decision_aid.language import (
    Untranslated,
    catalogue,
    gettext,
    ngettext,
    numeral,
    speaking,
    spoken,
)


class Shouting(NullTranslations):
    def gettext(self, message):
        return message.upper()

    def ngettext(self, msgid1, msgid2, n):
        return (msgid1 if n == 1 else msgid2).upper()


def test_english_is_the_source():
    assert gettext("Continue") == "Continue"
    assert ngettext("one answer", "some answers", 2) == "some answers"


def test_another_language_is_spoken_inside_a_block_only():
    with speaking(Shouting()):
        assert gettext("Continue") == "CONTINUE"
        assert ngettext("one answer", "some answers", 1) == "ONE ANSWER"
    assert gettext("Continue") == "Continue"


def test_the_catalogue_says_which_language_it_is():
    assert spoken() == "en"
    with speaking(catalogue("es")):
        assert spoken() == "es"


def test_what_a_catalogue_does_not_hold_is_untranslated():
    spanish = catalogue("es")

    assert not isinstance(spanish.gettext("No"), Untranslated)
    assert isinstance(spanish.gettext("words that stand in no page"), Untranslated)


def test_numbers_stand_as_the_language_writes_them():
    assert numeral(1000) == "1,000"
    with speaking(catalogue("es")):
        assert numeral(1000) == "1000"

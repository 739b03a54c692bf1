from gettext import NullTranslations

from decision_aid.language import gettext, ngettext, speaking


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

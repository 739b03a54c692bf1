import pytest

from decision_aid.settings import Settings, SettingsError, settings_from

KEY = "k" * 32
DEVELOPMENT = {"DECISION_AID_ENV": "development"}


def test_in_development_a_key_is_made_and_kept(tmp_path):
    first = settings_from(DEVELOPMENT, instance=tmp_path)
    second = settings_from(DEVELOPMENT, instance=tmp_path)

    assert first.env == "development"
    assert first.secret_keys == second.secret_keys
    assert len(first.secret_keys[0]) >= 32


def test_the_development_key_is_readable_by_its_owner_only(tmp_path):
    settings_from(DEVELOPMENT, instance=tmp_path)

    assert 0o600 == (tmp_path / "development-key").stat().st_mode & 0o777


def test_two_sites_have_different_development_keys(tmp_path):
    one = settings_from(DEVELOPMENT, instance=tmp_path / "one")
    two = settings_from(DEVELOPMENT, instance=tmp_path / "two")

    assert one.secret_keys != two.secret_keys


def test_production_refuses_to_start_without_a_real_key(tmp_path):
    with pytest.raises(SettingsError, match="production needs DECISION_AID_SECRET_KEYS"):
        settings_from({"DECISION_AID_ENV": "production"}, instance=tmp_path)

    assert not list(tmp_path.iterdir())


def test_production_takes_several_keys_so_that_they_can_be_changed():
    settings = settings_from(
        {"DECISION_AID_ENV": "production", "DECISION_AID_SECRET_KEYS": f"{KEY}1, {KEY}2"}
    )

    assert (KEY + "1", KEY + "2") == settings.secret_keys
    assert settings.is_production


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"DECISION_AID_COLOUR": "blue"}, "unknown setting DECISION_AID_COLOUR"),
        ({"DECISION_AID_ENV": "prod"}, "DECISION_AID_ENV is development, production, test"),
        ({"DECISION_AID_SECRET_KEYS": "short"}, "32 letters or more"),
        ({"DECISION_AID_SESSION_MINUTES": "soon"}, "whole number from 5 to 1440"),
        ({"DECISION_AID_SESSION_MINUTES": "0"}, "whole number from 5 to 1440"),
    ],
    ids=["unknown", "environment", "short key", "no number", "too short a time"],
)
def test_a_setting_that_cannot_be_used_is_refused_with_what_is_allowed(environ, words, tmp_path):
    with pytest.raises(SettingsError, match=words):
        settings_from(DEVELOPMENT | environ, instance=tmp_path)


def test_hosts_and_rules_are_read(tmp_path):
    settings = settings_from(
        DEVELOPMENT
        | {
            "DECISION_AID_SECRET_KEYS": KEY,
            "DECISION_AID_HOSTS": "aid.example, www.aid.example",
            "DECISION_AID_RULES": str(tmp_path),
            "DECISION_AID_SESSION_MINUTES": "30",
        }
    )

    expected = Settings(
        env="development",
        secret_keys=(KEY,),
        rules=tmp_path,
        session_minutes=30,
        hosts=("aid.example", "www.aid.example"),
    )
    assert expected == settings


def test_without_a_word_about_it_a_site_counts_as_real():
    with pytest.raises(SettingsError, match="production needs"):
        settings_from({})


def test_a_development_key_that_was_cut_short_is_refused(tmp_path):
    (tmp_path / "development-key").write_text("")

    with pytest.raises(SettingsError, match="delete that file"):
        settings_from(DEVELOPMENT, instance=tmp_path)

"""Settings: read from the environment, refused by name, documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import BadSetting
from runtime.settings import Settings, load_settings, settings_page, variables


def test_nothing_is_set_and_the_server_is_for_this_machine_only(settings: Settings) -> None:
    assert (settings.host, settings.port, settings.neo4j_uri) == ("127.0.0.1", 8000, None)


def test_no_setting_has_a_secret_as_its_default(settings: Settings) -> None:
    assert settings.neo4j_password is None
    assert settings.cursor_secret is None


def test_folders_follow_xdg(bare_environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, variable in (("data", "XDG_DATA_HOME"), ("cache", "XDG_CACHE_HOME")):
        bare_environment.delenv(f"SONGNODES_{name.upper()}_DIR")
        bare_environment.setenv(variable, str(tmp_path / name))
    settings = load_settings()
    assert (settings.data_dir, settings.cache_dir) == (
        tmp_path / "data" / "songnodes",
        tmp_path / "cache" / "songnodes",
    )


def test_a_relative_xdg_folder_does_not_count(bare_environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare_environment.delenv("SONGNODES_DATA_DIR")
    bare_environment.setenv("XDG_DATA_HOME", "here")
    bare_environment.setenv("HOME", str(tmp_path))
    assert load_settings().data_dir == tmp_path / ".local/share/songnodes"


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("SONGNODES_PORT", "fast", "SONGNODES_PORT is 'fast': .*integer.*give e.g. 8001"),
        ("SONGNODES_PORT", "70000", "SONGNODES_PORT is '70000': .*65535"),
        ("SONGNODES_READ_TIMEOUT_S", "0", "SONGNODES_READ_TIMEOUT_S is '0': .*greater than 0"),
        ("SONGNODES_READ_TIMEOUT_S", "inf", "SONGNODES_READ_TIMEOUT_S is 'inf': .*finite"),
        ("SONGNODES_LOG_LEVEL", "loud", "SONGNODES_LOG_LEVEL is 'loud': .*'debug', 'info'"),
        ("SONGNODES_EXPLAIN", "perhaps", "SONGNODES_EXPLAIN is 'perhaps': .*give e.g. true"),
        ("SONGNODES_PROT", "8001", "SONGNODES_PROT is no setting: did you mean SONGNODES_PORT?"),
    ],
)
def test_a_bad_value_is_refused_by_name_with_what_to_give(
    bare_environment: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    bare_environment.setenv(variable, value)
    with pytest.raises(BadSetting, match=said):
        load_settings()


def test_an_empty_variable_is_not_set(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("SONGNODES_PORT", "")
    assert load_settings().port == 8000


def test_variables_of_others_are_left_alone(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("SONGNODES_TEST_NEO4J_URI", "bolt://elsewhere")
    bare_environment.setenv("SONGNODES_SERVICE_HOST", "10.0.0.1")
    assert load_settings().port == 8000


def test_a_secret_is_read_from_the_file_that_its_variable_names(
    bare_environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text("swordfish \n")
    bare_environment.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    password = load_settings().neo4j_password
    assert password is not None
    assert password.get_secret_value() == "swordfish "


def test_a_secret_file_that_is_not_there_stops_the_start(bare_environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare_environment.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "none"))
    with pytest.raises(BadSetting, match=r"NEO4J_PASSWORD_FILE is .*none.*give a readable file"):
        load_settings()


def test_a_secret_is_never_printed(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("NEO4J_PASSWORD", "swordfish")
    settings = load_settings()
    assert "swordfish" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_settings_do_not_change_after_the_start(settings: Settings) -> None:
    with pytest.raises(ValueError, match="frozen"):
        setattr(settings, "port", 1)  # noqa: B010  # mypy knows that it is frozen


def test_every_setting_says_what_it_is_in_one_sentence() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


def test_the_page_of_settings_is_the_one_made_from_them() -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text()
    assert page == settings_page(), "run make docs"
    assert all(f"`{variable}`" in page for variable in variables())

from playground.files import folder
from playground.messages import LANGUAGES, SOURCE_LANGUAGE, read_catalog


def test_messages_and_tables_are_found_and_the_texts_of_widgets_are_not():
    catalog = read_catalog(folder("resources") / "translations" / "playground_ko.ts")
    assert catalog["Learning rate"] == "학습률"
    assert catalog["error: {problem}"] == "오류: {problem}"
    assert "Horizontal axis" not in catalog


def test_english_is_what_templates_are_written_in():
    assert SOURCE_LANGUAGE == "en"
    assert SOURCE_LANGUAGE in LANGUAGES

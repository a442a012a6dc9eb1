from playground.files import presets


def test_json(run):
    result = run("presets", "--json")
    assert result.code == 0
    assert result.err == ""
    rows = result.json["presets"]
    assert [row["id"] for row in rows] == [preset.id for preset in presets()]
    for row, preset in zip(rows, presets(), strict=True):
        assert list(row) == ["id", "name", "description", "problem"]
        assert row["name"] == preset.experiment.title
        assert row["description"] == preset.experiment.description["en"]


def test_problems(run):
    problems = {row["id"]: row["problem"] for row in run("presets", "--json").json["presets"]}
    regression = {"bumps", "heart", "local_minimum", "plane", "sine"}
    regression |= {"diverging", "large_targets", "out_of_reach", "outlier", "textbook"}
    assert {name for name, problem in problems.items() if problem == "regression"} == regression
    assert set(problems.values()) == {"classification", "regression"}


def test_table(run):
    result = run("presets")
    assert result.code == 0
    assert [line.split()[0] for line in result.out.splitlines()] == [preset.id for preset in presets()]

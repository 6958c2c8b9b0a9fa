"""Measure extraction anew and write the figures where readers find them: app/web/quality.toml and docs/method.md.

The project's own gold is always measured. Other gold, whose texts belong to their publishers and are kept outside the
project, is named as KEY=FILE; the figures of data sets that are not named stay as they are.
"""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from app.extraction.evaluation import Figures, evaluate, read_gold
from app.web.quality import QUALITY_FILE, DataSet, Quality, read_data_sets, tabulate

PROJECT = Path(__file__).resolve().parent.parent
METHOD = PROJECT / "docs" / "method.md"
TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)

OWN = {name: PROJECT / "tests" / "gold" / f"{name}.jsonl" for name in ("seeds", "newswire")}
DESCRIPTIONS = {
    "press": ("Press", "30 press articles on the Kremlin and its partners, 2013 to 2025, annotated by the maintainers"),
    "unread": (
        "Unread news",
        "42 reports of early 2017, most by TASS, scored before anybody had looked at the results",
    ),
    "polnear": ("PolNeAR", "US political news of 2015 and 2016 from the PolNeAR corpus (Newell et al. 2018)"),
    "polnear-foreign": ("PolNeAR, foreign relations", "the part of the same corpus that is dense in foreign relations"),
    "newswire": ("Written for tests", "articles that the project wrote in the manners of agencies, hard on purpose"),
    "seeds": ("Seeds", "the five articles that come with the project, on which it was built"),
}
SHOWN = (
    "span_f1",
    "speaker_accuracy",
    "speaker_accuracy_named",
    "speaker_accuracy_pronoun_resolved",
    "end_to_end_f1",
    "non_statements_taken",
    "side_accuracy",
    "turn_f1",
    "dates_right_of_derivable",
    "dates_wrong",
    "partner_f1",
    "partner_first_right",
    "topic_f1",
    "topic_first_right",
    "boilerplate_marked",
    "body_lost",
)


def main(arguments: list[str]) -> int:
    """Measure the data sets named in the arguments and write the figures; return the exit code."""
    named = dict(argument.split("=", 1) for argument in arguments if "=" in argument)
    if strange := named.keys() - DESCRIPTIONS.keys() or [a for a in arguments if "=" not in a]:
        sys.stderr.write(f"{', '.join(strange)}: data sets are KEY=FILE with a key of {', '.join(DESCRIPTIONS)}\n")
        return 2
    data_sets = {data_set.key: data_set for data_set in read_data_sets()}
    for key, path in {**{key: Path(file) for key, file in named.items() if file}, **OWN}.items():
        data_sets[key] = measure(key, path)
    ordered = [data_sets[key] for key in DESCRIPTIONS if key in data_sets]
    QUALITY_FILE.write_text(as_toml(ordered), encoding="utf-8")
    method = METHOD.read_text(encoding="utf-8")
    METHOD.write_text(TABLE.sub(lambda _: as_markdown(tabulate(ordered)), method), encoding="utf-8")
    return 0


def measure(key: str, path: Path) -> DataSet:
    """Return the figures reached on a file of gold."""
    with path.open(encoding="utf-8") as lines:
        figures: Figures = evaluate(read_gold(lines)).figures
    name, about = DESCRIPTIONS[key]
    shown: Mapping[str, float] = {key: value for key in SHOWN if (value := figures.get(key)) is not None}
    return DataSet.model_validate(
        {
            "key": key,
            "name": name,
            "about": about,
            "articles": figures["articles"],
            "statements": figures["quoted_spans"],
            "figures": {key: round(value, 4) for key, value in shown.items()},
        }
    )


def as_toml(data_sets: list[DataSet]) -> str:
    """Return the file of figures."""
    lines = ["# How well extraction reads, as last measured (`make quality`); the measures are those of evaluation."]
    for data_set in data_sets:
        plain = data_set.model_dump(exclude={"figures"})
        lines += ["", "[[data_sets]]", *(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in plain.items())]
        lines += ["", "[data_sets.figures]", *(f"{key} = {value}" for key, value in data_set.figures.items())]
    return "\n".join(lines) + "\n"


def as_markdown(quality: Quality) -> str:
    """Return the figures as a table in Markdown."""
    head = ["", *(data_set.name for data_set in quality.data_sets)]
    counts = [
        ["articles", *(str(data_set.articles) for data_set in quality.data_sets)],
        ["statements in quotation marks", *(str(data_set.statements) for data_set in quality.data_sets)],
    ]
    rows = [[row.measure.label, *(value or "" for value in row.values)] for row in quality.rows]
    table = [head, ["---", *("--:" for _ in quality.data_sets)], *counts, *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

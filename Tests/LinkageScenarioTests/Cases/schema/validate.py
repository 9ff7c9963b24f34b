"""Validates YAML against JSON Schemas for the tests.

Takes a list of {"schema": path, "text": YAML} as JSON on its input and gives for each the list of
what is wrong. A text of null asks whether the schema itself is one.
"""

import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema: `on` and `yes` are texts, `007` is one too."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^-?(0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?(0|[1-9][0-9]*)?(\.[0-9]+)?([eE][-+]?[0-9]+)?$", "-.0123456789"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def errors(schema, text):
    if text is None:
        jsonschema.Draft202012Validator.check_schema(schema)
        return []
    validator = jsonschema.Draft202012Validator(schema)
    try:
        document = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        return [f"no YAML: {error}"]
    found = []
    for error in validator.iter_errors(document):
        place = "/".join(str(part) for part in error.absolute_path)
        found.append(f"{place}: {error.message}")
    return sorted(found)


def main():
    schemas = {}
    answers = []
    for item in json.load(sys.stdin):
        path = item["schema"]
        if path not in schemas:
            with open(path, encoding="utf-8") as file:
                schemas[path] = json.load(file)
        answers.append(errors(schemas[path], item["text"]))
    json.dump(answers, sys.stdout)


main()

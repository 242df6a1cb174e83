"""What a Python user expects of the package. Prints what it saw; the first thing that is otherwise ends it.

    python idioms.py .jsii
"""

import enum
import gzip
import inspect
import json
import re
import sys

from cdk8s import App, Chart
import cdk8s_dapr as dapr


def python_class(fqn: str):
    scope = dapr
    for name in fqn.split(".")[1:]:
        scope = getattr(scope, name)
    return scope


with open(sys.argv[1], "rb") as file:
    raw = file.read()
assembly = json.loads(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw)
types = assembly["types"]

# Enums are Python's own, and their members keep their names.
assert isinstance(dapr.HttpVerb.POST, enum.Enum), dapr.HttpVerb.POST
enums = [name for name, about in types.items() if about["kind"] == "enum"]
for name in enums:
    got = [member.name for member in python_class(name)]
    expected = [member["name"] for member in types[name]["members"]]
    assert sorted(got) == sorted(expected), f"{name} has {got}, expected {expected}"

# Of two properties whose snake_case is equal, one would be lost.
structs = [name for name, about in types.items() if about.get("datatype")]
properties = 0


def all_properties(name: str):
    about = types.get(name)
    if about is None:
        return None
    own = {prop["name"] for prop in about.get("properties", [])}
    for base in about.get("interfaces", []):
        inherited = all_properties(base)
        if inherited is None:
            return None
        own |= inherited
    return own


for name in structs:
    expected = all_properties(name)
    if expected is None:
        continue  # it grows out of a struct of another package
    got = [parameter for parameter in inspect.signature(python_class(name).__init__).parameters if parameter != "self"]
    assert len(got) == len(expected), f"{name} takes {sorted(got)}, expected {sorted(expected)}"
    assert all(parameter == parameter.lower() for parameter in got), f"{name} takes {got}, expected snake_case"
    properties += len(got)

# Methods and attributes, too.
for name, about in types.items():
    if about["kind"] == "class":
        members = about.get("methods", []) + about.get("properties", [])
        expected = [member["name"] for member in members if not member.get("overrides")]
        visible = {attribute for attribute in vars(python_class(name)) if not attribute.startswith("_")}
        assert len(visible) >= len(set(expected)), f"{name} shows {sorted(visible)}, expected {expected}"

# One call makes a construct: its properties are keyword arguments.
chart = Chart(App(), "idioms")
store = dapr.state.Redis(chart, "store", redis_host="redis:6379", redis_type=dapr.state.RedisType.CLUSTER)
assert store.name == "store", store.name

# A mistake is an exception whose text is that of TypeScript.
try:
    dapr.Application(chart, "Not A Name", image="x:1")
except Exception as error:  # jsii has one class for all of them
    assert "DAPR" in str(error) and "[idioms/Not A Name]" in str(error), str(error)
else:
    raise AssertionError("expected an app id that is no name to be refused")

# What the reader of the code sees in the editor; jsii documents a struct where it is called.
def words(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", (text or "").lower())


def documentation(name: str) -> str:
    cls = python_class(name)
    return words(cls.__init__.__doc__ if types[name].get("datatype") else cls.__doc__)


undocumented = [
    name
    for name, about in types.items()
    if words(about.get("docs", {}).get("summary", "")).strip() not in documentation(name)
]
assert undocumented == [], f"no docstring carries the comment of {undocumented[:9]}"
assert "checkout = dapr.Application(" in inspect.getdoc(dapr.Application), "expected the example in Python"

print(f"{len(types)} types, {len(enums)} enums, {properties} keyword arguments, no name lost")

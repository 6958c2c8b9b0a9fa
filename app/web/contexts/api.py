"""The description of the API as a page, drawn from its OpenAPI document, so that the two never differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from app.web.contexts.head import Alternate, Head


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation."""

    name: str
    place: str
    required: bool
    repeatable: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API answers."""

    anchor: str
    method: str
    path: str
    description: str
    parameters: tuple[Parameter, ...]
    answer: str
    """The name of the schema of a good answer."""
    try_url: str | None
    """The address to try it at, where nothing has to be filled in."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a schema."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Schema:
    """One shape of data."""

    name: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """Everything that the page shows."""

    template: ClassVar[str] = "pages/api.html"
    fragment: ClassVar[Sequence[str]] = ()

    head: Head
    operations: tuple[Operation, ...]
    schemas: tuple[Schema, ...]


def api_page(document: Mapping[str, Any]) -> ApiPage:
    """Return the page for an OpenAPI document."""
    return ApiPage(
        head=Head(
            title="API",
            description="Everything the pages show, as JSON: addresses, filters and shapes.",
            path="/api/docs",
            alternates=(Alternate("OpenAPI", "/api/openapi.json", "application/vnd.oai.openapi+json"),),
            section="/about",
        ),
        operations=tuple(_operations(document)),
        schemas=tuple(_schemas(document)),
    )


def _operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            content = operation["responses"]["200"].get("content", {}).get("application/json", {})
            yield Operation(
                anchor=operation["operationId"],
                method=method.upper(),
                path=path,
                description=operation.get("description", ""),
                parameters=tuple(_parameter(item) for item in operation.get("parameters", ())),
                answer=_type(content.get("schema", {})),
                try_url=None if "{" in path else path,
            )


def _parameter(item: Mapping[str, Any]) -> Parameter:
    schema = item.get("schema", {})
    return Parameter(
        name=item["name"],
        place=item["in"],
        required=item.get("required", False),
        repeatable=schema.get("type") == "array",
        description=item.get("description", ""),
    )


def _schemas(document: Mapping[str, Any]) -> Iterator[Schema]:
    for name, schema in document["components"]["schemas"].items():
        fields = tuple(Field(field, _type(value)) for field, value in schema.get("properties", {}).items())
        yield Schema(name, schema.get("description", ""), fields)


def _type(schema: Mapping[str, Any]) -> str:
    """Return a schema's type in a few words: `string`, `list of SpanData`, `SpeakerData or null`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_type(choice) for choice in schema["anyOf"])
    if "enum" in schema:
        return " or ".join(f"“{value}”" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), Mapping):
        return f"{_type(schema['additionalProperties'])} by name"
    return str(schema.get("format") or schema.get("type") or "anything")

"""The schema and its .cypher files, matched: what stands behind each field, checked once at start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ariadne.utils import convert_camel_case_to_snake as snake
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from graph_model.errors import BrokenFragment
from graph_model.ids import PREFIXES
from graph_model.vocabulary import node_words
from resolvers.compiler.fragment import Fragment, read_fragment

CONNECTION = "Connection"
"""How the name of a type of pages ends."""


@dataclass(frozen=True)
class Catalog:
    """The schema, and a Fragment for each `type.field` that has a file."""

    schema: GraphQLSchema
    fragments: dict[tuple[str, str], Fragment]

    def fragment(self, type_name: str, field_name: str) -> Fragment | None:
        """What the field's file asks, or None where the field is a property."""
        return self.fragments.get((type_name, field_name))

    def is_stitched(self, root_field: str) -> bool:
        """Whether a root field of Query needs no Python."""
        return ("Query", root_field) in self.fragments


def possible_types(schema: GraphQLSchema, named: object) -> tuple[GraphQLObjectType, ...]:
    """The object types that a selection on this type may meet."""
    if isinstance(named, GraphQLInterfaceType | GraphQLUnionType):
        return tuple(schema.get_possible_types(named))
    if isinstance(named, GraphQLObjectType):
        return (named,)
    raise BrokenFragment(f"{named} is no output type with fields")


def is_list(field_type: GraphQLOutputType) -> bool:
    """Whether the type is a list, non-null or not."""
    return is_list_type(field_type.of_type if is_non_null_type(field_type) else field_type)


def open_catalog(schema: GraphQLSchema, room: Path) -> Catalog:
    """Read the file of every field that has one. Raises BrokenFragment for a field without property and file."""
    fragments: dict[tuple[str, str], Fragment] = {}
    for type_name, kind in schema.type_map.items():
        if isinstance(kind, GraphQLObjectType) and not type_name.startswith("__"):
            for field_name in kind.fields:
                path = room / snake(type_name) / f"{snake(field_name)}.cypher"
                if path.exists():
                    name = f"{snake(type_name)}/{snake(field_name)}"
                    fragments[type_name, field_name] = read_fragment(path, name)
    catalog = Catalog(schema, fragments)
    for (type_name, field_name), fragment in fragments.items():
        fields = schema.type_map[type_name].fields  # type: ignore[attr-defined]  # only object types were read above
        _check(fields[field_name], fragment)
    for label in PREFIXES:
        _check_entity(catalog, schema.get_type(label))
    return catalog


def _check_entity(catalog: Catalog, kind: GraphQLNamedType | None) -> None:
    """Each field of a type that is a node label is a property of the model, or has a file."""
    if not isinstance(kind, GraphQLObjectType):
        return
    for name, field in kind.fields.items():
        is_property = is_leaf_type(get_named_type(field.type)) and snake(name) in node_words(kind.name)
        if not is_property and catalog.fragment(kind.name, name) is None:
            where = f"cypher/{snake(kind.name)}/{snake(name)}.cypher"
            raise BrokenFragment(
                f"{kind.name}.{name} is no property of the model, and {where} does not exist: write it"
            )


def _check(field: GraphQLField, fragment: Fragment) -> None:
    named = get_named_type(field.type)
    if is_leaf_type(named) != (fragment.returns == ("value",)):
        raise BrokenFragment(
            f"cypher/{fragment.name}.cypher returns {fragment.returns}, which does not fit the type {field.type}"
        )
    if is_list(field.type) and not fragment.order and not is_leaf_type(named):
        raise BrokenFragment(
            f"cypher/{fragment.name}.cypher needs an `order:` that cannot tie, since its field is a list"
        )
    if named.name.endswith(CONNECTION) and not fragment.order:
        raise BrokenFragment(f"cypher/{fragment.name}.cypher needs an `order:`, since its field is a connection")
    known = {argument.out_name or name for name, argument in field.args.items()}
    unknown = set(fragment.parameters) - known - {"parent"}
    if unknown:
        raise BrokenFragment(
            f"cypher/{fragment.name}.cypher asks for ${', $'.join(sorted(unknown))}, which the field has not"
        )

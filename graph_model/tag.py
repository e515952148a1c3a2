"""Tags: genre and style."""

from __future__ import annotations

from neomodel import IntegerProperty, StringProperty

from graph_model.fact import Entity, Fact


class Tagging(Fact):
    """Somebody gave the tag."""

    weight = IntegerProperty(help_text="How many Observations gave it.")


class Tag(Entity):
    """A genre or style, e.g. 'Deep House'."""

    name = StringProperty(required=True, help_text="As first printed.")
    sort_name = StringProperty(index=True, required=True, help_text="The name folded: sorts and completes.")

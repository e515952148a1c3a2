"""Record labels (Neo4j's labels are "node labels" here)."""

from __future__ import annotations

from neomodel import StringProperty

from graph_model.fact import Entity


class Label(Entity):
    """A record label."""

    name = StringProperty(required=True, help_text="The name as first printed.")
    sort_name = StringProperty(index=True, required=True, help_text="The name folded: sorts and completes.")

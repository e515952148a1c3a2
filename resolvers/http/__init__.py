"""The HTTP door of GraphQL: requests in, JSON out; nothing is executed here.

It follows the GraphQL over HTTP specification (draft). `GraphQLEndpoint` is the door; `message` has the words between
it and what executes.
"""

from resolvers.http.endpoint import GraphQLEndpoint
from resolvers.http.message import Caller, Execute, GraphQLAnswer, GraphQLRequest
from resolvers.http.playground import playground_assets, playground_page

__all__ = [
    "Caller",
    "Execute",
    "GraphQLAnswer",
    "GraphQLEndpoint",
    "GraphQLRequest",
    "playground_assets",
    "playground_page",
]

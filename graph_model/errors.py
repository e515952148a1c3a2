"""Everything that can go wrong, with a stable code and whether trying again may help.

SongNodesError
├── BadInput                 BAD_INPUT
│   ├── BadRecord            BAD_RECORD            a set or row that cannot be read
│   ├── BadCursor            BAD_CURSOR
│   ├── BadPageSize          BAD_PAGE_SIZE
│   ├── QueryTooLarge        QUERY_TOO_LARGE       too long, too deep, too many rows asked for
│   ├── BadDocument          BAD_DOCUMENT          no operation of the document is meant
│   └── BadRequest           BAD_REQUEST           the HTTP request is no GraphQL request
│       ├── MethodNotAllowed       METHOD_NOT_ALLOWED
│       ├── NotAcceptable          NOT_ACCEPTABLE
│       ├── BodyTooLarge           BODY_TOO_LARGE
│       └── UnsupportedMediaType   UNSUPPORTED_MEDIA_TYPE
├── ListTooLong              LIST_TOO_LONG         a complete list would have to be cut
├── NotFound                 NOT_FOUND
├── Unauthorized             UNAUTHORIZED          the door needs a key
├── Conflict                 CONFLICT
│   ├── KnownDifferent       KNOWN_DIFFERENT       somebody decided that the two are not the same
│   ├── CannotUndo           CANNOT_UNDO           a later act stands on it, or it is undone already
│   └── MergedAway           MERGED_AWAY           retryable: what was to be written to was merged meanwhile
├── Unavailable              UNAVAILABLE           retryable: the database is away or busy
│   └── TimedOut             TIMED_OUT
├── ModelFailed              MODEL_FAILED          retryable: the language model gave no usable answer
├── SetupError               SETUP                 the machine or a setting stops the start
│   ├── BadSetting           BAD_SETTING
│   ├── PortTaken            PORT_TAKEN
│   ├── StoreLocked          STORE_LOCKED
│   ├── TooLittleRoom        TOO_LITTLE_ROOM       disk or memory
│   ├── NoNetwork            NO_NETWORK
│   └── BadDownload          BAD_DOWNLOAD          a fetched file is not what its hash says
└── BrokenFragment           BROKEN_FRAGMENT       a .cypher file or the SDL breaks a rule: found at start

A message says what is wrong, where, and what to do. Clients see `message` and `code`, never Cypher, a host or a stack.
"""

from __future__ import annotations

from collections.abc import Iterable


class SongNodesError(Exception):
    """Something went wrong."""

    code = "INTERNAL"
    retryable = False

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)

    @property
    def message(self) -> str:
        """The sentence that a person reads."""
        return str(self)


class BadInput(SongNodesError):
    """The input is not usable."""

    code = "BAD_INPUT"


class BadRecord(BadInput):
    """A record cannot be read."""

    code = "BAD_RECORD"

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


class BadCursor(BadInput):
    """The cursor is not one of ours for this field, sort and where; start again without `after`."""

    code = "BAD_CURSOR"


class BadPageSize(BadInput):
    """The page size is out of range."""

    code = "BAD_PAGE_SIZE"


class QueryTooLarge(BadInput):
    """The query is too large; ask for less at once."""

    code = "QUERY_TOO_LARGE"


class BadDocument(BadInput):
    """The document has no such operation."""

    code = "BAD_DOCUMENT"


class BadRequest(BadInput):
    """The request is not a GraphQL request."""

    code = "BAD_REQUEST"


class MethodNotAllowed(BadRequest):
    """GET only reads: send a mutation by POST."""

    code = "METHOD_NOT_ALLOWED"


class NotAcceptable(BadRequest):
    """The Accept header allows neither application/graphql-response+json nor application/json."""

    code = "NOT_ACCEPTABLE"


class BodyTooLarge(BadRequest):
    """The request is larger than this server reads."""

    code = "BODY_TOO_LARGE"


class UnsupportedMediaType(BadRequest):
    """The body must be JSON in UTF-8, not compressed: send `Content-Type: application/json`."""

    code = "UNSUPPORTED_MEDIA_TYPE"


class ListTooLong(SongNodesError):
    """The complete list is longer than one answer may be; use the connection instead."""

    code = "LIST_TOO_LONG"


class NotFound(SongNodesError):
    """There is nothing with this id."""

    code = "NOT_FOUND"


class Unauthorized(SongNodesError):
    """This door needs an API key: send it as `Authorization: Bearer KEY`."""

    code = "UNAUTHORIZED"


class Conflict(SongNodesError):
    """Somebody else changed it first."""

    code = "CONFLICT"


class KnownDifferent(Conflict):
    """Somebody has decided that the two are not the same; merge them with `force` to overrule that."""

    code = "KNOWN_DIFFERENT"


class CannotUndo(Conflict):
    """The act cannot be undone now."""

    code = "CANNOT_UNDO"


class MergedAway(Conflict):
    """Something that was to be written to was merged into another meanwhile; try again."""

    code = "MERGED_AWAY"
    retryable = True

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = frozenset(ids)
        super().__init__(f"{', '.join(sorted(self.ids)[:3])} … were merged into others meanwhile: try again")


class Unavailable(SongNodesError):
    """The database does not answer right now; try again in a few seconds."""

    code = "UNAVAILABLE"
    retryable = True


class TimedOut(Unavailable):
    """The query took longer than it may; ask for less at once."""

    code = "TIMED_OUT"
    retryable = False


class ModelFailed(SongNodesError):
    """The language model gave no usable answer; read by rules alone, the text has no tracklist."""

    code = "MODEL_FAILED"
    retryable = True


class SetupError(SongNodesError):
    """SongNodes cannot start."""

    code = "SETUP"


class BadSetting(SetupError):
    """A setting has no usable value."""

    code = "BAD_SETTING"


class PortTaken(SetupError):
    """Another program listens on a port that is needed."""

    code = "PORT_TAKEN"


class StoreLocked(SetupError):
    """Another Neo4j holds the database's files."""

    code = "STORE_LOCKED"


class TooLittleRoom(SetupError):
    """Too little disk or memory."""

    code = "TOO_LITTLE_ROOM"


class NoNetwork(SetupError):
    """A download did not work."""

    code = "NO_NETWORK"


class BadDownload(SetupError):
    """A downloaded file is not the one that was pinned."""

    code = "BAD_DOWNLOAD"


class BrokenFragment(SongNodesError):
    """A .cypher file or the schema breaks a rule."""

    code = "BROKEN_FRAGMENT"

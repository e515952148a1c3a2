"""Small files of our own in every format, each with a set of "Anna - One" and "Boris - Two"."""

from __future__ import annotations

import struct

NML = b"""<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<NML VERSION="19"><HEAD COMPANY="www.native-instruments.com" PROGRAM="Traktor"></HEAD>
<COLLECTION ENTRIES="3">
<ENTRY AUDIO_ID="AAAA" TITLE="One" ARTIST="Anna">
<LOCATION DIR="/:Music/:" FILE="one.mp3" VOLUME="disk"></LOCATION>
<ALBUM TITLE="First"></ALBUM>
<INFO LABEL="Acme" CATALOG_NO="AC 1" KEY="8m" PLAYTIME="420" PLAYTIME_FLOAT="419.5" RELEASE_DATE="2016/1/1"></INFO>
<TEMPO BPM="124.999985"></TEMPO><MUSICAL_KEY VALUE="22"></MUSICAL_KEY>
<CUE_V2 NAME="AutoGrid" TYPE="4" START="52.341659" LEN="0.000000" HOTCUE="0"></CUE_V2>
<CUE_V2 NAME="n.n." TYPE="5" START="1000.4" LEN="2000.0" HOTCUE="1"></CUE_V2>
</ENTRY>
<ENTRY TITLE="Two" ARTIST="Boris"><LOCATION DIR="/:Music/:" FILE="two.mp3" VOLUME="disk"></LOCATION>
<INFO REMIXER="Carla"></INFO><MUSICAL_KEY VALUE="3"></MUSICAL_KEY></ENTRY>
<ENTRY TITLE="" ARTIST=""></ENTRY>
</COLLECTION>
<PLAYLISTS><NODE TYPE="FOLDER" NAME="$ROOT"><SUBNODES COUNT="2">
<NODE TYPE="PLAYLIST" NAME="HISTORY"><PLAYLIST ENTRIES="4" TYPE="PROTOCOL" UUID="d6be">
<ENTRY><PRIMARYKEY TYPE="TRACK" KEY="disk/:Music/:one.mp3"></PRIMARYKEY>
<EXTENDEDDATA DECK="0" DURATION="241.7" PLAYEDPUBLIC="1" STARTDATE="132319762" STARTTIME="68839"></EXTENDEDDATA></ENTRY>
<ENTRY><PRIMARYKEY TYPE="TRACK" KEY="disk/:Music/:two.mp3"></PRIMARYKEY>
<EXTENDEDDATA DECK="1" DURATION="3.0" PLAYEDPUBLIC="0" STARTDATE="132319762" STARTTIME="68900"></EXTENDEDDATA></ENTRY>
<ENTRY><PRIMARYKEY TYPE="TRACK" KEY="disk/:Music/:two.mp3"></PRIMARYKEY>
<EXTENDEDDATA DECK="1" DURATION="241.7" PLAYEDPUBLIC="1" STARTDATE="132319762" STARTTIME="69000"></EXTENDEDDATA></ENTRY>
<ENTRY><PRIMARYKEY TYPE="TRACK" KEY="disk/:Gone/:Dan - Three.mp3"></PRIMARYKEY></ENTRY>
</PLAYLIST></NODE>
<NODE TYPE="PLAYLIST" NAME="_LOOPS"><PLAYLIST ENTRIES="0" TYPE="LIST" UUID="4e4a"></PLAYLIST></NODE>
</SUBNODES></NODE></PLAYLISTS></NML>
"""

TRAKTOR_HTML = b"""<html><head><title>Track List HISTORY</title></head><body><h1>Track List: HISTORY</h1><table>
<tr><th>Num.</th><th>Artist</th><th>Title</th><th>BPM</th><th>Start Time</th></tr>
<tr><td>1</td><td>Anna &amp; Olga</td><td>One</td><td>125,02</td><td>2025/1/29 18:52:10</td></tr>
<tr><td>2</td><td></td><td></td><td></td><td></td></tr>
<tr><td>3</td><td>Boris</td><td>Two</td><td>0</td><td>2025/1/29 19:04:06</td></tr>
</table></body></html>"""

REKORDBOX = b"""<?xml version="1.0" encoding="UTF-8"?>
<DJ_PLAYLISTS Version="1.0.0"><PRODUCT Name="rekordbox" Version="6.6.2"/>
<COLLECTION Entries="2">
<TRACK TrackID="1" Name="One" Artist="Anna" Album="First" TotalTime="172" Year="2016" AverageBpm="128.00"
 Location="file://localhost/C:/Music/one.mp3" Remixer="" Tonality="Fm" Label="Acme" Mix="Dub">
<POSITION_MARK Name="drop" Type="0" Start="15.025" Num="2"/><POSITION_MARK Name="" Type="4" Start="0" End="8" Num="-1"/>
</TRACK>
<TRACK TrackID="2" Name="Two" Artist="Boris" TotalTime="0" Year="0" AverageBpm="0.00" Location="file://localhost/two.mp3"/>
</COLLECTION>
<PLAYLISTS><NODE Type="0" Name="ROOT" Count="2">
<NODE Name="HISTORY 2022-04-09" Type="1" KeyType="0" Entries="3"><TRACK Key="1"/><TRACK Key="9"/><TRACK Key="2"/></NODE>
<NODE Name="Empty" Type="1" KeyType="0" Entries="0"/>
</NODE></PLAYLISTS></DJ_PLAYLISTS>
"""

M3U = "\ufeff#EXTM3U\n#EXTINF:246,Anna - One\n/Music/one.mp3\n#EXTINF\nC:\\Music\\Boris - Two.mp3\n".encode()

VIRTUALDJ = b"""#EXTVDJ:<time>19:07</time><lastplaytime>1612643898</lastplaytime><artist>Anna &amp; Olga</artist>\
<title>One</title><songlength>246.0</songlength>
/Music/one.mp3
#EXTVDJ:<lastplaytime>1612644007</lastplaytime><artist>Boris</artist><title>Two</title><remix>Dub</remix>
/Music/two.mp3
"""

CUE = """\ufeffPERFORMER "DJ Dora"
TITLE "Mix 20.12.2020"
FILE "mix.mp3" MP3
  TRACK 01 AUDIO
    TITLE "One"
    PERFORMER "Anna"
    ISRC GBAYE6700149
    INDEX 00 00:00:00
    INDEX 01 00:10:37
  TRACK 02 AUDIO
    TITLE "Two"
    PERFORMER "Boris"
    INDEX 01 123:45:00
""".encode()

XSPF = b"""<?xml version="1.0" encoding="UTF-8"?>
<playlist version="1" xmlns="http://xspf.org/ns/0/"><title>Mix</title><creator>Dora</creator><date>2020-12-20</date>
<trackList>
<track><location>file:///music/one.mp3</location><creator>Anna</creator><title>One</title><album>First</album>
<identifier>https://musicbrainz.org/recording/8f3471b5-7e6a-48da-86a9-c1c07a0f47ae</identifier>
<duration>246000</duration></track>
<track></track>
<track><creator>Boris</creator><title>Two</title><identifier>isrc:GB-AYE-67-00149</identifier></track>
</trackList></playlist>"""

JSPF = b"""{"playlist": {"title": "Mix", "creator": "Dora", "date": "2020-12-20", "identifier": "urn:mix:1", "track": [
{"title": "One", "creator": "Anna", "album": "First", "duration": 246000, "location": ["file:///music/one.mp3"],
 "identifier": ["https://musicbrainz.org/recording/8f3471b5-7e6a-48da-86a9-c1c07a0f47ae"]},
{}, {"title": "Two", "creator": "Boris", "identifier": "isrc:GBAYE6700149"}]}}"""

_VERSION = "1.0/Serato Scratch LIVE Review"


def chunk(tag: bytes, value: bytes) -> bytes:
    """One chunk of a Serato file."""
    return tag + struct.pack(">I", len(value)) + value


def serato_entry(**fields: str | int) -> bytes:
    """An `oent`, its fields by number: `f6="One"`."""
    inner = b""
    for name, value in fields.items():
        said = value.to_bytes(1 if name == "f50" else 4) if isinstance(value, int) else f"{value}\0".encode("utf-16-be")
        inner += chunk(int(name[1:]).to_bytes(4), said)
    return chunk(b"oent", chunk(b"adat", inner))


def serato(version: str, *parts: bytes) -> bytes:
    """A Serato file."""
    return chunk(b"vrsn", version.encode("utf-16-be")) + b"".join(parts)


SESSION = serato(
    _VERSION,
    serato_entry(f1=3, f2="/Music/one.mp3", f6="One", f7="Anna", f15=120, f28=1612643898, f48=1, f50=0),
    serato_entry(f1=4, f2="/Music/skip.mp3", f6="Skipped", f7="Carla", f28=1612643999, f48=1, f50=0),
    serato_entry(f1=5, f2="/Music/two.mp3", f6="Two", f7="Boris", f28=1612644007, f48=1, f50=1),
    serato_entry(f1=3, f2="/Music/one.mp3", f6="One", f7="Anna", f10="04:06.00", f15=120, f21="Acme",
                 f23="2011-01-18T11:15:40", f28=1612643898, f48=1, f50=1, f51="F"),
)  # fmt: skip
"""The first entry is written again at the end, now as played."""

CRATE = serato(
    "1.0/Serato ScratchLive Crate",
    *(chunk(b"otrk", chunk(b"ptrk", path.encode("utf-16-be"))) for path in ("Music/Anna - One.mp3", "Boris - Two.mp3")),
)

SAMPLES: dict[str, tuple[str, bytes]] = {
    "Traktor NML": ("history.nml", NML),
    "Traktor HTML": ("list.html", TRAKTOR_HTML),
    "rekordbox XML": ("collection.xml", REKORDBOX),
    "Serato session": ("1.session", SESSION),
    "Serato crate": ("Peak%%Late.crate", CRATE),
    "XSPF": ("mix.xspf", XSPF),
    "JSPF": ("mix.jspf", JSPF),
    "CUE sheet": ("mix.cue", CUE),
    "M3U playlist": ("list.m3u8", M3U),
}
"""Format → (name of a file, what it holds)."""

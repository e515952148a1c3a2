"""Tags of MixesDB that name a genre or style; its other tags are DJs, venues, series and notes such as "Various"."""

from __future__ import annotations

GENRES = frozenset(
    name.strip().casefold()
    for name in """Acid, Acid House, Acid Techno, Ambient, Balearic, Bass, Bassline, Big Beat, Booty, Breakbeat,
    Breakbeat Hardcore, Breakcore, Breaks,
    Broken Beat, Chill Out, Dancehall, Deep House, Deep Tech House, Detroit Techno, Disco, Downtempo, Drum & Bass,
    Dub, Dub Techno, Dubstep, EBM,
    Electro, Electronica (Synthesizer), Experimental, Funk, Future Jazz, Gabber, Garage, Ghetto, Goa, Grime, Happy
    Hardcore, Hard House, Hard
    Techno, Hard Trance, Hardcore, Hardstyle, Hip Hop, House, House (Old School), IDM, Indie, Industrial, Italo Disco,
    Jazz, Juke, Jungle, Leftfield,
    Minimal, New Wave, Pop, Progressive, Progressive House, Progressive Trance, Psychedelic, Psytrance, Punk, R&B,
    Rare Groove, Rave,
    Reggae, Rock, Soul, Speed Garage, Synth Pop, Tech House, Techno, Trance, Trap, Trip Hop, UK Funky, UK Garage,
    Vocal House, Wave, World
    Music""".replace("\n    ", " ").split(",")
)

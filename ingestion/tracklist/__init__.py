"""Printed rows of a tracklist into parts: cue, credits, title, version, label. Pure: text in, values out."""

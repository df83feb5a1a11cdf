"""Lessons on paper and for the front of the room: slides, handouts, cards to play with."""

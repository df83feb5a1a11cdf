// The theme loads this file for icons of a project's own; there are none, and its own come from a font.

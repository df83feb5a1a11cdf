"""The course as a site: lessons to read with their charts live, the data with its evidence, the rest."""

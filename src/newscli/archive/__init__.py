"""Many articles in one SQLite file: what was read in each, and the questions that are asked of all."""

"""Names: what one name shows by itself, its forms and the titles before it; two files, no face."""

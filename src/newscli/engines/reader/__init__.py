"""The reader: the encoder that marks names and attributions, and what it needs beside NLTK."""

"""The one place that opens model files and imports NLTK."""

"""What makes the model files; each program runs as ``python -m training.NAME``."""

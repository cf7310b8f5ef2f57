"""What measures newscli; each benchmark runs as ``python -m benchmarks.NAME``."""

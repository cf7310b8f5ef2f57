"""Damaged and made-up files for every reader of a container; run as ``python -m benchmarks.fuzz``."""

"""Bytes to ``Article``: decoding, layout, quotation marks."""

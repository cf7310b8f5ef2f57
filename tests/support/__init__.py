"""What tests of several folders share: processes, articles, a reading made by hand, payloads."""

"""The command line: signatures, streams, exit codes."""

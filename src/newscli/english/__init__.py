"""What newscli knows of English: words only, one subject a file, with the rule for adding a word."""

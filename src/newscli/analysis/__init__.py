"""``Article`` to ``Analysis``: sentences, quotes, entities, summary, keywords."""

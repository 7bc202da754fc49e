"""An HTML page in, a ``Page`` out."""

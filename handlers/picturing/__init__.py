"""How a picture becomes a model on this server, and how any provider's model is packed."""

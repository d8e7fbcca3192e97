"""Generators of closed, manifold pieces; metres, Y up, a standing piece has its bottom centre at the origin."""

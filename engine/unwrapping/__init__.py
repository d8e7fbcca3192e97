"""Lay the surfaces of any model flat into pictures: charts, their flat shapes, their places, and how good they are."""

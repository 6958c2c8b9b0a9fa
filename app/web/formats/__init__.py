"""The other forms in which a listing or an item can be had: JSON, JSON Lines, CSV, Atom."""

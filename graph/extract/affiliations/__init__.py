"""Who heads, serves, belongs to, is linked or related to whom."""

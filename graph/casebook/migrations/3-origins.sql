-- Which plug-ins proposed a mention, by name, divided by blanks; empty for what the rules alone found.
ALTER TABLE mention ADD COLUMN origins TEXT NOT NULL DEFAULT '';

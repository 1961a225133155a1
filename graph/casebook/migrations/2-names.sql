-- Look-up of names as people type them: any case, accents optional, any of the words, by their beginnings.
-- Every name is listed once, however often it is mentioned; the triggers keep the list in step with the mentions.
CREATE TABLE name (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE
);
INSERT INTO name (name) SELECT DISTINCT name FROM mention ORDER BY number;
CREATE INDEX mention_named ON mention (name);
CREATE TRIGGER mention_add AFTER INSERT ON mention
WHEN NOT EXISTS (SELECT 1 FROM name WHERE name = new.name) BEGIN
  INSERT INTO name (name) VALUES (new.name);
END;
CREATE TRIGGER mention_remove AFTER DELETE ON mention
WHEN NOT EXISTS (SELECT 1 FROM mention WHERE name = old.name) BEGIN
  DELETE FROM name WHERE name = old.name;
END;

-- The index keeps no copy of the names.
CREATE VIRTUAL TABLE name_index USING fts5 (
  name, content = 'name', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER name_add AFTER INSERT ON name BEGIN
  INSERT INTO name_index (rowid, name) VALUES (new.number, new.name);
END;
CREATE TRIGGER name_remove AFTER DELETE ON name BEGIN
  INSERT INTO name_index (name_index, rowid, name) VALUES ('delete', old.number, old.name);
END;
INSERT INTO name_index (name_index) VALUES ('rebuild');

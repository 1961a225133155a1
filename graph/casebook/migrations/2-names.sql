-- Look-up of names as people type them: any case, accents optional, any of the words, by their beginnings.
-- The index keeps no copy of the names; the triggers keep it in step with the mentions.
CREATE VIRTUAL TABLE mention_name USING fts5 (
  name, content = 'mention', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER mention_name_add AFTER INSERT ON mention BEGIN
  INSERT INTO mention_name (rowid, name) VALUES (new.number, new.name);
END;
CREATE TRIGGER mention_name_remove AFTER DELETE ON mention BEGIN
  INSERT INTO mention_name (mention_name, rowid, name) VALUES ('delete', old.number, old.name);
END;
INSERT INTO mention_name (mention_name) VALUES ('rebuild');

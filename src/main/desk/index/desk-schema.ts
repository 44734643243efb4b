/** Around what was found while SQLite marks it: private use, and taken out of what is kept. */
export const MARK_OPEN = '\ue000';
export const MARK_CLOSE = '\ue001';

/** How words are told apart and written down: in any case, with or without accents. */
export const TOKENIZE = "tokenize = 'unicode61 remove_diacritics 2'";

/**
 * The tables of the index. Large pages, since the parts of the words' index are larger than small ones: it is made and read
 * with less walking about. Messages are found by the number of their conversation, which is only their own: a conversation
 * that is kept anew gets another one.
 */
export const SCHEMA = `
  PRAGMA page_size = 65536;
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  CREATE TABLE conversation (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL, shown TEXT NOT NULL, kept REAL NOT NULL, pinned INTEGER NOT NULL);
  CREATE TABLE message (id INTEGER PRIMARY KEY, of INTEGER NOT NULL, message_id TEXT NOT NULL, speaker TEXT NOT NULL, at REAL, text TEXT NOT NULL);
  CREATE TABLE tag (of INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL);
  CREATE VIRTUAL TABLE words USING fts5(text, content = 'message', content_rowid = 'id', ${TOKENIZE});
  INSERT INTO words (words, rank) VALUES ('hashsize', 67108864);
`;

/** Made once the tables are full: sorting at the end is quicker than keeping them sorted. */
export const INDEXES = `
  CREATE INDEX message_of ON message (of);
  CREATE INDEX tag_of ON tag (of);
  CREATE INDEX tag_named ON tag (name, value);
`;

/** What `INDEXES` makes, gone while the tables are filled. */
export const DROP_INDEXES = 'DROP INDEX message_of; DROP INDEX tag_of; DROP INDEX tag_named;';

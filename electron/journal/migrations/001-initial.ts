/**
 * Entries and attachments, append-only. `hash` covers every other column (see shared/journal/chain.ts); an attachment's
 * bytes are covered by the entry that names it.
 */
export const initialMigration = {
  version: 1,
  sql: `
    CREATE TABLE entries (
      replica TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      lamport INTEGER NOT NULL CHECK (lamport > 0),
      recordedAt TEXT NOT NULL,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL,
      payload TEXT NOT NULL,
      appVersion TEXT NOT NULL,
      previousHash TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (replica, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX entries_in_order ON entries (lamport, replica);
    CREATE TABLE attachments (
      sha256 TEXT NOT NULL PRIMARY KEY,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
    CREATE TRIGGER entries_never_go BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
    CREATE TRIGGER attachments_never_change BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;
    CREATE TRIGGER attachments_never_go BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;
  `,
} as const;

import GRDB

/// The tables of a ledger in SQLite, in numbered steps. A step is never changed once a release has carried it out.
enum SQLiteSchema {
  /// "FRLD": tells a ledger from other SQLite files.
  static let applicationID: Int32 = 0x4652_4C44

  /// The number of the last step; SQLite's `user_version`.
  static var version: Int { steps.count }

  static func migrate(_ db: Database, from version: Int) throws {
    for step in steps.dropFirst(version) { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(Self.version)")
  }

  private static let steps = [
    """
    CREATE TABLE setting (
      name TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY NOT NULL,
      recorded INTEGER NOT NULL,
      about INTEGER NOT NULL,
      kind TEXT NOT NULL,
      aggregate TEXT NOT NULL,
      version INTEGER NOT NULL,
      actor TEXT NOT NULL,
      agency TEXT NOT NULL,
      purpose TEXT NOT NULL,
      marking TEXT NOT NULL,
      command TEXT,
      leaf BLOB NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX entry_aggregate ON entry (aggregate, version);
    CREATE INDEX entry_recorded ON entry (recorded);
    CREATE INDEX entry_command ON entry (command, actor) WHERE command IS NOT NULL;
    CREATE INDEX entry_own_kind ON entry (kind, sequence) WHERE kind >= 'ledger.' AND kind < 'ledger/';

    CREATE TABLE tree (
      level INTEGER NOT NULL,
      "index" INTEGER NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (level, "index")
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE checkpoint (
      size INTEGER PRIMARY KEY NOT NULL,
      note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE view (
      name TEXT PRIMARY KEY NOT NULL,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never changed; append a correction'); END;
    CREATE TRIGGER entry_remains BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never removed; erase the keys of its subject'); END;
    CREATE TRIGGER tree_stays BEFORE UPDATE ON tree
      BEGIN SELECT RAISE(ABORT, 'a complete node of the tree never changes'); END;
    CREATE TRIGGER tree_remains BEFORE DELETE ON tree
      BEGIN SELECT RAISE(ABORT, 'a complete node of the tree never goes away'); END;
    CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint
      BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
    CREATE TRIGGER checkpoint_remains BEFORE DELETE ON checkpoint
      BEGIN SELECT RAISE(ABORT, 'a checkpoint is never removed'); END;
    """,
    """
    CREATE TABLE cosignature (
      size INTEGER NOT NULL,
      witness TEXT NOT NULL,
      "key" TEXT NOT NULL,
      line TEXT NOT NULL,
      PRIMARY KEY (size, witness)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cosignature_witness ON cosignature (witness, size);

    CREATE TRIGGER cosignature_stays BEFORE UPDATE ON cosignature
      BEGIN SELECT RAISE(ABORT, 'a cosignature is never changed'); END;
    CREATE TRIGGER cosignature_remains BEFORE DELETE ON cosignature
      BEGIN SELECT RAISE(ABORT, 'a cosignature is never removed'); END;
    """,
  ]

  /// The ledger's own tables; whatever else is in the file belongs to views.
  static let tables = ["setting", "entry", "tree", "checkpoint", "cosignature", "view"]
}

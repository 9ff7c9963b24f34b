import GRDB

/// The tables, and how older ones become these.
enum Schema {
  /// Marks the file as this program's: "lnkg".
  static let applicationID = 0x6C6E_6B67

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: first)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    return migrator
  }

  /// Times are nanoseconds of the run's monotonic clock, but for those that say otherwise.
  private static let first = """
    CREATE TABLE run (
      id TEXT PRIMARY KEY NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'interrupted')),
      started INTEGER NOT NULL, -- milliseconds since 1970
      pid INTEGER NOT NULL,
      pid_start INTEGER NOT NULL, -- clock ticks since boot, as the kernel counts
      boot_id TEXT NOT NULL,
      header TEXT NOT NULL,
      outline TEXT NOT NULL
    ) STRICT;
    CREATE INDEX run_started ON run (started);

    CREATE TABLE event (
      run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      at INTEGER NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (run, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE verdict (
      run TEXT PRIMARY KEY NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      judged INTEGER NOT NULL, -- milliseconds since 1970
      judgement TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT;

    CREATE TABLE measurement (
      run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
      case_id TEXT NOT NULL,
      step_id TEXT NOT NULL,
      entity TEXT,
      link_from TEXT NOT NULL,
      link_to TEXT NOT NULL,
      lower_ns INTEGER NOT NULL,
      upper_ns INTEGER,
      point_ns INTEGER,
      acknowledged INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX measurement_run ON measurement (run);
    CREATE INDEX measurement_link ON measurement (entity, link_from, link_to);
    """
}

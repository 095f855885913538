-- Times are UTC ticks of 100 ns. Rows of an alert lie together: their primary key is the alert's number times 2^32 plus
-- a place inside the alert, so a new entry is an append and a whole alert is one range.

CREATE TABLE organisation (
    number INTEGER PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

-- accepted is 0 while a large order is being written in parts; such an alert exists for nobody.
CREATE TABLE alert (
    number          INTEGER PRIMARY KEY,
    organisation    INTEGER NOT NULL REFERENCES organisation (number),
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    idempotency_key TEXT NOT NULL,
    fingerprint     TEXT NOT NULL,
    accepted        INTEGER NOT NULL,
    phase           INTEGER NOT NULL,
    ending          INTEGER NOT NULL,
    reason          TEXT,
    finished_at     INTEGER,
    recipients      INTEGER NOT NULL,
    final           INTEGER NOT NULL,
    unreached       INTEGER NOT NULL,
    voicemail_only  INTEGER NOT NULL,
    probably_heard  INTEGER NOT NULL,
    confirmed       INTEGER NOT NULL,
    help_requests   INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    journal_length  INTEGER NOT NULL,
    journal_hash    BLOB NOT NULL CHECK (length(journal_hash) = 32),
    UNIQUE (organisation, idempotency_key)
) STRICT;

CREATE INDEX alert_unfinished ON alert (number) WHERE phase <> 3;

-- place: the alert's number, then the entry's sequence from 1.
CREATE TABLE journal (
    place        INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    payload      BLOB NOT NULL,
    hash         BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- place: the alert's number, then the place in the list from 0. What was frozen at launch is in the journal entry `entry`.
CREATE TABLE recipient (
    place           INTEGER PRIMARY KEY,
    organisation    INTEGER NOT NULL,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    entry           INTEGER NOT NULL,
    score           INTEGER NOT NULL DEFAULT 0,
    reason          INTEGER,
    acknowledgement INTEGER NOT NULL DEFAULT 0,
    acknowledged_at INTEGER,
    attempts        INTEGER NOT NULL DEFAULT 0,
    open_attempts   INTEGER NOT NULL DEFAULT 0,
    next_at         INTEGER,
    next_point      INTEGER,
    next_lane       INTEGER,
    caller_id       TEXT,
    closed_points   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- place: the alert's number, then the sequence of the entry that began it. recipient is the recipient's place. An attempt is
-- found through its recipient, who has few; an index on id would cost more than every other part of an insert.
CREATE TABLE attempt (
    place           INTEGER PRIMARY KEY,
    organisation    INTEGER NOT NULL,
    id              BLOB NOT NULL CHECK (length(id) = 16),
    recipient       INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    point_index     INTEGER NOT NULL,
    lane            INTEGER NOT NULL,
    line            TEXT NOT NULL,
    caller_id       TEXT,
    doubtful_repeat INTEGER NOT NULL,
    begun           INTEGER NOT NULL,
    answered        INTEGER,
    dialog_identity TEXT,
    heard           INTEGER NOT NULL DEFAULT 0,
    acknowledgement INTEGER NOT NULL DEFAULT 0,
    keys            TEXT NOT NULL DEFAULT '',
    outcome         INTEGER NOT NULL DEFAULT 0,
    detail          TEXT,
    ended           INTEGER,
    talked          INTEGER NOT NULL DEFAULT 0,
    voicemail_left  INTEGER NOT NULL DEFAULT 0,
    retry_after     INTEGER NOT NULL DEFAULT 0,
    UNIQUE (recipient, number)
) STRICT;

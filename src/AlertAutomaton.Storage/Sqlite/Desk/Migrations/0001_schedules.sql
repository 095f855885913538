-- Times are UTC ticks of 100 ns. An occurrence is named by its moment.

CREATE TABLE organisation (
    number INTEGER PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

-- plan is JSON: schedule, event, reminders, rule for late launches. last_* is the occurrence behind it, next_* the one before it,
-- begun the moment of an occurrence whose launch was begun and is not recorded.
CREATE TABLE scheduled_alert (
    number          INTEGER PRIMARY KEY,
    organisation    INTEGER NOT NULL REFERENCES organisation (number),
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    idempotency_key TEXT NOT NULL,
    fingerprint     TEXT NOT NULL,
    title           TEXT NOT NULL,
    kind            INTEGER NOT NULL,
    policy          TEXT NOT NULL,
    recipients      INTEGER NOT NULL,
    plan            BLOB NOT NULL,
    state           INTEGER NOT NULL,
    created_by      TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    changed_by      TEXT,
    reason          TEXT,
    last_at         INTEGER,
    last_reminder   INTEGER,
    next_at         INTEGER,
    next_reminder   INTEGER,
    begun           INTEGER,
    UNIQUE (organisation, idempotency_key)
) STRICT;

CREATE INDEX scheduled_alert_next ON scheduled_alert (next_at, number) WHERE state IN (0, 1);

-- What is launched, as JSON: message, audience and the rest of the order.
CREATE TABLE scheduled_launch (
    scheduled_alert INTEGER PRIMARY KEY REFERENCES scheduled_alert (number),
    organisation    INTEGER NOT NULL,
    payload         BLOB NOT NULL
) STRICT;

CREATE TABLE scheduled_occurrence (
    scheduled_alert INTEGER NOT NULL REFERENCES scheduled_alert (number),
    at              INTEGER NOT NULL,
    organisation    INTEGER NOT NULL,
    reminder        INTEGER NOT NULL,
    outcome         INTEGER NOT NULL,
    alert           BLOB CHECK (alert IS NULL OR length(alert) = 16),
    reason          INTEGER NOT NULL,
    detail          TEXT,
    recorded_at     INTEGER NOT NULL,
    PRIMARY KEY (scheduled_alert, at)
) STRICT, WITHOUT ROWID;

-- Who phones in, and what they may start. Times are UTC ticks of 100 ns.

-- pin is a salted slow hash, never the digits.
CREATE TABLE operator (
    number           INTEGER PRIMARY KEY,
    organisation     INTEGER NOT NULL REFERENCES organisation (number),
    id               BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    operator_number  TEXT NOT NULL,
    name             TEXT NOT NULL,
    role             INTEGER NOT NULL,
    languages        TEXT NOT NULL,
    registered_phone TEXT,
    may_launch       INTEGER NOT NULL,
    may_approve      INTEGER NOT NULL,
    active           INTEGER NOT NULL,
    pin              TEXT,
    UNIQUE (organisation, operator_number)
) STRICT;

-- Failures since the last success; operator_number is what was typed, whether anybody has it or not.
CREATE TABLE pin_account (
    organisation    INTEGER NOT NULL REFERENCES organisation (number),
    operator_number TEXT NOT NULL,
    line            INTEGER NOT NULL,
    failures        INTEGER NOT NULL,
    locks           INTEGER NOT NULL,
    locked_until    INTEGER,
    last_failure    INTEGER NOT NULL,
    PRIMARY KEY (organisation, operator_number, line)
) STRICT, WITHOUT ROWID;

-- The failures of the last hour; organisation NULL: the cap is over all of the machine.
CREATE TABLE pin_failure (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER REFERENCES organisation (number),
    line         INTEGER NOT NULL,
    at           INTEGER NOT NULL
) STRICT;

-- payload is JSON. contact_list: whom scenarios warn; list_number is what a phone can choose.
CREATE TABLE scenario (
    number          INTEGER PRIMARY KEY,
    organisation    INTEGER NOT NULL REFERENCES organisation (number),
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    scenario_number INTEGER NOT NULL,
    payload         BLOB NOT NULL,
    UNIQUE (organisation, scenario_number)
) STRICT;

CREATE TABLE contact_list (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisation (number),
    name         TEXT NOT NULL,
    list_number  INTEGER,
    payload      BLOB NOT NULL,
    UNIQUE (organisation, name),
    UNIQUE (organisation, list_number)
) STRICT;

CREATE TABLE draft (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisation (number),
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version      INTEGER NOT NULL,
    content      BLOB NOT NULL,
    kind         INTEGER NOT NULL,
    title        TEXT NOT NULL,
    households   INTEGER NOT NULL,
    submitted_by BLOB NOT NULL CHECK (length(submitted_by) = 16),
    state        INTEGER NOT NULL,
    submitted_at INTEGER,
    override_at  INTEGER,
    decided_by   BLOB CHECK (decided_by IS NULL OR length(decided_by) = 16),
    decided_at   INTEGER,
    by_override  INTEGER NOT NULL,
    reason       TEXT,
    alert        BLOB CHECK (alert IS NULL OR length(alert) = 16)
) STRICT;

CREATE INDEX draft_open ON draft (submitted_at) WHERE state = 1 OR (state = 2 AND alert IS NULL);

-- The sound is a file beside the database, named by the SHA-256 of its bytes.
CREATE TABLE recording (
    organisation     INTEGER NOT NULL REFERENCES organisation (number),
    recording_number INTEGER NOT NULL,
    language         TEXT NOT NULL,
    duration         INTEGER NOT NULL,
    recorded_by      BLOB CHECK (recorded_by IS NULL OR length(recorded_by) = 16),
    recorded_at      INTEGER NOT NULL,
    file             TEXT NOT NULL,
    PRIMARY KEY (organisation, recording_number)
) STRICT, WITHOUT ROWID;

-- Numbers of residents who asked to be registered, with what they consented to.
CREATE TABLE callback_request (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisation (number),
    phone        TEXT NOT NULL,
    language     TEXT NOT NULL,
    consent_at   INTEGER NOT NULL,
    consent_to   TEXT NOT NULL,
    UNIQUE (organisation, phone)
) STRICT;

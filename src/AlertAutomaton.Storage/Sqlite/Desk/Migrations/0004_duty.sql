-- What wants a person on duty. Times are UTC ticks of 100 ns; launch, tried and calls are JSON.
CREATE TABLE duty_matter (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisation (number),
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    matter_key   TEXT NOT NULL,
    severity     INTEGER NOT NULL,
    words        TEXT NOT NULL,
    launch       BLOB,
    not_for      BLOB CHECK (not_for IS NULL OR length(not_for) = 16),
    since        INTEGER NOT NULL,
    standing     INTEGER NOT NULL,
    rounds       INTEGER NOT NULL,
    tried        BLOB NOT NULL,
    calling      BLOB CHECK (calling IS NULL OR length(calling) = 16),
    next_at      INTEGER,
    taken_by     BLOB CHECK (taken_by IS NULL OR length(taken_by) = 16),
    ended_at     INTEGER,
    calls        BLOB NOT NULL
) STRICT;

CREATE INDEX duty_matter_ended ON duty_matter (ended_at) WHERE ended_at IS NOT NULL;

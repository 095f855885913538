-- A wish that was dealt with leaves the open ones, so that the same number may ask again; what became of it is kept with the consent.

-- The names of wishes that are there already are random.
ALTER TABLE callback_request ADD COLUMN id BLOB CHECK (id IS NULL OR length(id) = 16);
UPDATE callback_request SET id = randomblob(16);
CREATE UNIQUE INDEX callback_request_id ON callback_request (id);

CREATE TABLE callback_closing (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisation (number),
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    phone        TEXT NOT NULL,
    language     TEXT NOT NULL,
    consent_at   INTEGER NOT NULL,
    consent_to   TEXT NOT NULL,
    outcome      INTEGER NOT NULL,
    closed_by    TEXT NOT NULL,
    closed_at    INTEGER NOT NULL,
    note         TEXT
) STRICT;

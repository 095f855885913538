-- What residents write back. A text is stored before the network is told that it was taken.

CREATE TABLE inbound_text (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER REFERENCES organisation (number),
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    gateway      TEXT NOT NULL,
    sender       TEXT NOT NULL,
    phone        TEXT NOT NULL,
    receiver     TEXT NOT NULL,
    words        TEXT NOT NULL,
    received_at  INTEGER NOT NULL,
    fate         INTEGER NOT NULL DEFAULT 0,
    closed_at    INTEGER,
    alert        BLOB CHECK (alert IS NULL OR length(alert) = 16),
    recipient    BLOB CHECK (recipient IS NULL OR length(recipient) = 16),
    answer       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX inbound_text_open ON inbound_text (number) WHERE fate = 0;
CREATE INDEX inbound_text_sender ON inbound_text (gateway, sender, receiver, number);

-- Answers sent to whoever wrote, so that none leaves twice.
CREATE TABLE text_answer (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER REFERENCES organisation (number),
    phone        TEXT NOT NULL,
    alert        BLOB CHECK (alert IS NULL OR length(alert) = 16),
    what         TEXT NOT NULL,
    inbound_text BLOB NOT NULL CHECK (length(inbound_text) = 16),
    at           INTEGER NOT NULL
) STRICT;

CREATE INDEX text_answer_phone ON text_answer (phone, at);

-- organisation NULL: refused to every organisation on this machine.
CREATE TABLE text_refusal (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER REFERENCES organisation (number),
    phone        TEXT NOT NULL,
    inbound_text BLOB NOT NULL CHECK (length(inbound_text) = 16),
    at           INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX text_refusal_phone ON text_refusal (phone, coalesce(organisation, 0));

-- Texts and mails: what they cost, what the network told later, and the names under which the world outside speaks of them.

ALTER TABLE alert ADD COLUMN sent_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN present INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN absent INTEGER NOT NULL DEFAULT 0;

ALTER TABLE attempt ADD COLUMN units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempt ADD COLUMN reported INTEGER;

-- attempt is the attempt's place: the newest attempts of a reference are the last of its range.
CREATE TABLE attempt_reference (
    reference    TEXT NOT NULL,
    attempt      INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    PRIMARY KEY (reference, attempt)
) STRICT, WITHOUT ROWID;

-- What a month used is counted by channel. Every attempt of a database that has none of these columns yet was a call (0).

ALTER TABLE attempt ADD COLUMN channel INTEGER NOT NULL DEFAULT 0;

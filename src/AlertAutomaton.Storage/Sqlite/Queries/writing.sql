-- name: InsertOrganisation
INSERT INTO organisation (id) VALUES (?1) ON CONFLICT (id) DO NOTHING;

-- name: OrganisationNumber
SELECT number FROM organisation WHERE id = ?1;

-- name: AlertByKey
SELECT number, id, fingerprint, accepted FROM alert WHERE organisation = ?1 AND idempotency_key = ?2;

-- name: InsertAlert
INSERT INTO alert (organisation, id, idempotency_key, fingerprint, accepted, phase, ending, recipients, final, unreached,
    voicemail_only, probably_heard, confirmed, help_requests, attempts, journal_length, journal_hash)
VALUES (?1, ?2, ?3, ?4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, zeroblob(32))
RETURNING number;

-- name: AcceptAlert
UPDATE alert SET accepted = 1 WHERE number = ?1;

-- name: UpdateAlert
UPDATE alert SET phase = ?2, ending = ?3, reason = ?4, finished_at = ?5, recipients = ?6, final = ?7, unreached = ?8,
    voicemail_only = ?9, probably_heard = ?10, confirmed = ?11, help_requests = ?12, attempts = ?13, journal_length = ?14,
    journal_hash = ?15, sent_only = ?16, present = ?17, absent = ?18, late_answers = ?19
WHERE number = ?1;

-- name: LoadLedger
SELECT number, organisation, phase, ending, reason, finished_at, recipients, final, unreached, voicemail_only, probably_heard,
    confirmed, help_requests, attempts, journal_length, journal_hash, sent_only, present, absent, late_answers
FROM alert WHERE id = ?1 AND accepted = 1;

-- name: InsertEntry
INSERT INTO journal (place, organisation, at, kind, version, payload, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: InsertRecipient
INSERT INTO recipient (place, organisation, id, entry) VALUES (?1, ?2, ?3, ?4);

-- name: RecipientState
SELECT place, score, reason, acknowledgement, attempts, open_attempts FROM recipient WHERE id = ?1;

-- name: RecipientBegins
UPDATE recipient SET attempts = attempts + 1, open_attempts = open_attempts + 1, next_at = NULL, next_point = NULL,
    next_lane = NULL, caller_id = coalesce(caller_id, ?2)
WHERE place = ?1;

-- name: RecipientAttemptEnds
UPDATE recipient SET open_attempts = open_attempts - 1, score = ?2, reason = ?3, next_at = ?4, next_point = ?5, next_lane = ?6
WHERE place = ?1;

-- name: RecipientAcknowledges
UPDATE recipient SET score = ?2, acknowledgement = ?3, acknowledged_at = ?4 WHERE place = ?1;

-- name: RecipientAcknowledgesLate
UPDATE recipient SET acknowledgement = ?2, acknowledged_at = ?3 WHERE place = ?1;

-- name: RecipientFinishes
UPDATE recipient SET score = ?2, reason = ?3, next_at = NULL, next_point = NULL, next_lane = NULL WHERE place = ?1;

-- name: RecipientPointCloses
UPDATE recipient SET closed_points = closed_points | ?2 WHERE place = ?1;

-- name: CloseIdleRecipients
UPDATE recipient SET reason = ?3, next_at = NULL, next_point = NULL, next_lane = NULL
WHERE place BETWEEN ?1 AND ?2 AND reason IS NULL AND open_attempts = 0;

-- name: InsertAttempt
INSERT INTO attempt (place, organisation, id, recipient, number, point_index, lane, line, caller_id, doubtful_repeat, begun, channel)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- name: AttemptAnswered
UPDATE attempt SET answered = ?3, dialog_identity = ?4 WHERE id = ?1 AND recipient = ?2 AND outcome = 0;

-- name: AttemptHeard
UPDATE attempt SET heard = 1 WHERE id = ?1 AND recipient = ?2 AND outcome = 0;

-- name: AttemptKey
UPDATE attempt SET keys = CASE WHEN length(keys) < 32 THEN keys || ?3 ELSE keys END WHERE id = ?1 AND recipient = ?2 AND outcome = 0;

-- name: AttemptAcknowledged
UPDATE attempt SET acknowledgement = ?3 WHERE id = ?1 AND recipient = ?2 AND outcome = 0;

-- name: AttemptEnds
UPDATE attempt SET outcome = ?3, detail = ?4, line = ?5, caller_id = ?6, ended = ?7, talked = ?8, voicemail_left = ?9,
    retry_after = ?10, units = ?11, dialog_identity = NULL
WHERE id = ?1 AND recipient = ?2 AND outcome = 0;

-- name: AttemptReported
UPDATE attempt SET outcome = ?3, detail = ?4, reported = ?5 WHERE id = ?1 AND recipient = ?2 AND outcome IN (?6, ?7);

-- name: InsertReference
INSERT INTO attempt_reference (reference, attempt, organisation) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;

-- name: InsertReferenceAtEnd
INSERT INTO attempt_reference (reference, attempt, organisation) SELECT ?1, place, organisation FROM attempt WHERE recipient = ?2 AND id = ?3 ON CONFLICT DO NOTHING;

-- name: RecipientReported
UPDATE recipient SET score = ?2, reason = ?3, next_at = ?4, next_point = ?5, next_lane = ?6 WHERE place = ?1;

-- name: StagedAlerts
SELECT number FROM alert WHERE accepted = 0;

-- name: DeleteStagedRecipients
DELETE FROM recipient WHERE place BETWEEN ?1 AND ?2;

-- name: DeleteStagedEntries
DELETE FROM journal WHERE place BETWEEN ?1 AND ?2;

-- name: DeleteStagedAlert
DELETE FROM alert WHERE number = ?1 AND accepted = 0;

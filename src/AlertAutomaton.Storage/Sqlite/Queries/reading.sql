-- name: AlertRow
SELECT number, phase, ending, reason, finished_at, recipients, final, unreached, voicemail_only, probably_heard, confirmed,
    help_requests, attempts, journal_length, sent_only, present, absent, late_answers
FROM alert WHERE id = ?1 AND accepted = 1;

-- name: AlertRows
SELECT a.number, phase, ending, reason, finished_at, recipients, final, unreached, voicemail_only, probably_heard, confirmed,
    help_requests, attempts, journal_length, sent_only, present, absent, late_answers
FROM alert a JOIN organisation o ON o.number = a.organisation
WHERE accepted = 1 AND a.number < ?1 AND (?2 IS NULL OR o.id = ?2) AND (?3 = 0 OR phase <> 3)
ORDER BY a.number DESC LIMIT ?4;

-- name: UnfinishedAlerts
SELECT number, phase, ending, reason, finished_at, recipients, final, unreached, voicemail_only, probably_heard, confirmed,
    help_requests, attempts, journal_length, sent_only, present, absent, late_answers
FROM alert WHERE phase <> 3 AND accepted = 1 ORDER BY number;

-- name: AlertNumber
SELECT number FROM alert WHERE id = ?1 AND accepted = 1;

-- name: Entries
SELECT place, at, kind, version, payload, hash FROM journal WHERE place BETWEEN ?1 AND ?2 ORDER BY place LIMIT ?3;

-- name: RecipientRows
SELECT place, entry, score, reason, acknowledgement, acknowledged_at, attempts, open_attempts, next_at, next_point, next_lane,
    caller_id, closed_points
FROM recipient
WHERE place BETWEEN ?1 AND ?2
    AND (?3 IS NULL OR score = ?3)
    AND (?4 IS NULL OR (reason IS NOT NULL) = ?4)
    AND (?5 = 0 OR acknowledgement = 2)
ORDER BY place LIMIT ?6;

-- name: RecipientRowsOfRecipient
SELECT place, entry, score, reason, acknowledgement, acknowledged_at, attempts, open_attempts, next_at, next_point, next_lane,
    caller_id, closed_points
FROM recipient
WHERE id = ?7 AND place BETWEEN ?1 AND ?2
    AND (?3 IS NULL OR score = ?3)
    AND (?4 IS NULL OR (reason IS NOT NULL) = ?4)
    AND (?5 = 0 OR acknowledgement = 2)
ORDER BY place LIMIT ?6;

-- name: AttemptRows
SELECT t.place, t.id, r.id, t.number, t.point_index, t.lane, t.line, t.caller_id, t.doubtful_repeat, t.begun, t.answered,
    t.dialog_identity, t.heard, t.acknowledgement, t.keys, t.outcome, t.detail, t.ended, t.talked, t.voicemail_left, t.retry_after,
    t.units, t.reported, t.channel
FROM attempt t JOIN recipient r ON r.place = t.recipient
WHERE t.place BETWEEN ?1 AND ?2 ORDER BY t.place LIMIT ?3;

-- name: AttemptRowsOfRecipient
SELECT t.place, t.id, r.id, t.number, t.point_index, t.lane, t.line, t.caller_id, t.doubtful_repeat, t.begun, t.answered,
    t.dialog_identity, t.heard, t.acknowledgement, t.keys, t.outcome, t.detail, t.ended, t.talked, t.voicemail_left, t.retry_after,
    t.units, t.reported, t.channel
FROM recipient r JOIN attempt t ON t.recipient = r.place
WHERE r.id = ?4 AND t.place BETWEEN ?1 AND ?2 ORDER BY t.place LIMIT ?3;

-- name: PastAttempts
SELECT t.recipient, t.number, t.point_index, t.lane, t.outcome, t.begun, t.ended, t.line, t.voicemail_left, t.retry_after, t.id,
    t.dialog_identity, t.heard, t.acknowledgement
FROM recipient r JOIN attempt t ON t.recipient = r.place
WHERE r.place BETWEEN ?1 AND ?2 AND r.reason IS NULL ORDER BY t.recipient, t.number;

-- name: AlertId
SELECT id FROM alert WHERE number = ?1;

-- name: AttemptsByReference
SELECT r.id, t.id, t.number, x.reference, t.begun, t.line, t.outcome, a.id, a.phase
FROM attempt_reference x
    JOIN attempt t ON t.place = x.attempt
    JOIN recipient r ON r.place = t.recipient
    JOIN alert a ON a.number = x.attempt >> 32
WHERE x.reference = ?1 ORDER BY x.attempt DESC LIMIT ?2;

-- name: OrderByKey
SELECT a.id FROM alert a JOIN organisation o ON o.number = a.organisation
WHERE o.id = ?1 AND a.idempotency_key = ?2 AND a.accepted = 1;

-- A month's attempts are those of the alerts that were launched before its end and not over before its beginning: no index on
-- attempts is needed, whose upkeep would slow every call. CROSS JOIN keeps the order of the loops. 10,000,000 ticks
-- make a second; each begun second counts. A number stands in the entry that began its attempt, which has the attempt's place.

-- name: Usage
SELECT t.channel, t.line, '' AS prefix, (t.talked + 9999999) / 10000000 AS seconds, count(*), count(t.answered), sum(t.units)
FROM organisation o
    CROSS JOIN alert a ON a.organisation = o.number
    CROSS JOIN journal f ON f.place = (a.number << 32) + 1
    CROSS JOIN attempt t ON t.place BETWEEN (a.number << 32) AND ((a.number + 1) << 32) - 1
WHERE o.id = ?1 AND a.accepted = 1 AND (a.finished_at IS NULL OR a.finished_at >= ?2) AND f.at < ?3
    AND t.begun >= ?2 AND t.begun < ?3 AND t.outcome <> ?4
GROUP BY 1, 2, 3, 4;

-- name: UsageByPrefix
SELECT t.channel, t.line, CASE WHEN t.channel < 2 THEN substr(CAST(j.payload AS TEXT) ->> '$.address', 1, ?5) ELSE '' END AS prefix,
    (t.talked + 9999999) / 10000000 AS seconds, count(*), count(t.answered), sum(t.units)
FROM organisation o
    CROSS JOIN alert a ON a.organisation = o.number
    CROSS JOIN journal f ON f.place = (a.number << 32) + 1
    CROSS JOIN attempt t ON t.place BETWEEN (a.number << 32) AND ((a.number + 1) << 32) - 1
    CROSS JOIN journal j ON j.place = t.place
WHERE o.id = ?1 AND a.accepted = 1 AND (a.finished_at IS NULL OR a.finished_at >= ?2) AND f.at < ?3
    AND t.begun >= ?2 AND t.begun < ?3 AND t.outcome <> ?4
GROUP BY 1, 2, 3, 4;

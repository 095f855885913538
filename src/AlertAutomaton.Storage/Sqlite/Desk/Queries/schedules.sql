-- name: ScheduleByKey
SELECT id, fingerprint FROM scheduled_alert WHERE organisation = ?1 AND idempotency_key = ?2;

-- name: AddSchedule
INSERT INTO scheduled_alert (organisation, id, idempotency_key, fingerprint, title, kind, policy, recipients, plan, state, created_by, created_at,
    next_at, next_reminder)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, ?11, ?12, ?13);

-- name: AddScheduledLaunch
INSERT INTO scheduled_launch (scheduled_alert, organisation, payload) VALUES (?1, ?2, ?3);

-- name: ScheduleRows
SELECT s.number, s.id, o.id, s.title, s.kind, s.policy, s.recipients, s.plan, s.state, s.created_by, s.created_at, s.changed_by, s.reason,
    s.last_at, s.last_reminder, s.next_at, s.next_reminder, s.begun
FROM scheduled_alert s JOIN organisation o ON o.number = s.organisation
WHERE s.number < ?1 AND (?2 IS NULL OR o.id = ?2) AND (?3 = 0 OR s.state IN (0, 1))
ORDER BY s.number DESC LIMIT ?4;

-- name: ScheduleRow
SELECT s.number, s.id, o.id, s.title, s.kind, s.policy, s.recipients, s.plan, s.state, s.created_by, s.created_at, s.changed_by, s.reason,
    s.last_at, s.last_reminder, s.next_at, s.next_reminder, s.begun
FROM scheduled_alert s JOIN organisation o ON o.number = s.organisation
WHERE s.id = ?1;

-- name: NextSchedules
SELECT s.number, s.id, o.id, s.title, s.kind, s.policy, s.recipients, s.plan, s.state, s.created_by, s.created_at, s.changed_by, s.reason,
    s.last_at, s.last_reminder, s.next_at, s.next_reminder, s.begun
FROM scheduled_alert s JOIN organisation o ON o.number = s.organisation
WHERE s.state IN (0, 1) AND s.next_at IS NOT NULL
ORDER BY s.next_at, s.number LIMIT ?1;

-- name: ScheduledLaunch
SELECT payload FROM scheduled_launch WHERE scheduled_alert = ?1;

-- name: ScheduleState
SELECT number, organisation, state FROM scheduled_alert WHERE id = ?1;

-- name: BeginOccurrence
UPDATE scheduled_alert SET begun = ?2 WHERE id = ?1 AND state = 0 AND next_at = ?2;

-- name: AddOccurrence
INSERT INTO scheduled_occurrence (scheduled_alert, at, organisation, reminder, outcome, alert, reason, detail, recorded_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (scheduled_alert, at) DO NOTHING;

-- name: MoveSchedule
UPDATE scheduled_alert
SET last_at = ?2, last_reminder = ?3, next_at = iif(state IN (0, 1), ?4, NULL), next_reminder = iif(state IN (0, 1), ?5, NULL), begun = NULL,
    state = iif(state IN (0, 1) AND ?4 IS NULL, 3, state)
WHERE number = ?1;

-- name: ChangeSchedule
UPDATE scheduled_alert
SET state = ?2, changed_by = ?3, reason = ?4, next_at = iif(?2 IN (0, 1), next_at, NULL), next_reminder = iif(?2 IN (0, 1), next_reminder, NULL)
WHERE number = ?1;

-- name: Occurrences
SELECT c.at, c.reminder, c.outcome, c.alert, c.reason, c.detail, c.recorded_at
FROM scheduled_alert s JOIN scheduled_occurrence c ON c.scheduled_alert = s.number
WHERE s.id = ?1 ORDER BY c.at DESC LIMIT ?2;

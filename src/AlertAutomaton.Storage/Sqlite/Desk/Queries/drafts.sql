-- name: DraftById
SELECT d.id, o.id, d.version, d.content, d.kind, d.title, d.households, d.submitted_by, d.state, d.submitted_at, d.override_at, d.decided_by,
    d.decided_at, d.by_override, d.reason, d.alert
FROM draft d JOIN organisation o ON o.number = d.organisation WHERE d.id = ?1;

-- name: OpenDrafts
SELECT d.id, o.id, d.version, d.content, d.kind, d.title, d.households, d.submitted_by, d.state, d.submitted_at, d.override_at, d.decided_by,
    d.decided_at, d.by_override, d.reason, d.alert
FROM draft d JOIN organisation o ON o.number = d.organisation
WHERE (d.state = 1 OR (d.state = 2 AND d.alert IS NULL)) AND (?1 IS NULL OR o.id = ?1) ORDER BY d.submitted_at, d.number;

-- name: AddDraft
INSERT INTO draft (organisation, id, version, content, kind, title, households, submitted_by, state, submitted_at, override_at, decided_by, decided_at,
    by_override, reason, alert)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (id) DO NOTHING;

-- name: ChangeDraft
UPDATE draft
SET version = ?3, content = ?4, kind = ?5, title = ?6, households = ?7, submitted_by = ?8, state = ?9, submitted_at = ?10, override_at = ?11,
    decided_by = ?12, decided_at = ?13, by_override = ?14, reason = ?15, alert = ?16
WHERE id = ?2 AND version = ?3 - 1 AND organisation = ?1;

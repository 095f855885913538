-- name: DutyMatters
SELECT m.id, m.matter_key, m.severity, m.words, m.launch, m.not_for, m.since, m.standing, m.rounds, m.tried, m.calling, m.next_at, m.taken_by, m.ended_at, m.calls
FROM duty_matter m JOIN organisation o ON o.number = m.organisation
WHERE o.id = ?1 AND (m.standing <> 3 OR m.ended_at > ?2) ORDER BY m.since, m.number;

-- name: PutDutyMatter
INSERT INTO duty_matter (organisation, id, matter_key, severity, words, launch, not_for, since, standing, rounds, tried, calling, next_at, taken_by, ended_at, calls)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE
SET severity = ?4, words = ?5, launch = ?6, not_for = ?7, since = ?8, standing = ?9, rounds = ?10, tried = ?11, calling = ?12, next_at = ?13, taken_by = ?14,
    ended_at = ?15, calls = ?16
WHERE organisation = ?1;

-- name: ForgetDutyMatters
DELETE FROM duty_matter WHERE standing >= 2 AND ended_at < ?1;

-- name: RecordingByNumber
SELECT r.recording_number, r.language, r.duration, r.recorded_by, r.recorded_at, r.file
FROM recording r JOIN organisation o ON o.number = r.organisation WHERE o.id = ?1 AND r.recording_number = ?2;

-- name: Recordings
SELECT r.recording_number, r.language, r.duration, r.recorded_by, r.recorded_at, r.file
FROM recording r JOIN organisation o ON o.number = r.organisation WHERE o.id = ?1 ORDER BY r.recording_number;

-- name: SaveRecording
INSERT INTO recording (organisation, recording_number, language, duration, recorded_by, recorded_at, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (organisation, recording_number) DO UPDATE SET language = excluded.language, duration = excluded.duration, recorded_by = excluded.recorded_by,
    recorded_at = excluded.recorded_at, file = excluded.file;

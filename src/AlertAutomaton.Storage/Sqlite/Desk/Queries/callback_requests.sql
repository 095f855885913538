-- name: AddCallbackRequest
INSERT INTO callback_request (organisation, phone, language, consent_at, consent_to, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (organisation, phone) DO NOTHING;

-- name: CallbackRequests
SELECT c.id, c.phone, c.language, c.consent_at, c.consent_to
FROM callback_request c JOIN organisation o ON o.number = c.organisation WHERE o.id = ?1 ORDER BY c.number LIMIT 1000;

-- name: CallbackRequestById
SELECT id, phone, language, consent_at, consent_to FROM callback_request WHERE organisation = ?1 AND id = ?2;

-- name: CloseCallbackRequest
INSERT INTO callback_closing (organisation, id, phone, language, consent_at, consent_to, outcome, closed_by, closed_at, note)
SELECT organisation, id, phone, language, consent_at, consent_to, ?3, ?4, ?5, ?6 FROM callback_request WHERE organisation = ?1 AND id = ?2;

-- name: ForgetCallbackRequest
DELETE FROM callback_request WHERE organisation = ?1 AND id = ?2;

-- name: CallbackClosings
SELECT c.id, c.phone, c.language, c.consent_at, c.consent_to, c.outcome, c.closed_by, c.closed_at, c.note
FROM callback_closing c JOIN organisation o ON o.number = c.organisation WHERE o.id = ?1 ORDER BY c.number DESC LIMIT 1000;

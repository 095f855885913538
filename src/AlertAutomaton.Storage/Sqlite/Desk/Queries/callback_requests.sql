-- name: AddCallbackRequest
INSERT INTO callback_request (organisation, phone, language, consent_at, consent_to) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (organisation, phone) DO NOTHING;

-- name: CallbackRequests
SELECT c.phone, c.language, c.consent_at, c.consent_to
FROM callback_request c JOIN organisation o ON o.number = c.organisation WHERE o.id = ?1 ORDER BY c.number LIMIT 1000;

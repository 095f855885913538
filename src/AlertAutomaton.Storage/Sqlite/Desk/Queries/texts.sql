-- name: LastTextOfSender
SELECT words, received_at FROM inbound_text WHERE gateway = ?1 AND sender = ?2 AND receiver = ?3 ORDER BY number DESC LIMIT 1;

-- name: AddInboundText
INSERT INTO inbound_text (id, gateway, sender, phone, receiver, words, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: CloseInboundText
UPDATE inbound_text SET fate = ?2, closed_at = ?3, alert = ?4, recipient = ?5, answer = ?6 WHERE id = ?1;

-- name: OpenInboundTexts
SELECT id, gateway, sender, phone, receiver, words, received_at FROM inbound_text WHERE fate = 0 ORDER BY number LIMIT ?1;

-- name: InboundTextRows
SELECT number, id, gateway, sender, phone, receiver, words, received_at, fate, alert, recipient, answer
FROM inbound_text WHERE number < ?1 AND (?2 = 0 OR fate IN (0, 3, 4)) ORDER BY number DESC LIMIT ?3;

-- name: SameAnswer
SELECT 1 FROM text_answer
WHERE phone = ?1 AND what = ?2 AND ((?3 IS NOT NULL AND alert = ?3) OR (?3 IS NULL AND alert IS NULL AND at > ?4)) LIMIT 1;

-- name: AnswersSince
SELECT count(*) FROM text_answer WHERE phone = ?1 AND at > ?2;

-- name: AddAnswer
INSERT INTO text_answer (phone, alert, what, inbound_text, at) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: AddRefusal
INSERT INTO text_refusal (organisation, phone, inbound_text, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING;

-- name: RefusedPhones
SELECT phone FROM text_refusal r LEFT JOIN organisation o ON o.number = r.organisation WHERE r.organisation IS NULL OR o.id = ?1;

-- name: OperatorByNumber
SELECT p.id, o.id, p.operator_number, p.name, p.role, p.languages, p.registered_phone, p.may_launch, p.may_approve, p.active, p.pin
FROM operator p JOIN organisation o ON o.number = p.organisation WHERE o.id = ?1 AND p.operator_number = ?2;

-- name: OperatorById
SELECT p.id, o.id, p.operator_number, p.name, p.role, p.languages, p.registered_phone, p.may_launch, p.may_approve, p.active, p.pin
FROM operator p JOIN organisation o ON o.number = p.organisation WHERE p.id = ?1;

-- name: Operators
SELECT p.id, o.id, p.operator_number, p.name, p.role, p.languages, p.registered_phone, p.may_launch, p.may_approve, p.active, p.pin
FROM operator p JOIN organisation o ON o.number = p.organisation WHERE o.id = ?1 ORDER BY p.operator_number;

-- name: OperatorNumberTaken
SELECT 1 FROM operator WHERE organisation = ?1 AND operator_number = ?2 AND id <> ?3;

-- name: SaveOperator
INSERT INTO operator (organisation, id, operator_number, name, role, languages, registered_phone, may_launch, may_approve, active, pin)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET operator_number = excluded.operator_number, name = excluded.name, role = excluded.role, languages = excluded.languages,
    registered_phone = excluded.registered_phone, may_launch = excluded.may_launch, may_approve = excluded.may_approve, active = excluded.active,
    pin = excluded.pin;

-- name: PinAccounts
SELECT o.id, a.operator_number, a.line, a.failures, a.locks, a.locked_until, a.last_failure
FROM pin_account a JOIN organisation o ON o.number = a.organisation;

-- name: PinFailures
SELECT at, line FROM pin_failure ORDER BY number;

-- name: ForgetPinAccounts
DELETE FROM pin_account;

-- name: ForgetPinFailures
DELETE FROM pin_failure;

-- name: AddPinAccount
INSERT INTO pin_account (organisation, operator_number, line, failures, locks, locked_until, last_failure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: AddPinFailure
INSERT INTO pin_failure (line, at) VALUES (?1, ?2);

-- name: AddOrganisation
INSERT INTO organisation (id) VALUES (?1) ON CONFLICT (id) DO NOTHING;

-- name: OrganisationNumber
SELECT number FROM organisation WHERE id = ?1;

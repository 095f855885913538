-- name: ScenarioByNumber
SELECT s.payload FROM scenario s JOIN organisation o ON o.number = s.organisation WHERE o.id = ?1 AND s.scenario_number = ?2;

-- name: ScenarioById
SELECT payload FROM scenario WHERE id = ?1;

-- name: Scenarios
SELECT s.payload FROM scenario s JOIN organisation o ON o.number = s.organisation WHERE o.id = ?1 ORDER BY s.scenario_number;

-- name: ScenarioNumberTaken
SELECT 1 FROM scenario WHERE organisation = ?1 AND scenario_number = ?2 AND id <> ?3;

-- name: SaveScenario
INSERT INTO scenario (organisation, id, scenario_number, payload) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET scenario_number = excluded.scenario_number, payload = excluded.payload;

-- name: RemoveScenario
DELETE FROM scenario WHERE id = ?1;

-- name: GroupByNumber
SELECT c.name FROM contact_list c JOIN organisation o ON o.number = c.organisation WHERE o.id = ?1 AND c.list_number = ?2;

-- name: ContactListByName
SELECT c.payload FROM contact_list c JOIN organisation o ON o.number = c.organisation WHERE o.id = ?1 AND c.name = ?2;

-- name: ContactListNumberTaken
SELECT 1 FROM contact_list WHERE organisation = ?1 AND list_number = ?2 AND name <> ?3;

-- name: ReleaseContactListNumber
UPDATE contact_list SET list_number = NULL WHERE organisation = ?1 AND name = ?2;

-- name: SaveContactList
INSERT INTO contact_list (organisation, name, list_number, payload) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (organisation, name) DO UPDATE SET list_number = excluded.list_number, payload = excluded.payload;

-- name: RemoveContactList
DELETE FROM contact_list WHERE organisation = ?1 AND name = ?2;

-- Answers that came after the end of an alert are counted apart from those with which it ended.

ALTER TABLE alert ADD COLUMN late_answers INTEGER NOT NULL DEFAULT 0;

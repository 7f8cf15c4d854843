-- The part of the catalogue that a partner is for: ids, and tags of languages, with spaces between; empty for all of a kind.

alter table carelet_partner add column locations TEXT not null default '';
alter table carelet_partner add column treatments TEXT not null default '';
alter table carelet_partner add column languages TEXT not null default '';

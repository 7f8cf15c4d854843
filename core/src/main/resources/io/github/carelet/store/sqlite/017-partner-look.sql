-- What the pages of a partner and the form look like, as declarations in CSS; empty for the standard.

alter table carelet_partner add column look TEXT not null default '';

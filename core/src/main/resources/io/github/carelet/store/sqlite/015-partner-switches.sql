-- What the pages of a partner say to search engines, and whether their scripts hear how far a request is.

alter table carelet_partner add column json_ld TEXT not null default 'none';

alter table carelet_partner add column events INTEGER not null default 0;

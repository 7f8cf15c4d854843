-- When a node last served a version, so that one that nobody serves any more is not taken for the newest.

alter table carelet_catalog add column seen_at BIGINT not null default 0;

-- Names are found by longer beginnings as well: who was made findable before is made so anew.

update carelet_booking set indexed_with = null where purged_at is null;

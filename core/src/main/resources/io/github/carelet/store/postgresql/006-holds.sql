-- Times that are held while patients fill in the form, and what they take until they run out. Nothing here is about a person.

create table carelet_hold (
    id           TEXT    not null primary key,
    type         TEXT    not null,
    location     TEXT    not null,
    start_at     BIGINT  not null,
    resource     TEXT    not null,
    taken_from   BIGINT  not null,
    taken_until  BIGINT  not null,
    expires_at   BIGINT  not null
);

create index carelet_hold_taken on carelet_hold (resource, taken_from, taken_until);

create index carelet_hold_start on carelet_hold (type, location, start_at);

create index carelet_hold_expires on carelet_hold (expires_at);

-- A hold has its seats like a booking, and gives them back when it goes.

alter table carelet_place alter column booking_id drop not null;

alter table carelet_place add column hold_id TEXT references carelet_hold (id) on delete cascade;

alter table carelet_place add constraint carelet_place_whose check ((booking_id is null) <> (hold_id is null));

create index carelet_place_hold on carelet_place (hold_id) where hold_id is not null;

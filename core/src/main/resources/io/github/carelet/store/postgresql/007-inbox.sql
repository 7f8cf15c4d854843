-- What the clinic's inbox looks for.

-- How a booking came in, and when somebody at the clinic is to look at it next: a promised answer, even when it is late;
-- the end of an offer; the visit. Else, when it last changed.
alter table carelet_booking add column source TEXT not null default 'web';

alter table carelet_booking add column attend_at BIGINT not null default 0;

update carelet_booking set attend_at = case
    when status in ('requested', 'suspect') then coalesce(due_at, created_at + 86400000)
    when status in ('proposed', 'waitlisted') then coalesce(due_at, updated_at)
    when status in ('confirmed', 'arrived') then coalesce(start_at, updated_at)
    else updated_at end;

-- Whoever leafs through the inbox reads nothing but this and the rows that are shown.
create index carelet_booking_attend on carelet_booking
    (status, attend_at, reference, location, partner, start_at, start_offset);

create index carelet_booking_day on carelet_booking (location, start_at) where start_at is not null;

create index carelet_offer_start on carelet_offer (start_at);

-- What an entry of the history is, and what it says besides a note.
alter table carelet_history add column kind TEXT not null default 'change';

alter table carelet_history add column detail TEXT;

-- By what bookings are found: MACs of names, phone numbers and addresses, which tell nothing without the key. They are made
-- after a booking came, by whoever finds that it lacks them; indexed_with is the id of the key.
create table carelet_term (
    term       BYTEA not null,
    booking_id TEXT not null references carelet_booking (id),
    primary key (term, booking_id)
);

create index carelet_term_booking on carelet_term (booking_id);

alter table carelet_booking add column indexed_with TEXT;

create index carelet_booking_indexed on carelet_booking (indexed_with);

-- So that references that begin alike are beside one another, whatever the language of the database.
alter table carelet_booking alter column reference type TEXT collate "C";

-- Times that the clinic offers to patients, and what they take until they run out: see due_at of their bookings.

create table carelet_offer (
    booking_id   TEXT    not null references carelet_booking (id),
    start_at     BIGINT  not null,
    start_offset INTEGER not null,
    resource     TEXT    not null,
    taken_from   BIGINT  not null,
    taken_until  BIGINT  not null,
    primary key (booking_id, start_at)
) without rowid;

create index carelet_offer_taken on carelet_offer (resource, taken_from, taken_until);

-- When a booking is to be looked at again: a promised answer, offers that run out.

alter table carelet_booking add column due_at BIGINT;

create index carelet_booking_due on carelet_booking (due_at) where due_at is not null;

-- Whoever asked before is answered within a day.
update carelet_booking set due_at = created_at + 86400000 where status in ('requested', 'suspect');

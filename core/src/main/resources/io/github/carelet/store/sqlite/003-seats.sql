-- What a booking takes, buffers included, while its state counts.

alter table carelet_booking add column resource TEXT;

alter table carelet_booking add column taken_from BIGINT;

alter table carelet_booking add column taken_until BIGINT;

-- Whoever looks for free times reads nothing but these.
create index carelet_booking_taken on carelet_booking (resource, taken_from, taken_until, status)
    where resource is not null;

create index carelet_booking_start on carelet_booking (type, location, start_at, status)
    where start_at is not null;

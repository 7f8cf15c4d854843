-- What visits take of what can be had only so often at a time: a pool, a practitioner, the visits of a local day.
-- Each row has one seat of it from an instant until another, the latter not included. A visit has one row or, where no
-- seat is free for all of it, several that follow one another on different seats. Rows come and go, and never change.

create table carelet_resource (
    id  INTEGER primary key,
    key TEXT    not null unique
);

create table carelet_place (
    resource   INTEGER not null references carelet_resource (id),
    seat       INTEGER not null,
    from_at    BIGINT  not null,
    until_at   BIGINT  not null,
    capacity   INTEGER not null,
    booking_id TEXT    not null references carelet_booking (id),
    primary key (resource, seat, from_at),
    check (seat >= 0 and seat < capacity),
    check (from_at < until_at)
) without rowid;

create index carelet_place_time on carelet_place (resource, from_at);

create index carelet_place_booking on carelet_place (booking_id);

-- No seat is had twice at any instant. On a seat without overlaps, the last row that begins before another would end is
-- the one that ends last: if that one leaves room, all do.
create trigger carelet_place_no_overlap before insert on carelet_place
when new.from_at < (
    select p.until_at from carelet_place p
    where p.resource = new.resource and p.seat = new.seat and p.from_at < new.until_at
    order by p.from_at desc limit 1)
begin
    select raise(abort, 'carelet_place: this seat is taken then');
end;

create trigger carelet_place_no_update before update on carelet_place
begin
    select raise(abort, 'carelet_place is taken and freed, never changed');
end;

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
) without rowid;

create index carelet_hold_taken on carelet_hold (resource, taken_from, taken_until);

create index carelet_hold_start on carelet_hold (type, location, start_at);

create index carelet_hold_expires on carelet_hold (expires_at);

-- A hold has its seats like a booking, and gives them back when it goes. The table is made anew: a column that may not be
-- null can't become one that may.

alter table carelet_place rename to carelet_place_before;

drop trigger carelet_place_no_overlap;

drop trigger carelet_place_no_update;

drop index carelet_place_time;

drop index carelet_place_booking;

create table carelet_place (
    resource   INTEGER not null references carelet_resource (id),
    seat       INTEGER not null,
    from_at    BIGINT  not null,
    until_at   BIGINT  not null,
    capacity   INTEGER not null,
    booking_id TEXT    references carelet_booking (id),
    hold_id    TEXT    references carelet_hold (id) on delete cascade,
    primary key (resource, seat, from_at),
    check (seat >= 0 and seat < capacity),
    check (from_at < until_at),
    check ((booking_id is null) <> (hold_id is null))
) without rowid;

insert into carelet_place (resource, seat, from_at, until_at, capacity, booking_id)
    select resource, seat, from_at, until_at, capacity, booking_id from carelet_place_before;

drop table carelet_place_before;

create index carelet_place_time on carelet_place (resource, from_at);

create index carelet_place_booking on carelet_place (booking_id);

create index carelet_place_hold on carelet_place (hold_id) where hold_id is not null;

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

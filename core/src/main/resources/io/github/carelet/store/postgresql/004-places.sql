-- What visits take of what can be had only so often at a time: a pool, a practitioner, the visits of a local day.
-- Each row has one seat of it from an instant until another, the latter not included. A visit has one row or, where no
-- seat is free for all of it, several that follow one another on different seats.

create table carelet_resource (
    id  INTEGER generated always as identity primary key,
    key TEXT    not null unique
);

-- No seat is had twice at any instant. A resource and a seat of it are written as a range of one number, so that the
-- constraint needs no extension.
create table carelet_place (
    resource   INTEGER not null references carelet_resource (id),
    seat       INTEGER not null,
    from_at    BIGINT  not null,
    until_at   BIGINT  not null,
    capacity   INTEGER not null,
    booking_id TEXT    not null references carelet_booking (id),
    check (seat >= 0 and seat < capacity and seat < 100000),
    check (from_at < until_at),
    constraint carelet_place_no_overlap exclude using gist (
        int8range(resource * 100000::BIGINT + seat, resource * 100000::BIGINT + seat, '[]') with &&,
        int8range(from_at, until_at) with &&)
);

create index carelet_place_time on carelet_place (resource, from_at);

create index carelet_place_booking on carelet_place (booking_id);

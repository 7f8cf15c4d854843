-- What the clinic closed besides what the catalogue says: a place, a person, or a room of a place. Days are days since 1970.

create table carelet_closure (
    id           TEXT    not null primary key,
    location     TEXT,
    practitioner TEXT,
    pool         TEXT,
    from_day     BIGINT  not null,
    to_day       BIGINT  not null,
    from_minute  INTEGER,
    until_minute INTEGER,
    note         TEXT,
    actor        TEXT    not null,
    at           BIGINT  not null,
    check (location is not null or practitioner is not null)
);

create index carelet_closure_to on carelet_closure (to_day);

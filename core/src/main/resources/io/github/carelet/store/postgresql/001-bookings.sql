-- Bookings and what happened to them. Instants are milliseconds since 1970; offsets are seconds east of UTC.

create table carelet_booking (
    id                 TEXT    not null primary key,
    reference          TEXT    not null unique,
    manage_hash        BYTEA   not null unique,
    token              BYTEA   not null unique,
    fingerprint        BYTEA   not null,
    key_id             TEXT    not null,
    duplicate_key      BYTEA,
    status             TEXT    not null,
    version            INTEGER not null,
    type               TEXT    not null,
    location           TEXT    not null,
    start_at           BIGINT,
    start_offset       INTEGER,
    preferred          TEXT    not null,
    partner            TEXT,
    language           TEXT    not null,
    consent            TEXT    not null,
    sms_consent        TEXT,
    quick              INTEGER not null,
    created_at         BIGINT  not null,
    updated_at         BIGINT  not null,
    first_status       TEXT    not null,
    first_location     TEXT    not null,
    first_start_at     BIGINT,
    first_start_offset INTEGER,
    identity           BYTEA   not null,
    medical            BYTEA   not null
);

-- At most one open booking of the same name, contact, type, location and time.
create unique index carelet_booking_open on carelet_booking (duplicate_key)
    where status in ('requested', 'proposed', 'waitlisted', 'confirmed');

create table carelet_history (
    booking_id TEXT    not null references carelet_booking (id),
    version    INTEGER not null,
    at         BIGINT  not null,
    actor      TEXT    not null,
    status     TEXT    not null,
    note       BYTEA,
    primary key (booking_id, version)
);

-- What happened can't be made not to have happened.
create function carelet_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger carelet_history_append_only before update or delete or truncate on carelet_history
    for each statement execute function carelet_append_only();

-- The keys that anything here may be encrypted with, each with a probe that only it opens.
create table carelet_key (
    id    TEXT not null primary key,
    probe BYTEA not null
);

-- One row that the health check writes, to see that writing works.
create table carelet_probe (
    id     INTEGER not null primary key,
    checks BIGINT  not null
);

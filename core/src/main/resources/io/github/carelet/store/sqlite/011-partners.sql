-- Partners that an administrator added besides those of the configuration; origins with spaces between.

create table carelet_partner (
    id      TEXT   not null primary key,
    origins TEXT   not null,
    actor   TEXT   not null,
    at      BIGINT not null
);

-- Destinations to which nothing is sent, since they said that they are gone. Their messages wait.
-- More states of a message: 4 skipped, since it did not have to be sent any more.

create table carelet_disabled (
    kind        TEXT   not null,
    destination TEXT   not null,
    since       BIGINT not null,
    reason      TEXT   not null,
    primary key (kind, destination)
);

create index carelet_outbox_subject on carelet_outbox (subject, seq);

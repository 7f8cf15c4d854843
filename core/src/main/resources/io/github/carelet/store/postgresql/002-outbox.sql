-- Messages to deliver, and each attempt at it.
-- state: 0 waiting, 1 claimed until lease_until, 2 delivered, 3 dead.

create table carelet_outbox (
    seq          BIGINT  generated always as identity primary key,
    id           TEXT    not null unique,
    kind         TEXT    not null,
    destination  TEXT    not null,
    subject      TEXT    not null,
    payload      TEXT    not null,
    state        INTEGER not null default 0,
    attempts     INTEGER not null default 0,
    first_due_at BIGINT  not null,
    due_at       BIGINT  not null,
    lease_until  BIGINT
);

create index carelet_outbox_due on carelet_outbox (due_at) where state in (0, 1);

create index carelet_outbox_first_due on carelet_outbox (first_due_at) where state in (0, 1);

create index carelet_outbox_order on carelet_outbox (subject, destination, seq) where state in (0, 1);

create index carelet_outbox_dead on carelet_outbox (seq) where state = 3;

create table carelet_attempt (
    message_id TEXT    not null references carelet_outbox (id),
    number     INTEGER not null,
    at         BIGINT  not null,
    node       TEXT    not null,
    outcome    TEXT    not null,
    detail     TEXT    not null,
    next_at    BIGINT,
    primary key (message_id, number)
);

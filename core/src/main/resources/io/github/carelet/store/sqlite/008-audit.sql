-- Who at the clinic, or on its behalf, saw or changed what; no patient's word in it. Each row is sealed together with the
-- one before: see chain. The head says which row is the last one.

create table carelet_audit (
    number BIGINT not null primary key,
    at     BIGINT not null,
    actor  TEXT   not null,
    action TEXT   not null,
    about  TEXT   not null,
    detail TEXT   not null,
    key_id TEXT   not null,
    chain  BLOB   not null
);

create trigger carelet_audit_no_update before update on carelet_audit
begin
    select raise(abort, 'carelet_audit is append-only');
end;

create trigger carelet_audit_no_delete before delete on carelet_audit
begin
    select raise(abort, 'carelet_audit is append-only');
end;

-- Which rows name a booking, to find them by.
create table carelet_audit_about (
    reference TEXT   not null,
    number    BIGINT not null,
    primary key (reference, number)
) without rowid;

create table carelet_audit_head (
    id     INTEGER not null primary key check (id = 1),
    number BIGINT  not null,
    chain  BLOB    not null
);

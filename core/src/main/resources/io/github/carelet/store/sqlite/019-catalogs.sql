-- Which versions of the catalogue nodes have read, so that one that has an older one knows it.

create table carelet_catalog (
    version TEXT   not null primary key,
    read_at BIGINT not null
);

-- What patients agreed to, word for word, and what of it they took back.

alter table carelet_booking add column consent_words TEXT;

alter table carelet_booking add column sms_words TEXT;

alter table carelet_booking add column sms_revoked_at BIGINT;

alter table carelet_booking add column marketing_consent TEXT;

alter table carelet_booking add column marketing_words TEXT;

alter table carelet_booking add column marketing_revoked_at BIGINT;

-- The words that were shown, by the SHA-256 of language, line feed and text. Two versions may say the same.
create table carelet_consent_words (
    sha256   TEXT   not null,
    version  TEXT   not null,
    language TEXT   not null,
    text     TEXT   not null,
    kept_at  BIGINT not null,
    primary key (sha256, version)
);

create trigger carelet_consent_words_no_update before update on carelet_consent_words
begin
    select raise(abort, 'carelet_consent_words is append-only');
end;

create trigger carelet_consent_words_no_delete before delete on carelet_consent_words
begin
    select raise(abort, 'carelet_consent_words is append-only');
end;

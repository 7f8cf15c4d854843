-- A note may be encrypted anew with another key, which nobody can do who has no key; or forgotten, as before.

drop trigger carelet_history_no_update on carelet_history;

create trigger carelet_history_no_update before update on carelet_history
    for each row when (not ((new.note is null or old.note is not null) and new.booking_id = old.booking_id
        and new.version = old.version and new.at = old.at and new.actor = old.actor and new.status = old.status
        and new.kind = old.kind and new.detail is not distinct from old.detail))
    execute function carelet_append_only();

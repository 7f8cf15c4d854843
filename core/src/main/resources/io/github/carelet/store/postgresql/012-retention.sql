-- What is known of patients ends some time after their bookings are closed. The booking and its history stay, without them.

alter table carelet_booking add column purged_at BIGINT;

-- What happened can still not be made not to have happened; but what was noted about a patient can be forgotten.
drop trigger carelet_history_append_only on carelet_history;

create trigger carelet_history_append_only before delete or truncate on carelet_history
    for each statement execute function carelet_append_only();

create trigger carelet_history_no_update before update on carelet_history
    for each row when (not (new.note is null and new.booking_id = old.booking_id and new.version = old.version
        and new.at = old.at and new.actor = old.actor and new.status = old.status and new.kind = old.kind
        and new.detail is not distinct from old.detail))
    execute function carelet_append_only();

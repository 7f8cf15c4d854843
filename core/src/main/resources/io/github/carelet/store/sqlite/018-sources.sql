-- From which page or campaign of a partner a booking came. Never about a person, and in the clear, so that it can be counted.

alter table carelet_booking add column partner_source TEXT;

-- Which request a letter is about, so that one that could not be delivered shows there.

ALTER TABLE outbox ADD COLUMN request {blob};
CREATE INDEX outbox_request ON outbox (service, request);

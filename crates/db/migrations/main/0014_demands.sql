-- What an authority or somebody in need demands of a person's data, who asked for it here, who approved it, and that it was
-- given: on which ground stands beside it, what it names is sealed.

CREATE TABLE demand (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  subject      {blob} NOT NULL,
  ground       TEXT   NOT NULL,
  state        TEXT   NOT NULL,
  asked_by     {blob} NOT NULL,
  asked_at     {int}  NOT NULL,
  needed       {int}  NOT NULL,
  closed_by    {blob},
  closed_at    {int},
  disclosed    {blob},
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  revision     {int}  NOT NULL,
  PRIMARY KEY (service, id)
) {strict};
CREATE INDEX demand_subject ON demand (service, subject);

CREATE TABLE demand_approval (
  service  TEXT   NOT NULL,
  demand   {blob} NOT NULL,
  staff    {blob} NOT NULL,
  at       {int}  NOT NULL,
  PRIMARY KEY (service, demand, staff)
) {strict};

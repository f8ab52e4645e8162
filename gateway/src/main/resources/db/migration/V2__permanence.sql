-- Reversals, the balance of grass and livestock, parts of monitoring data, and the histories of
-- crediting.

CREATE TABLE crediting_history (
  id    varchar(600) PRIMARY KEY,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  text NOT NULL
);

CREATE TABLE monitoring_data (
  id      varchar(600) PRIMARY KEY,
  seq     bigint NOT NULL,
  block   bigint NOT NULL,
  project varchar(36) NOT NULL,
  json    text NOT NULL
);

CREATE TABLE reversal (
  id             varchar(600) PRIMARY KEY,
  seq            bigint NOT NULL,
  block          bigint NOT NULL,
  project        varchar(36) NOT NULL,
  project_number varchar(30) NOT NULL,
  region         varchar(6) NOT NULL,
  cause          varchar(40) NOT NULL,
  reported_at    timestamp with time zone NOT NULL,
  settled        boolean NOT NULL,
  held           bigint NOT NULL,
  cancelled      bigint NOT NULL,
  json           text NOT NULL
);
CREATE INDEX reversal_seq ON reversal (seq);
CREATE INDEX reversal_project ON reversal (project, seq);
CREATE INDEX reversal_project_number ON reversal (project_number, seq);

CREATE TABLE project_reversals (
  id        varchar(600) PRIMARY KEY,
  seq       bigint NOT NULL,
  block     bigint NOT NULL,
  shortfall bigint NOT NULL,
  json      varchar NOT NULL
);

CREATE TABLE stocking (
  id            varchar(600) PRIMARY KEY,
  seq           bigint NOT NULL,
  block         bigint NOT NULL,
  project       varchar(36) NOT NULL,
  calendar_year bigint NOT NULL,
  overloaded    boolean NOT NULL,
  json          text NOT NULL
);
CREATE INDEX stocking_seq ON stocking (seq);
CREATE INDEX stocking_project ON stocking (project, calendar_year);

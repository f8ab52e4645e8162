-- The projection: what the ledger says, in a form that can be searched. Everything here is derived
-- from blocks; deleting the database loses nothing.
--
-- Every table of records has: id (the parts of the ledger's key with colons between), seq (when the
-- record was first written: block * 2^20 + position of the write in the block), block (of the last
-- write), json (the record as stored on the ledger). The other columns are members of the record
-- that are filtered on. One text for H2 (MODE=PostgreSQL) and PostgreSQL.

CREATE TABLE checkpoint (
  id            integer PRIMARY KEY,
  layout        varchar(100) NOT NULL,
  block         bigint NOT NULL,
  witness_block bigint NOT NULL,
  witness       varchar(200)
);

CREATE TABLE journal (
  id          varchar(36) PRIMARY KEY,
  seq         bigint NOT NULL,
  block       bigint NOT NULL,
  transaction_id varchar(100) NOT NULL,
  action      varchar(100) NOT NULL,
  participant varchar(18) NOT NULL,
  outcome     varchar(20) NOT NULL,
  at          timestamp with time zone NOT NULL,
  json        varchar NOT NULL
);
CREATE INDEX journal_participant ON journal (participant, seq);

-- One line for each side of a movement that is a participant's; seq is twice the movement's, plus
-- one for the side that receives.
CREATE TABLE statement (
  owner        varchar(18) NOT NULL,
  seq          bigint NOT NULL,
  asset        varchar(100) NOT NULL,
  account      varchar(40) NOT NULL,
  counterparty varchar(200) NOT NULL,
  quantity     bigint NOT NULL,
  serials      varchar,
  balance      bigint NOT NULL,
  available    bigint NOT NULL,
  at           timestamp with time zone NOT NULL,
  block        bigint NOT NULL,
  instruction  varchar(36) NOT NULL,
  action       varchar(100) NOT NULL,
  PRIMARY KEY (owner, seq)
);

CREATE TABLE owner_balance (
  owner     varchar(18) NOT NULL,
  asset     varchar(100) NOT NULL,
  balance   bigint NOT NULL,
  available bigint NOT NULL,
  PRIMARY KEY (owner, asset)
);

-- Where serials went, movement by movement: the newest that covers a serial says where it is.
CREATE TABLE serial_move (
  batch       varchar(100) NOT NULL,
  first       bigint NOT NULL,
  last        bigint NOT NULL,
  seq         bigint NOT NULL,
  destination varchar(200) NOT NULL,
  instruction varchar(36) NOT NULL,
  PRIMARY KEY (batch, first, last, seq)
);

-- How much of a batch is in each kind of account. Sums of movements, so that they always add up to
-- what was issued.
CREATE TABLE batch_total (
  batch    varchar(100) NOT NULL,
  kind     varchar(40) NOT NULL,
  quantity bigint NOT NULL,
  PRIMARY KEY (batch, kind)
);

-- Records of types that this version has no table for.
CREATE TABLE other_record (
  id    varchar(600) NOT NULL,
  type  varchar(100) NOT NULL,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  text NOT NULL,
  PRIMARY KEY (type, id)
);

CREATE TABLE founding (
  id         varchar(600) PRIMARY KEY,
  seq        bigint NOT NULL,
  block      bigint NOT NULL,
  founded_at timestamp with time zone,
  json       text NOT NULL
);

CREATE TABLE region (
  id     varchar(600) PRIMARY KEY,
  seq    bigint NOT NULL,
  block  bigint NOT NULL,
  search varchar NOT NULL,
  json   varchar NOT NULL
);

CREATE TABLE participant (
  id        varchar(600) PRIMARY KEY,
  seq       bigint NOT NULL,
  block     bigint NOT NULL,
  name_zh   varchar NOT NULL,
  name_en   varchar NOT NULL,
  region    varchar(6) NOT NULL,
  roles     varchar NOT NULL,
  suspended boolean NOT NULL,
  search    varchar NOT NULL,
  json      text NOT NULL
);
CREATE INDEX participant_seq ON participant (seq);

CREATE TABLE registered_key (
  id          varchar(600) PRIMARY KEY,
  seq         bigint NOT NULL,
  block       bigint NOT NULL,
  participant varchar(18) NOT NULL,
  revoked     boolean NOT NULL,
  json        varchar NOT NULL
);
CREATE INDEX registered_key_participant ON registered_key (participant);

CREATE TABLE accreditation (
  id    varchar(600) PRIMARY KEY,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  varchar NOT NULL
);

CREATE TABLE calendar (
  id    varchar(600) PRIMARY KEY,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  varchar NOT NULL
);

CREATE TABLE batch (
  id             varchar(600) PRIMARY KEY,
  seq            bigint NOT NULL,
  block          bigint NOT NULL,
  project        varchar(36) NOT NULL,
  project_number varchar(30) NOT NULL,
  region         varchar(6) NOT NULL,
  owner          varchar(18) NOT NULL,
  report         varchar(36) NOT NULL,
  vintage        bigint NOT NULL,
  issued         bigint NOT NULL,
  issued_at      timestamp with time zone NOT NULL,
  training       boolean NOT NULL,
  json           varchar NOT NULL
);
CREATE INDEX batch_seq ON batch (seq);
CREATE INDEX batch_project ON batch (project);
CREATE INDEX batch_project_number ON batch (project_number);

CREATE TABLE holding (
  id        varchar(600) PRIMARY KEY,
  seq       bigint NOT NULL,
  block     bigint NOT NULL,
  batch     varchar(100) NOT NULL,
  owner     varchar(18) NOT NULL,
  available bigint NOT NULL,
  frozen    bigint NOT NULL,
  json      varchar NOT NULL
);
CREATE INDEX holding_owner ON holding (owner, seq);

CREATE TABLE buffer_holding (
  id       varchar(600) PRIMARY KEY,
  seq      bigint NOT NULL,
  block    bigint NOT NULL,
  quantity bigint NOT NULL,
  json     varchar NOT NULL
);

CREATE TABLE retirement (
  id          varchar(600) PRIMARY KEY,
  seq         bigint NOT NULL,
  block       bigint NOT NULL,
  at          timestamp with time zone NOT NULL,
  batch       varchar(100) NOT NULL,
  holder      varchar(18) NOT NULL,
  quantity    bigint NOT NULL,
  certificate varchar(100) NOT NULL,
  training    boolean NOT NULL,
  beneficiary varchar NOT NULL,
  json        varchar NOT NULL
);
CREATE INDEX retirement_seq ON retirement (seq);
CREATE INDEX retirement_batch ON retirement (batch);
CREATE INDEX retirement_certificate ON retirement (certificate);

CREATE TABLE trust_anchor (
  id        varchar(600) PRIMARY KEY,
  seq       bigint NOT NULL,
  block     bigint NOT NULL,
  withdrawn boolean NOT NULL,
  json      text NOT NULL
);

CREATE TABLE cancellation (
  id          varchar(600) PRIMARY KEY,
  seq         bigint NOT NULL,
  block       bigint NOT NULL,
  at          timestamp with time zone NOT NULL,
  instruction varchar(36) NOT NULL,
  batch       varchar(100) NOT NULL,
  holder      varchar(18),
  quantity    bigint NOT NULL,
  json        varchar NOT NULL
);
CREATE INDEX cancellation_seq ON cancellation (seq);
CREATE INDEX cancellation_batch ON cancellation (batch);
CREATE INDEX cancellation_instruction ON cancellation (instruction);

CREATE TABLE credit_freeze (
  id       varchar(600) PRIMARY KEY,
  seq      bigint NOT NULL,
  block    bigint NOT NULL,
  batch    varchar(100) NOT NULL,
  holder   varchar(18) NOT NULL,
  quantity bigint NOT NULL,
  json     varchar NOT NULL
);
CREATE INDEX credit_freeze_holder ON credit_freeze (holder, seq);

CREATE TABLE correction (
  id          varchar(600) PRIMARY KEY,
  seq         bigint NOT NULL,
  block       bigint NOT NULL,
  record_type varchar(100) NOT NULL,
  record      varchar(600) NOT NULL,
  json        text NOT NULL
);
CREATE INDEX correction_record ON correction (record);

-- Applied instructions that created or changed a project or a report: their histories.
CREATE TABLE journal_reference (
  type        varchar(100) NOT NULL,
  id          varchar(200) NOT NULL,
  seq         bigint NOT NULL,
  instruction varchar(36) NOT NULL,
  PRIMARY KEY (type, id, seq)
);

CREATE TABLE methodology (
  id       varchar(600) PRIMARY KEY,
  seq      bigint NOT NULL,
  block    bigint NOT NULL,
  name     varchar(100) NOT NULL,
  training boolean NOT NULL,
  search   varchar NOT NULL,
  json     text NOT NULL
);

CREATE TABLE project (
  id          varchar(600) PRIMARY KEY,
  seq         bigint NOT NULL,
  block       bigint NOT NULL,
  number      varchar(30),
  state       varchar(40) NOT NULL,
  region      varchar(6) NOT NULL,
  methodology varchar(100) NOT NULL,
  owner       varchar(18) NOT NULL,
  certifier   varchar(18) NOT NULL,
  training    boolean NOT NULL,
  search      varchar NOT NULL,
  json        text NOT NULL
);
CREATE INDEX project_seq ON project (seq);
CREATE INDEX project_number ON project (number);

CREATE TABLE project_boundary (
  id    varchar(600) PRIMARY KEY,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  text NOT NULL
);

CREATE TABLE project_comment (
  id      varchar(600) PRIMARY KEY,
  seq     bigint NOT NULL,
  block   bigint NOT NULL,
  project varchar(36) NOT NULL,
  json    text NOT NULL
);
CREATE INDEX project_comment_project ON project_comment (project, seq);

CREATE TABLE validation (
  id    varchar(600) PRIMARY KEY,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  text NOT NULL
);

CREATE TABLE project_renewal (
  id      varchar(600) PRIMARY KEY,
  seq     bigint NOT NULL,
  block   bigint NOT NULL,
  project varchar(36) NOT NULL,
  state   varchar(20) NOT NULL,
  json    text NOT NULL
);
CREATE INDEX project_renewal_project ON project_renewal (project, seq);

CREATE TABLE monitoring_report (
  id             varchar(600) PRIMARY KEY,
  seq            bigint NOT NULL,
  block          bigint NOT NULL,
  project        varchar(36) NOT NULL,
  project_number varchar(30) NOT NULL,
  state          varchar(40) NOT NULL,
  region         varchar(6) NOT NULL,
  owner          varchar(18) NOT NULL,
  training       boolean NOT NULL,
  json           text NOT NULL
);
CREATE INDEX monitoring_report_seq ON monitoring_report (seq);
CREATE INDEX monitoring_report_project ON monitoring_report (project, seq);

CREATE TABLE report_quantification (
  id    varchar(600) PRIMARY KEY,
  seq   bigint NOT NULL,
  block bigint NOT NULL,
  json  text NOT NULL
);

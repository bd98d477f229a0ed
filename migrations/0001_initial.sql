-- Plain SQL in the common subset of SQLite, PostgreSQL and D1: dates and instants are ISO text, JSON is text,
-- booleans are 0 or 1, and the application makes ids. `folded_name` holds names for searches, in lower case
-- and without accents. Every statement ends with a semicolon at the end of a line.

-- # Establishments and people

CREATE TABLE establishment (
  uai TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  commune TEXT NOT NULL,
  department_code TEXT NOT NULL,
  department TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('public', 'private')),
  agricultural INTEGER NOT NULL CHECK (agricultural IN (0, 1)),
  folded_name TEXT NOT NULL
);

CREATE INDEX establishment_by_department ON establishment (department_code, commune, uai);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  head_of_uai TEXT REFERENCES establishment (uai),
  folded_name TEXT NOT NULL
);

CREATE INDEX person_by_head_of ON person (head_of_uai) WHERE head_of_uai IS NOT NULL;
-- For pages of people in the order of their names.
CREATE INDEX person_by_name ON person (family_name, id);

-- Position 0 is the current address; earlier ones follow. An address belongs to one person for ever.
CREATE TABLE person_email (
  address TEXT NOT NULL PRIMARY KEY CHECK (address = lower(address)),
  person_id TEXT NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  UNIQUE (person_id, position)
);

CREATE TABLE person_profile (
  person_id TEXT NOT NULL REFERENCES person (id),
  profile TEXT NOT NULL CHECK (profile IN ('rupn', 'principal', 'dane')),
  PRIMARY KEY (person_id, profile)
);

CREATE INDEX person_profile_by_profile ON person_profile (profile, person_id);

-- The requests that people make to the DANE about their own data.
CREATE TABLE data_request (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('rectification', 'erasure')),
  message TEXT NOT NULL,
  made_at TEXT NOT NULL,
  settled_at TEXT,
  settled_by TEXT,
  answer TEXT,
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);

CREATE INDEX data_request_by_person ON data_request (person_id);
CREATE INDEX data_request_open ON data_request (made_at, id) WHERE settled_at IS NULL;

-- # Accounts

-- A person is bound to the subject of an identity provider once; from then on only the subject counts.
CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  provider TEXT NOT NULL CHECK (provider IN ('proconnect', 'fim', 'local')),
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE INDEX identity_by_person ON identity (person_id);

-- A sign-in that the service could not match to one person with certainty. The DANE settles it.
CREATE TABLE sign_in_doubt (
  id TEXT NOT NULL PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  provider TEXT NOT NULL CHECK (provider IN ('proconnect', 'fim', 'local')),
  email TEXT,
  given_name TEXT,
  family_name TEXT,
  reason TEXT NOT NULL,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  UNIQUE (issuer, subject)
);

-- The state that a sign-in must return from the provider. It is kept for some minutes; only the browser has
-- its secret.
CREATE TABLE sign_in_attempt (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  attempt TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX sign_in_attempt_expired ON sign_in_attempt (expires_at);

-- A row is deleted at sign-out, at the session's end, or when all sessions of a person are ended. The
-- provider needs `id_token` again to end its own session; it is stored only for providers whose token holds
-- nothing confidential (never the NUMEN). `acr` is the level of authentication that the provider stated.
-- `device` is browser and system in two words, so that a person can tell sessions apart.
CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  provider TEXT NOT NULL,
  may_head TEXT NOT NULL,
  id_token TEXT,
  acr TEXT,
  device TEXT,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_expired ON session (expires_at);

-- The declaration of an agent to head a school, where the ministry says that the agent may head one. At
-- `checked_at` the DANE accepted a declaration that contradicts another one.
CREATE TABLE headship (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  declared_at TEXT NOT NULL, checked_at TEXT,
  PRIMARY KEY (person_id, uai)
);

CREATE INDEX headship_by_establishment ON headship (uai);

-- # Engagements

-- `holds_single_role` is derived: 1 where the segment is countable and has a single role. `decided_from` is
-- the confirmation before the decision in the service: a file that still has it is outdated, not wrong.
CREATE TABLE engagement (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  missions TEXT NOT NULL,
  roles TEXT NOT NULL,
  holds_single_role INTEGER NOT NULL CHECK (holds_single_role IN (0, 1)),
  confirmation TEXT NOT NULL CHECK (
    confirmation IN ('requested', 'confirmed', 'confirmed-with-reservation', 'confirmed-by-dane', 'contested')
  ),
  confirmed_by TEXT,
  confirmed_on TEXT,
  reservation TEXT,
  decided_by TEXT,
  decided_on TEXT, decided_from TEXT,
  CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CHECK ((decided_by IS NULL) = (decided_on IS NULL))
);

CREATE INDEX engagement_by_person ON engagement (person_id);
CREATE INDEX engagement_by_establishment ON engagement (uai, person_id);
-- For finding clashes of single roles.
CREATE INDEX engagement_single_role ON engagement (uai, starts_on) WHERE holds_single_role = 1;
CREATE INDEX engagement_requested ON engagement (reference) WHERE confirmation = 'requested';
CREATE INDEX engagement_requested_at_school ON engagement (uai) WHERE confirmation = 'requested';
-- For upkeep, which looks for contested segments without an open contest.
CREATE INDEX engagement_contested ON engagement (reference) WHERE confirmation = 'contested';

-- The instant since which a segment waits for its confirmation. The row is deleted once it no longer waits.
CREATE TABLE engagement_request (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  since TEXT NOT NULL
);

CREATE INDEX engagement_request_by_person ON engagement_request (person_id);

-- Segments that their own teacher declared in the service: the teacher may change or withdraw only these. A
-- segment that was moved here by a merge of two records has no key.
CREATE TABLE declared_engagement (
  reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference),
  person_id TEXT NOT NULL REFERENCES person (id),
  declared_at TEXT NOT NULL,
  segment_key TEXT
);

CREATE INDEX declared_engagement_by_person ON declared_engagement (person_id);
-- The same segment exists once, however often its form is sent.
CREATE UNIQUE INDEX declared_engagement_once ON declared_engagement (person_id, segment_key);

-- The documents on which the DANE confirmed a segment without the principal's answer.
CREATE TABLE documentary_confirmation (
  engagement_reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference) ON DELETE CASCADE,
  confirmed_at TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  documents TEXT NOT NULL
);

-- A local authority's authorisation of a mission at a school.
CREATE TABLE authorisation (
  uai TEXT NOT NULL REFERENCES establishment (uai),
  mission TEXT NOT NULL,
  local_authority TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  convention TEXT,
  PRIMARY KEY (uai, mission, local_authority, starts_on),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

-- # Contests

-- A principal contests a segment, the teacher answers, the DANE decides. All of it is kept.
CREATE TABLE contest (
  id TEXT NOT NULL PRIMARY KEY,
  engagement_reference TEXT NOT NULL REFERENCES engagement (reference),
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  motive TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  outcome TEXT CHECK (outcome IN ('maintained', 'lifted', 'partial')),
  decision_reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  decided_references TEXT,
  withdrawn_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CHECK (decided_at IS NULL OR withdrawn_at IS NULL)
);

CREATE UNIQUE INDEX contest_open_once ON contest (engagement_reference)
  WHERE decided_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX contest_by_person ON contest (person_id, opened_at);
CREATE INDEX contest_by_establishment ON contest (uai, opened_at);
CREATE INDEX contest_open ON contest (id) WHERE decided_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX contest_by_engagement ON contest (engagement_reference);

-- # Campaigns

-- A campaign may be closed before its last day. A cancelled one is closed too, and its unanswered requests
-- are deleted.
CREATE TABLE campaign (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  closes_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at TEXT,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
);

-- A segment has one request. A later campaign takes over the unanswered requests of a closed one. A
-- declaration sends its own request, which belongs to no campaign until one takes it over.
CREATE TABLE confirmation_request (
  engagement_reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference) ON DELETE CASCADE,
  campaign_id TEXT REFERENCES campaign (id),
  requested_at TEXT NOT NULL,
  first_reminder_at TEXT,
  second_reminder_at TEXT,
  CHECK (second_reminder_at IS NULL OR first_reminder_at IS NOT NULL)
);

CREATE INDEX confirmation_request_by_campaign ON confirmation_request (campaign_id, engagement_reference);
CREATE INDEX confirmation_request_first ON confirmation_request (requested_at) WHERE first_reminder_at IS NULL;
CREATE INDEX confirmation_request_second ON confirmation_request (first_reminder_at)
  WHERE first_reminder_at IS NOT NULL AND second_reminder_at IS NULL;

-- # Coverage

-- The coverage of each school in one school year, measured again from time to time. Pages read it instead of
-- engagements. `families` holds the letters of the covered families, in their order.
CREATE TABLE establishment_coverage (
  school_year INTEGER NOT NULL,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  rupn INTEGER NOT NULL CHECK (rupn >= 0),
  requested INTEGER NOT NULL CHECK (requested >= 0),
  contested INTEGER NOT NULL CHECK (contested >= 0),
  clashes INTEGER NOT NULL CHECK (clashes >= 0),
  families TEXT NOT NULL,
  measured_at TEXT NOT NULL,
  PRIMARY KEY (school_year, uai)
);

-- # Reviews

CREATE TABLE progress_review (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  held_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('review', 'self-report')),
  PRIMARY KEY (person_id, uai, held_on, kind)
);

CREATE TABLE planned_review (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  school_year INTEGER NOT NULL,
  planned_on TEXT NOT NULL,
  planned_by TEXT NOT NULL,
  PRIMARY KEY (person_id, uai, school_year)
);

CREATE INDEX planned_review_by_establishment ON planned_review (uai, school_year);

-- The text of a review, kept for three years. The review itself is a row of progress_review and stays. Where
-- `review_known` is 1, the review was recorded before its text: deleting the text then keeps the review.
CREATE TABLE review_notes (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  held_on TEXT NOT NULL,
  notes TEXT NOT NULL,
  review_known INTEGER NOT NULL CHECK (review_known IN (0, 1)),
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (person_id, uai, held_on)
);

CREATE INDEX review_notes_by_establishment ON review_notes (uai);
CREATE INDEX review_notes_written ON review_notes (written_at);

-- # Means

-- Telephone, equipment or office that a school gives its RUPN.
CREATE TABLE means (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  kind TEXT NOT NULL CHECK (kind IN ('telephone', 'equipment', 'office')),
  description TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (person_id, uai, kind, since)
);

CREATE INDEX means_by_establishment ON means (uai);

-- # Papers

-- A printed paper with the facts that it was drawn from: its public page confirms them.
CREATE TABLE paper (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'mission-letter', 'review-record', 'imp-file')),
  person_id TEXT REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  school_year INTEGER NOT NULL,
  facts TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) = (kind = 'imp-file'))
);

CREATE INDEX paper_by_establishment ON paper (uai, made_at);
CREATE INDEX paper_by_person ON paper (person_id) WHERE person_id IS NOT NULL;

-- # Events

CREATE TABLE event (
  code TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  hours DOUBLE PRECISION CHECK (hours >= 0),
  tags TEXT NOT NULL,
  uai TEXT REFERENCES establishment (uai),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

CREATE INDEX event_by_establishment ON event (uai) WHERE uai IS NOT NULL;
CREATE INDEX event_by_start ON event (starts_on, code);

CREATE TABLE attendance (
  person_id TEXT NOT NULL REFERENCES person (id),
  event_code TEXT NOT NULL REFERENCES event (code),
  hours DOUBLE PRECISION CHECK (hours >= 0),
  proof INTEGER NOT NULL CHECK (proof BETWEEN 0 AND 3),
  PRIMARY KEY (person_id, event_code)
);

CREATE INDEX attendance_by_event ON attendance (event_code, person_id);

-- The sign-in sheet of an event: people who know its secret can register as present between two instants.
CREATE TABLE roll_call (
  secret TEXT NOT NULL PRIMARY KEY,
  event_code TEXT NOT NULL REFERENCES event (code),
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL
);

CREATE INDEX roll_call_by_event ON roll_call (event_code, made_at);

-- # Contributions

CREATE TABLE contribution (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  dated_on TEXT NOT NULL,
  url TEXT,
  validated INTEGER NOT NULL CHECK (validated IN (0, 1))
);

CREATE INDEX contribution_by_person ON contribution (person_id);

-- # Criteria

-- Versions of the criteria that the DANE adopted here, in addition to those of the software. A version
-- withdrawn before its day keeps its number and its text, and another version may take its day.
CREATE TABLE criteria_version (
  version INTEGER NOT NULL PRIMARY KEY,
  in_force_from TEXT NOT NULL,
  document TEXT NOT NULL,
  adopted_at TEXT NOT NULL,
  adopted_by TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT
);

CREATE UNIQUE INDEX criteria_version_in_force ON criteria_version (in_force_from) WHERE withdrawn_at IS NULL;

-- # Awards and proposals

-- The recipient is a person's id or a UAI. It has no foreign key, because an award outlives its erased
-- person. Several processes sign awards: one first claims an award for a short time. When the claim ends,
-- another process may take over the work of a killed one.
CREATE TABLE award (
  id TEXT NOT NULL PRIMARY KEY,
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  version INTEGER NOT NULL,
  school_year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  override_reason TEXT,
  evaluation TEXT NOT NULL,
  facts_digest TEXT NOT NULL,
  valid_until TEXT,
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  claimed_by TEXT,
  claimed_until TEXT
);

CREATE UNIQUE INDEX award_person_once ON award (recipient_id, achievement, sequence)
  WHERE recipient_kind = 'person';
CREATE UNIQUE INDEX award_establishment_once ON award (recipient_id, achievement, school_year, sequence)
  WHERE recipient_kind = 'establishment';
CREATE INDEX award_unsigned ON award (id) WHERE signed = 0;

-- Proposals of the last evaluation that are still undecided. The key sorts by school, badge and recipient.
CREATE TABLE proposal (
  id TEXT NOT NULL PRIMARY KEY,
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  version INTEGER NOT NULL,
  judged_on TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  uai TEXT,
  department_code TEXT,
  summary TEXT NOT NULL
);

CREATE INDEX proposal_by_recipient ON proposal (recipient_id, recipient_kind);
CREATE INDEX proposal_by_achievement ON proposal (achievement, id);
CREATE INDEX proposal_by_department ON proposal (department_code, id);

-- A refusal is valid for the school year of the evaluation. A reopened one is kept, with who refused it, why,
-- and who reopened it.
CREATE TABLE proposal_refusal (
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  refused_at TEXT NOT NULL,
  refused_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  reopened_at TEXT,
  reopened_by TEXT,
  PRIMARY KEY (recipient_id, recipient_kind, achievement, school_year, refused_at)
);

-- # Credentials and status lists

CREATE TABLE status_list (
  id TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size > 0),
  revision INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  published_revision INTEGER,
  document TEXT,
  valid_until TEXT,
  ordinal INTEGER NOT NULL
);

-- Where several processes find no open list, one of them opens the next.
CREATE UNIQUE INDEX status_list_ordinal ON status_list (ordinal);

CREATE TABLE credential (
  id TEXT NOT NULL PRIMARY KEY,
  award_id TEXT NOT NULL UNIQUE REFERENCES award (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  valid_from TEXT NOT NULL,
  document TEXT NOT NULL,
  jws TEXT NOT NULL,
  key_ids TEXT NOT NULL,
  status_list_id TEXT NOT NULL REFERENCES status_list (id),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  subject_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  acceptance TEXT NOT NULL CHECK (acceptance IN ('private', 'accepted', 'declined')),
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'unlisted')),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  shown_name TEXT NOT NULL CHECK (shown_name IN ('none', 'initials', 'full')),
  show_schools INTEGER NOT NULL CHECK (show_schools IN (0, 1)),
  email_identifier INTEGER NOT NULL CHECK (email_identifier IN (0, 1)),
  revoked_at TEXT,
  revoked_by TEXT,
  revocation_reason TEXT,
  erased_at TEXT,
  UNIQUE (status_list_id, status_index)
);

CREATE INDEX credential_private ON credential (id) WHERE acceptance = 'private';
CREATE INDEX credential_revoked ON credential (status_list_id, status_index) WHERE revoked_at IS NOT NULL;
-- For the newest signature, which every start and every readiness check reads to notice a clock that was set
-- back.
CREATE INDEX credential_by_valid_from ON credential (valid_from);

-- # Jobs

-- Long work, done in short steps by any process. If one is killed, another continues from the last step. A
-- decision on many proposals waits until `starts_at`, so that it can be taken back.
CREATE TABLE job (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  command TEXT NOT NULL,
  progress TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  starts_at TEXT,
  finished_at TEXT,
  claimed_by TEXT,
  claimed_until TEXT
);

CREATE INDEX job_unfinished ON job (made_at) WHERE finished_at IS NULL;
CREATE INDEX job_by_kind ON job (kind, made_at);

-- # Mail

-- Mails of the service, by ids alone. Text and address are determined when the mail is sent.
CREATE TABLE mail (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (
    kind IN ('confirmation-request', 'confirmation-reminder', 'award', 'decision', 'contest')
  ),
  person_id TEXT NOT NULL REFERENCES person (id),
  subject_ids TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped', 'refused')),
  closed_at TEXT,
  reason TEXT,
  CHECK ((state = 'waiting') = (closed_at IS NULL))
);

CREATE INDEX mail_by_person ON mail (person_id, created_at);
CREATE INDEX mail_unsent ON mail (state) WHERE state IN ('waiting', 'refused');

-- A person without a row for a kind gets mail of that kind.
CREATE TABLE mail_choice (
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('confirmation-request', 'confirmation-reminder', 'award', 'decision', 'contest')
  ),
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  PRIMARY KEY (person_id, kind)
);

-- # Outbox

-- Tasks that follow a commit: they are written with it and done afterwards. A finished row is kept for a
-- while, then deleted.
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  claimed_by TEXT,
  claimed_until TEXT,
  done_at TEXT
);

CREATE INDEX outbox_waiting ON outbox (due_at, id) WHERE done_at IS NULL;
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

-- # Uploads

-- Files that an agent sent, kept for an hour, between the dry run of an import and the import.
CREATE TABLE upload (
  id TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  files TEXT NOT NULL,
  report TEXT NOT NULL,
  imported_at TEXT
);

CREATE INDEX upload_expired ON upload (expires_at);
CREATE INDEX upload_by_owner ON upload (owner_id);

-- The bytes of an upload in base64, in parts that are small enough for every engine.
CREATE TABLE upload_part (
  upload_id TEXT NOT NULL,
  file INTEGER NOT NULL,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (upload_id, file, position)
);

-- The outcome of each line of an upload, before or after its import, for pages that show them. Kept as long
-- as the upload.
CREATE TABLE upload_line (
  upload_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (
    outcome IN ('created', 'updated', 'unchanged', 'superseded', 'refused', 'noted')
  ),
  remarked INTEGER NOT NULL CHECK (remarked IN (0, 1)),
  details TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  PRIMARY KEY (upload_id, position)
);

-- # Keys, tokens and settings

-- The public half of every key that ever signed for this service: the Multikey text of an Ed25519 key, the
-- JWK of an RSA key. Badges are verified with it, so that a lost key folder does not make earlier badges look
-- forged. No private key is ever stored here.
CREATE TABLE public_key (
  kid TEXT NOT NULL PRIMARY KEY,
  algorithm TEXT NOT NULL CHECK (algorithm IN ('Ed25519', 'RS256')),
  state TEXT NOT NULL CHECK (state IN ('active', 'retired', 'compromised')),
  created_at TEXT NOT NULL,
  retired_at TEXT,
  compromised_at TEXT,
  compromised_reason TEXT,
  public_half TEXT NOT NULL,
  CHECK (state <> 'compromised' OR (compromised_at IS NOT NULL AND compromised_reason IS NOT NULL))
);

-- A token of the API expires by itself. Only the last day of its use is kept, in UTC: one write a day, and no
-- trace of each request.
CREATE TABLE api_token (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('dane', 'reader')),
  secret_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  last_used_on TEXT,
  revoked_at TEXT
);

-- Settings made on the screens, which replace those of the configuration.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
);

-- # Audit

-- Append-only: the application has no statement that changes or deletes a row.
CREATE TABLE audit (
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT
);

CREATE INDEX audit_by_subject ON audit (subject, at);
CREATE INDEX audit_by_actor ON audit (actor, at);

-- # Premises

-- Always empty. Where a premise of a commit does not hold, the commit inserts the premise's name here: the
-- named constraint refuses the row and, with it, the whole transaction or batch, in the same way on every
-- engine.
CREATE TABLE premise (
  broken TEXT NOT NULL,
  CONSTRAINT credential_known CHECK (broken <> 'credential-known'),
  CONSTRAINT credential_revision_follows CHECK (broken <> 'credential-revision-follows'),
  CONSTRAINT credential_not_revoked CHECK (broken <> 'credential-not-revoked'),
  CONSTRAINT choice_as_read CHECK (broken <> 'choice-as-read'),
  CONSTRAINT engagement_as_read CHECK (broken <> 'engagement-as-read'),
  CONSTRAINT single_role_free CHECK (broken <> 'single-role-free'),
  CONSTRAINT engagement_still_open CHECK (broken <> 'engagement-still-open'),
  CONSTRAINT contest_still_open CHECK (broken <> 'contest-still-open'),
  CONSTRAINT reminder_not_written CHECK (broken <> 'reminder-not-written'),
  CONSTRAINT criteria_unused CHECK (broken <> 'criteria-unused'),
  CONSTRAINT dane_agent_left CHECK (broken <> 'dane-agent-left'),
  CONSTRAINT outbox_item_open CHECK (broken <> 'outbox-item-open')
);

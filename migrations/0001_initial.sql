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

-- What was typed into a form whose session had ended, until its person signs in again from the same browser,
-- which alone has the secret. It is kept for an hour.
CREATE TABLE typed_form (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  path TEXT NOT NULL,
  back TEXT NOT NULL,
  fields TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX typed_form_expired ON typed_form (expires_at);
CREATE INDEX typed_form_by_person ON typed_form (person_id);

-- The declaration of an agent to head a school, where the ministry says that the agent may head one. At
-- `checked_at` the DANE accepted a declaration that contradicts another one.
CREATE TABLE headship (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  declared_at TEXT NOT NULL,
  checked_at TEXT,
  PRIMARY KEY (person_id, uai)
);

CREATE INDEX headship_by_establishment ON headship (uai);

-- # Engagements

-- `holds_single_role` is derived: 1 where the segment is countable and has a single role. `decided_from` is
-- the confirmation before the decision in the service: a file that still has it is outdated, not wrong.
-- `sharing` is a JSON list that says, by mission, how the person shares it out: by time, by project or by
-- service.
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
  decided_on TEXT,
  decided_from TEXT,
  sharing TEXT,
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

-- Changes of a segment that its teacher asks for, and those that a principal or the DANE makes: an end, other
-- missions from a day on, a correction. They are kept as the history of the segment.
CREATE TABLE engagement_proposal (
  id TEXT NOT NULL PRIMARY KEY,
  engagement_reference TEXT NOT NULL REFERENCES engagement (reference),
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  kind TEXT NOT NULL CHECK (kind IN ('end', 'missions', 'correction')),
  -- JSON: what the segment should become, and what it was.
  asked TEXT NOT NULL,
  former TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  reason TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'refused', 'withdrawn')),
  settled_by TEXT,
  settled_at TEXT,
  settled_reason TEXT,
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CHECK ((outcome IS NULL) = (settled_by IS NULL))
);

CREATE INDEX engagement_proposal_by_person ON engagement_proposal (person_id);
CREATE INDEX engagement_proposal_by_school ON engagement_proposal (uai);
-- One proposal at a time waits about a segment.
CREATE UNIQUE INDEX engagement_proposal_waits_once ON engagement_proposal (engagement_reference)
  WHERE outcome IS NULL;
-- The queue of the DANE, the oldest first.
CREATE INDEX engagement_proposal_waiting ON engagement_proposal (proposed_at, id) WHERE outcome IS NULL;

-- Missions that the principal of a school proposes to somebody, who accepts or declines them. `carried_into`
-- is the school year into which they carry the split of the year before.
CREATE TABLE mission_proposal (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  person_id TEXT NOT NULL REFERENCES person (id),
  -- JSON lists of codes.
  missions TEXT NOT NULL,
  roles TEXT NOT NULL,
  from_day TEXT NOT NULL,
  words TEXT,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'withdrawn')),
  settled_at TEXT,
  -- As `sharing` of an engagement.
  sharing TEXT,
  to_day TEXT,
  carried_into INTEGER,
  CHECK ((outcome IS NULL) = (settled_at IS NULL))
);

CREATE INDEX mission_proposal_by_person ON mission_proposal (person_id);
CREATE INDEX mission_proposal_by_school ON mission_proposal (uai);
-- One proposal of a school at a time waits for one person.
CREATE UNIQUE INDEX mission_proposal_waits_once ON mission_proposal (uai, person_id) WHERE outcome IS NULL;

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

-- The procedure sheet of an authorised action: a link, or a PDF whose bytes stand in procedure_part.
CREATE TABLE procedure_sheet (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL,
  mission TEXT NOT NULL,
  local_authority TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  url TEXT,
  size_bytes INTEGER,
  parts INTEGER NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  UNIQUE (uai, mission, local_authority, starts_on),
  FOREIGN KEY (uai, mission, local_authority, starts_on)
    REFERENCES authorisation (uai, mission, local_authority, starts_on),
  CHECK ((url IS NULL) = (size_bytes IS NOT NULL))
);

-- The bytes of a procedure sheet in base64, in parts that are small enough for every engine.
CREATE TABLE procedure_part (
  sheet_id TEXT NOT NULL REFERENCES procedure_sheet (id),
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (sheet_id, position)
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

-- The coverage of each school on a chosen day. It is kept for a while, and measured again on demand.
CREATE TABLE coverage_on_day (
  on_day TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  rupn INTEGER NOT NULL CHECK (rupn >= 0),
  requested INTEGER NOT NULL CHECK (requested >= 0),
  contested INTEGER NOT NULL CHECK (contested >= 0),
  clashes INTEGER NOT NULL CHECK (clashes >= 0),
  families TEXT NOT NULL,
  measured_at TEXT NOT NULL,
  PRIMARY KEY (on_day, uai)
);

CREATE INDEX coverage_on_day_by_measure ON coverage_on_day (measured_at);

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
-- The list of wished trainings reads the notes of one school year, over all schools.
CREATE INDEX review_notes_by_day ON review_notes (held_on, person_id, uai);

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

-- Who is invited to an event, and what they answer.
CREATE TABLE event_invitation (
  event_code TEXT NOT NULL REFERENCES event (code),
  person_id TEXT NOT NULL REFERENCES person (id),
  invited_at TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  reminded_at TEXT,
  answer TEXT CHECK (answer IN ('coming', 'perhaps', 'not-coming')),
  answered_at TEXT,
  cancelled_at TEXT,
  PRIMARY KEY (event_code, person_id),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);

CREATE INDEX event_invitation_by_person ON event_invitation (person_id);

-- Trainings wished in the progress reviews of a school year that the DANE has taken into its plan. `wish` is
-- the text without accents, capitals and punctuation.
CREATE TABLE planned_wish (
  school_year INTEGER NOT NULL,
  wish TEXT NOT NULL,
  event_code TEXT NOT NULL REFERENCES event (code),
  taken_by TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (school_year, wish)
);

-- # Support of the DANE

-- What people ask the DANE, and what is said about it.
CREATE TABLE support_request (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('local-authority', 'technical', 'proximity', 'local-training')),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  person_id TEXT NOT NULL REFERENCES person (id),
  title TEXT NOT NULL,
  -- JSON: every text, the request itself first, with its author and its instant.
  messages TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'planned', 'closed', 'withdrawn')),
  -- 0 while it waits for the DANE, 1 afterwards: the queue is sorted by it.
  queue_rank INTEGER NOT NULL CHECK (queue_rank IN (0, 1)),
  planned_on TEXT,
  changed_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  CHECK ((state = 'open') = (queue_rank = 0))
);

CREATE INDEX support_request_by_person ON support_request (person_id);
CREATE INDEX support_request_by_school ON support_request (uai);
CREATE INDEX support_request_queue ON support_request (queue_rank, asked_at, id);

-- The yearly meeting of the DANE in a school, with its principal.
CREATE TABLE school_meeting (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  words TEXT,
  state TEXT NOT NULL CHECK (state IN ('asked', 'proposed', 'planned', 'held', 'cancelled')),
  -- The side that proposed the day, and so does not accept it.
  proposed_by TEXT CHECK (proposed_by IN ('principal', 'dane')),
  day TEXT,
  -- The three texts of a meeting that was held, who noted it, and the event of its attendances.
  projects TEXT,
  difficulties TEXT,
  prospects TEXT,
  noted_by TEXT,
  noted_as TEXT CHECK (noted_as IN ('principal', 'dane')),
  noted_at TEXT,
  event_code TEXT REFERENCES event (code),
  revision INTEGER NOT NULL,
  CHECK ((state = 'held') = (event_code IS NOT NULL)),
  CHECK (state IN ('asked', 'cancelled') OR day IS NOT NULL)
);

CREATE INDEX school_meeting_by_school ON school_meeting (uai);
CREATE INDEX school_meeting_queue ON school_meeting (state, asked_at, id);

-- The projects that the DANE runs for classes.
CREATE TABLE class_project (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  url TEXT,
  audience TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  joins_until TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ended_at TEXT
);

CREATE INDEX class_project_by_day ON class_project (joins_until, id);

-- Classes of a school that somebody enters for a project. No pupil is named.
CREATE TABLE class_participation (
  project_id TEXT NOT NULL REFERENCES class_project (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  classes TEXT NOT NULL,
  class_count INTEGER NOT NULL CHECK (class_count BETWEEN 1 AND 50),
  joined_at TEXT NOT NULL,
  PRIMARY KEY (project_id, person_id, uai)
);

CREATE INDEX class_participation_by_person ON class_participation (person_id);
CREATE INDEX class_participation_by_school ON class_participation (project_id, uai);

-- # Projects of schools

-- The digital-education projects of a school.
CREATE TABLE school_project (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  url TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

CREATE INDEX school_project_by_school ON school_project (uai, starts_on);

-- The people of the school who are associated to a project.
CREATE TABLE school_project_member (
  project_id TEXT NOT NULL REFERENCES school_project (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (project_id, person_id)
);

CREATE INDEX school_project_member_by_person ON school_project_member (person_id);

-- # Contributions

-- `title` and `description` are one name and one sentence in the author's words; a contribution may have
-- neither. `judged_by` is the agent of the DANE who validated it in the service, or took the validation back.
-- A file no longer changes that.
CREATE TABLE contribution (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  dated_on TEXT NOT NULL,
  url TEXT,
  validated INTEGER NOT NULL CHECK (validated IN (0, 1)),
  title TEXT,
  description TEXT,
  judged_by TEXT,
  judged_at TEXT
);

CREATE INDEX contribution_by_person ON contribution (person_id);
-- The queue of contributions to validate, the oldest first.
CREATE INDEX contribution_to_validate ON contribution (dated_on, reference) WHERE validated = 0;

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

-- A version of the criteria that one agent proposes and another one adopts or sends back. `figures` is JSON:
-- the figures that differ from the base version, by their pointers.
CREATE TABLE criteria_draft (
  id TEXT NOT NULL PRIMARY KEY,
  base_version INTEGER NOT NULL,
  figures TEXT NOT NULL,
  in_force_from TEXT NOT NULL,
  drafted_by TEXT NOT NULL,
  drafted_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('adopted', 'sent-back', 'withdrawn', 'replaced')),
  settled_by TEXT,
  settled_at TEXT,
  words TEXT,
  -- The number of the adopted version.
  version INTEGER,
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CHECK ((outcome IS NULL) = (settled_by IS NULL))
);

-- One draft at a time waits to be judged.
CREATE UNIQUE INDEX criteria_draft_waits_once ON criteria_draft (base_version) WHERE outcome IS NULL;
CREATE INDEX criteria_draft_by_time ON criteria_draft (drafted_at, id);

-- # Awards and proposals

-- The recipient is a person's id or a UAI. It has no foreign key, because an award outlives its erased
-- person. Several processes sign awards: one first claims an award for a short time. When the claim ends,
-- another process may take over the work of a killed one. `reminders_left` is how many of the two reminders
-- before its end the badge still waits for: six months before, and one. Each badge is found twice in its
-- life, whether a mail is due or not, so that the timer never reads it again.
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
  claimed_until TEXT,
  reminders_left INTEGER NOT NULL DEFAULT 2 CHECK (reminders_left IN (0, 1, 2))
);

CREATE UNIQUE INDEX award_person_once ON award (recipient_id, achievement, sequence)
  WHERE recipient_kind = 'person';
CREATE UNIQUE INDEX award_establishment_once ON award (recipient_id, achievement, school_year, sequence)
  WHERE recipient_kind = 'establishment';
CREATE INDEX award_unsigned ON award (id) WHERE signed = 0;
CREATE INDEX award_first_reminder ON award (valid_until, id)
  WHERE reminders_left = 2 AND valid_until IS NOT NULL;
CREATE INDEX award_last_reminder ON award (valid_until, id)
  WHERE reminders_left = 1 AND valid_until IS NOT NULL;
-- The badges of one kind, for a choice among many.
CREATE INDEX award_by_achievement ON award (achievement, id);

-- Proposals of the last evaluation that are still undecided. The key sorts by school, badge and recipient.
-- Those that a person should look at before they are granted come first in their lot.
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
  summary TEXT NOT NULL,
  to_look_at INTEGER NOT NULL DEFAULT 0 CHECK (to_look_at IN (0, 1))
);

CREATE INDEX proposal_by_recipient ON proposal (recipient_id, recipient_kind);
CREATE INDEX proposal_by_achievement ON proposal (achievement, id);
CREATE INDEX proposal_by_department ON proposal (department_code, id);
CREATE INDEX proposal_to_look_at ON proposal (to_look_at, id);

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

-- Badges, records and what programs sign have lists of their own, so that no place is ever given twice.
-- `suspension_document` is the signed list that tells which set entries are suspensions, as published with
-- its list. It is empty where no entry of the list was ever suspended.
CREATE TABLE status_list (
  id TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size > 0),
  revision INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  published_revision INTEGER,
  document TEXT,
  valid_until TEXT,
  ordinal INTEGER NOT NULL,
  suspension_document TEXT,
  kept_for TEXT NOT NULL DEFAULT 'badges' CHECK (kept_for IN ('badges', 'records', 'programs'))
);

-- Where several processes find no open list, one of them opens the next.
CREATE UNIQUE INDEX status_list_ordinal ON status_list (ordinal);

-- `title_form` is the grammatical form that the holder chose for the title of a badge with their full name.
-- The columns of a suspension are the public cause and reason, and a note for the DANE alone. All are empty
-- where the badge is not suspended.
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
  title_form TEXT NOT NULL DEFAULT 'inclusive' CHECK (title_form IN ('feminine', 'masculine', 'inclusive')),
  suspended_at TEXT,
  suspended_by TEXT,
  suspension_cause TEXT,
  suspension_reason TEXT,
  suspension_note TEXT,
  UNIQUE (status_list_id, status_index)
);

CREATE INDEX credential_private ON credential (id) WHERE acceptance = 'private';
CREATE INDEX credential_revoked ON credential (status_list_id, status_index) WHERE revoked_at IS NOT NULL;
CREATE INDEX credential_suspended ON credential (status_list_id, status_index) WHERE suspended_at IS NOT NULL;
-- For the newest signature, which every start and every readiness check reads to notice a clock that was set
-- back.
CREATE INDEX credential_by_valid_from ON credential (valid_from);
-- Badges by the keys that signed them. After a key was compromised, each issue looks for badges that it still
-- signs. Only few values exist, so that they are found one after the other in this index.
CREATE INDEX credential_by_key_ids ON credential (key_ids, id);

-- A credential that a program had signed, with a place of its own in a status list. Nothing of its content is
-- here: its id as the program gave it, the digest of what was signed, when and by which token, and whether it
-- still stands.
CREATE TABLE program_credential (
  id TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,
  status_list_id TEXT NOT NULL REFERENCES status_list (id),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  signed_at TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  revoked_at TEXT,
  suspended_at TEXT,
  UNIQUE (status_list_id, status_index),
  CHECK (revoked_at IS NULL OR suspended_at IS NULL)
);

CREATE INDEX program_credential_revoked ON program_credential (status_list_id, status_index)
  WHERE revoked_at IS NOT NULL;
CREATE INDEX program_credential_suspended ON program_credential (status_list_id, status_index)
  WHERE suspended_at IS NOT NULL;

-- # Public profiles and records

-- A person's public page, made by their own act: the badges that they chose, under one address. A removed
-- page leaves no row, and its address is never given again.
CREATE TABLE public_profile (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  id TEXT NOT NULL UNIQUE,
  name_form TEXT NOT NULL CHECK (name_form IN ('none', 'initials', 'full')),
  searchable INTEGER NOT NULL CHECK (searchable IN (0, 1)),
  made_at TEXT NOT NULL
);

CREATE TABLE public_profile_badge (
  person_id TEXT NOT NULL REFERENCES person (id),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  PRIMARY KEY (person_id, credential_id)
);

-- A person's badges in one signed document, made by their own act (CLR 2.0). A withdrawn document leaves no
-- row here.
CREATE TABLE badge_record (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  id TEXT NOT NULL UNIQUE,
  name_form TEXT NOT NULL CHECK (name_form IN ('none', 'initials', 'full')),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  valid_from TEXT NOT NULL,
  document TEXT NOT NULL,
  jws TEXT NOT NULL,
  key_ids TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  made_of TEXT NOT NULL
);

-- The place of every record in its status list, for ever, and that it was withdrawn. It names nobody.
CREATE TABLE badge_record_entry (
  record_id TEXT NOT NULL PRIMARY KEY,
  status_list_id TEXT NOT NULL REFERENCES status_list (id),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  UNIQUE (status_list_id, status_index)
);

-- # Endorsements

-- What a principal says of a person's engagement at their school, and the badge to which its holder has
-- added it.
CREATE TABLE endorsement (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL,
  comment TEXT NOT NULL,
  offered_at TEXT NOT NULL,
  declined INTEGER NOT NULL CHECK (declined IN (0, 1)),
  credential_id TEXT REFERENCES credential (id),
  UNIQUE (person_id, uai)
);

CREATE INDEX endorsement_credential ON endorsement (credential_id);

-- The public keys with which schools have signed. Each private key follows from a key of the issuer.
CREATE TABLE school_key (
  kid TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL,
  public_key_multibase TEXT NOT NULL,
  issuer_kid TEXT NOT NULL
);

CREATE INDEX school_key_uai ON school_key (uai);

-- What other bodies say of our badges: signed by them, brought by the DANE, kept as it came. It names only
-- the body that signed.
CREATE TABLE achievement_endorsement (
  id TEXT NOT NULL PRIMARY KEY,
  -- A digest of the issuer and of the id that the document states.
  endorsement_key TEXT NOT NULL,
  -- The achievement that it is about.
  achievement TEXT NOT NULL,
  version INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  form TEXT NOT NULL CHECK (form IN ('json', 'jws')),
  content TEXT NOT NULL,
  issuer_id TEXT NOT NULL,
  issuer_name TEXT,
  -- The trusted list that names the issuer, at the last verification.
  trusted_list TEXT,
  key_id TEXT NOT NULL,
  words TEXT,
  valid_from TEXT NOT NULL,
  ends_at TEXT,
  kept_at TEXT NOT NULL,
  -- The last verification, and the last one that found it good.
  result TEXT NOT NULL CHECK (result IN ('good', 'bad', 'open')),
  verdict TEXT NOT NULL,
  fault TEXT,
  looked_at TEXT NOT NULL,
  verified_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawal_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);

CREATE UNIQUE INDEX achievement_endorsement_once ON achievement_endorsement (endorsement_key)
  WHERE withdrawn_at IS NULL;
CREATE INDEX achievement_endorsement_of ON achievement_endorsement (achievement, version);

-- # Log of signed badges

-- Entries are only ever added. The tiles are those of their tree.
CREATE TABLE log_entry (
  -- From 0, without a gap.
  position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 0),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  revision INTEGER NOT NULL,
  -- Digests of the signed forms, as they are published.
  entry TEXT NOT NULL,
  UNIQUE (credential_id, revision)
);

CREATE TABLE log_tile (
  level INTEGER NOT NULL CHECK (level >= 0),
  number INTEGER NOT NULL CHECK (number >= 0),
  -- 1 to 256 hashes of 32 bytes, in base64.
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 256),
  hashes TEXT NOT NULL,
  PRIMARY KEY (level, number)
);

-- The last checkpoint of each day (UTC).
CREATE TABLE log_checkpoint (
  day TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size >= 0),
  -- The checkpoint with its signatures, as it is published.
  note TEXT NOT NULL,
  signed_at TEXT NOT NULL
);

-- Signed badges that are not in the log yet.
CREATE TABLE log_pending (
  credential_id TEXT NOT NULL REFERENCES credential (id),
  revision INTEGER NOT NULL,
  PRIMARY KEY (credential_id, revision)
);

-- # Wallets

-- Badges that their holders take into a wallet. Codes, tokens and challenges are kept as hashes alone. What
-- was not taken is deleted soon after its end.
CREATE TABLE wallet_offer (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  secret_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL UNIQUE,
  pin_hash TEXT,
  wrong_pins INTEGER NOT NULL,
  token_hash TEXT UNIQUE,
  challenge_hash TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  taken_at TEXT,
  -- The DID of the wallet's key, which then stands in the badge.
  holder TEXT,
  CHECK ((taken_at IS NULL) = (holder IS NULL))
);

CREATE INDEX wallet_offer_by_person ON wallet_offer (person_id);
CREATE INDEX wallet_offer_by_credential ON wallet_offer (credential_id);
CREATE INDEX wallet_offer_waiting ON wallet_offer (expires_at) WHERE taken_at IS NULL;

-- Numbers that a wallet signs once, so that no proof of its key is used again.
CREATE TABLE wallet_nonce (
  nonce_hash TEXT NOT NULL PRIMARY KEY,
  expires_at TEXT NOT NULL
);

CREATE INDEX wallet_nonce_by_end ON wallet_nonce (expires_at);

-- # Open Badges Host

-- The Open Badges 3.0 Host: clients that registered themselves, what people grant them, and the badges that
-- people keep here from elsewhere. Of every secret only the hash is stored.
CREATE TABLE host_client (
  id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  -- JSON: what the client says of itself, checked and never verified.
  metadata TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  -- The last time that somebody granted it anything. A client that has had no access for long is forgotten.
  last_granted_at TEXT
);

CREATE INDEX host_client_unused ON host_client (registered_at) WHERE last_granted_at IS NULL;

CREATE TABLE host_grant (
  id TEXT NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES host_client (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  -- JSON list.
  scopes TEXT NOT NULL,
  granted_at TEXT NOT NULL,
  -- From this instant on none of its tokens is valid.
  expires_at TEXT NOT NULL,
  last_used_on TEXT
);

CREATE INDEX host_grant_by_person ON host_grant (person_id);
CREATE INDEX host_grant_by_client ON host_grant (client_id);
CREATE INDEX host_grant_by_end ON host_grant (expires_at);

CREATE TABLE host_code (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES host_grant (id),
  person_id TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  challenge TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX host_code_by_grant ON host_code (grant_id);
CREATE INDEX host_code_by_person ON host_code (person_id);
CREATE INDEX host_code_by_end ON host_code (expires_at);

CREATE TABLE host_token (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
  grant_id TEXT NOT NULL REFERENCES host_grant (id),
  person_id TEXT NOT NULL,
  scopes TEXT NOT NULL,
  -- The hash of the code, or of the refresh token, that it was exchanged for. It is unique with the kind, so
  -- that each is exchanged once, whoever comes at the same moment.
  made_from TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE UNIQUE INDEX host_token_made_once ON host_token (made_from, kind);
CREATE INDEX host_token_by_grant ON host_token (grant_id);
CREATE INDEX host_token_by_person ON host_token (person_id);
CREATE INDEX host_token_by_end ON host_token (expires_at);

-- Badges that a person keeps here from elsewhere. `badge_key` is the digest of issuer and id, by which the
-- standard says that two are the same badge.
CREATE TABLE held_badge (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  badge_key TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('json', 'jws')),
  -- The text exactly as it came, and its length.
  content TEXT NOT NULL,
  characters INTEGER NOT NULL,
  -- An image that stands in the badge or around it, as a data URL.
  picture TEXT,
  name TEXT,
  issuer_id TEXT NOT NULL,
  issuer_name TEXT,
  credential_id TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  -- The name of the client that sent it; absent where the person brought it.
  sent_by TEXT,
  received_at TEXT NOT NULL,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  verdict TEXT NOT NULL,
  verified_at TEXT NOT NULL
);

CREATE UNIQUE INDEX held_badge_once ON held_badge (person_id, badge_key);

-- The Profile that a client has written for a person.
CREATE TABLE host_profile (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  document TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

-- A badge on its way to another host. What opens that host is sealed with the state, and only the hash of the
-- state is here.
CREATE TABLE badge_sending (
  state_hash TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  sealed TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX badge_sending_by_person ON badge_sending (person_id);
CREATE INDEX badge_sending_by_end ON badge_sending (expires_at);

-- # Trusted lists

-- Lists of issuers that the operator trusts, as they were last read. Each is read again every day.
CREATE TABLE trusted_list (
  -- The address or the file in the settings.
  source TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  read_at TEXT NOT NULL,
  valid_until TEXT,
  -- JSON: a list of issuers, each with id and name.
  issuers TEXT NOT NULL
);

-- # Jobs

-- Long work, done in short steps by any process. If one is killed, another continues from the last step. A
-- decision on many proposals waits until `starts_at`, so that it can be taken back. `told` is whether the
-- person who began the job was told that it is over.
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
  claimed_until TEXT,
  told INTEGER NOT NULL DEFAULT 1 CHECK (told IN (0, 1))
);

CREATE INDEX job_unfinished ON job (made_at) WHERE finished_at IS NULL;
CREATE INDEX job_by_kind ON job (kind, made_at);
CREATE INDEX job_to_tell ON job (made_by, finished_at) WHERE told = 0;

-- # Mail

-- Mails of the service, by ids alone. Text and address are determined when the mail is sent. The service
-- knows the list of kinds, so that a new kind needs no new table.
CREATE TABLE mail (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
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
  kind TEXT NOT NULL,
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

-- # Uploads and imports

-- Files that an agent sent, kept for an hour, between the dry run of an import and the import. `event` is the
-- event that the lists of an upload are about, where the sender has named one.
CREATE TABLE upload (
  id TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  files TEXT NOT NULL,
  report TEXT NOT NULL,
  imported_at TEXT,
  event TEXT
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

-- The columns of a table that its sender has matched by hand, so that a table with the same header is read
-- the same way. `columns` gives the place of each column in the header, as JSON; `titles` the header itself.
CREATE TABLE column_match (
  person_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL,
  titles TEXT NOT NULL,
  columns TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (person_id, fingerprint)
);

-- An import that can still be undone. It is kept for some weeks with what it changed.
CREATE TABLE import_run (
  id TEXT NOT NULL PRIMARY KEY,
  actor TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
);

CREATE INDEX import_run_by_moment ON import_run (begun_at);

-- What one commit of an import changed, in one row, because an import of many lines must not wait for it: the
-- kind of records and, of each, its key, the digest of what the import wrote and, where the record existed,
-- what it was before.
CREATE TABLE import_batch (
  import_id TEXT NOT NULL REFERENCES import_run (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entries TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
);

-- One record of an import whose undoing was looked at: what would happen to it, and why it stays.
CREATE TABLE import_change (
  import_id TEXT NOT NULL REFERENCES import_run (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  entry TEXT NOT NULL,
  created INTEGER NOT NULL CHECK (created IN (0, 1)),
  verdict TEXT NOT NULL CHECK (verdict IN ('undo', 'kept', 'undone', 'gone')),
  reason TEXT,
  PRIMARY KEY (import_id, position)
);

CREATE INDEX import_change_by_key ON import_change (import_id, kind, record_key);
CREATE INDEX import_change_by_verdict ON import_change (import_id, verdict, position);

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
-- The history of imports. The query writes the condition out, because an engine uses the index only then.
CREATE INDEX audit_of_imports ON audit (at) WHERE action = 'file-imported';

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

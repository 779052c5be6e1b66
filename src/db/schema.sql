-- Made by `npm run schema` from src/db/migrations. Change a migration, never this file.

-- 0001-foundation.sql

CREATE TABLE unit (
  id uuid NOT NULL,
  parent_id uuid,
  slug text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  region text NOT NULL DEFAULT ''::text,
  kind text NOT NULL DEFAULT ''::text,
  site_url text NOT NULL DEFAULT ''::text,
  address text NOT NULL DEFAULT ''::text,
  zone text NOT NULL DEFAULT 'Asia/Jakarta'::text,
  created_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  CONSTRAINT unit_pkey PRIMARY KEY (id),
  CONSTRAINT unit_slug_key UNIQUE (slug),
  CONSTRAINT unit_name_check CHECK ((name <> ''::text)),
  CONSTRAINT unit_short_name_check CHECK ((short_name <> ''::text)),
  CONSTRAINT unit_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  CONSTRAINT unit_zone_check CHECK ((zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text]))),
  CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
);
CREATE INDEX unit_parent ON unit USING btree (parent_id);

CREATE TABLE auth_user (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  two_factor_enabled boolean DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT auth_user_pkey PRIMARY KEY (id),
  CONSTRAINT auth_user_email_key UNIQUE (email)
);

CREATE TABLE auth_session (
  id text NOT NULL,
  user_id text NOT NULL,
  token text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT auth_session_pkey PRIMARY KEY (id),
  CONSTRAINT auth_session_token_key UNIQUE (token),
  CONSTRAINT auth_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_session_user ON auth_session USING btree (user_id);

CREATE TABLE auth_account (
  id text NOT NULL,
  user_id text NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT auth_account_pkey PRIMARY KEY (id),
  CONSTRAINT auth_account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_account_user ON auth_account USING btree (user_id);

CREATE TABLE auth_verification (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT auth_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verification_identifier ON auth_verification USING btree (identifier);

CREATE TABLE auth_two_factor (
  id text NOT NULL,
  user_id text NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamp with time zone,
  CONSTRAINT auth_two_factor_pkey PRIMARY KEY (id),
  CONSTRAINT auth_two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_two_factor_user ON auth_two_factor USING btree (user_id);

CREATE TABLE auth_rate_limit (
  id text NOT NULL,
  key text NOT NULL,
  count integer NOT NULL,
  last_request bigint NOT NULL,
  CONSTRAINT auth_rate_limit_pkey PRIMARY KEY (id),
  CONSTRAINT auth_rate_limit_key_key UNIQUE (key)
);

CREATE TABLE sign_in_failure (
  email text NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (email)
);

CREATE TABLE employee (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  user_id text,
  nip text,
  name text NOT NULL,
  email text,
  position text NOT NULL DEFAULT ''::text,
  phone text NOT NULL DEFAULT ''::text,
  active boolean NOT NULL DEFAULT true,
  locale text NOT NULL DEFAULT 'id'::text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  rank text NOT NULL DEFAULT ''::text,
  CONSTRAINT employee_pkey PRIMARY KEY (id),
  CONSTRAINT employee_email_key UNIQUE (email),
  CONSTRAINT employee_nip_key UNIQUE (nip),
  CONSTRAINT employee_user_id_key UNIQUE (user_id),
  CONSTRAINT employee_email_check CHECK ((email = lower(email))),
  CONSTRAINT employee_locale_check CHECK ((locale = ANY (ARRAY['id'::text, 'en'::text]))),
  CONSTRAINT employee_name_check CHECK ((name <> ''::text)),
  CONSTRAINT employee_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  CONSTRAINT employee_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  CONSTRAINT employee_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id)
);
CREATE INDEX employee_unit ON employee USING btree (unit_id);

CREATE TABLE role_grant (
  id uuid NOT NULL,
  employee_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL,
  areas text[] NOT NULL DEFAULT '{}'::text[],
  valid_from date NOT NULL,
  valid_to date,
  granted_by text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT role_grant_pkey PRIMARY KEY (id),
  CONSTRAINT role_grant_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to))),
  CONSTRAINT role_grant_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES employee(id),
  CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES auth_user(id),
  CONSTRAINT role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX role_grant_employee ON role_grant USING btree (employee_id);
CREATE INDEX role_grant_unit ON role_grant USING btree (unit_id);

CREATE TABLE audit_entry (
  seq bigint NOT NULL GENERATED ALWAYS,
  at timestamp with time zone NOT NULL,
  actor_id text,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  unit_id uuid,
  detail jsonb NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_entry_hash_key UNIQUE (hash)
);
CREATE INDEX audit_entry_subject ON audit_entry USING btree (subject_type, subject_id);
CREATE INDEX audit_entry_unit ON audit_entry USING btree (unit_id, seq);
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();

CREATE TABLE request_key (
  actor_id text NOT NULL,
  key text NOT NULL,
  at timestamp with time zone NOT NULL,
  outcome jsonb,
  CONSTRAINT request_key_pkey PRIMARY KEY (actor_id, key)
);
CREATE INDEX request_key_at ON request_key USING btree (at);

-- 0002-plan.sql

CREATE TABLE plan (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  status text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  revision integer NOT NULL DEFAULT 1,
  source_name text,
  source_sha256 text,
  approved_by text,
  approved_at timestamp with time zone,
  published_at timestamp with time zone,
  public_version integer,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT plan_pkey PRIMARY KEY (id),
  CONSTRAINT plan_unit_id_year_key UNIQUE (unit_id, year),
  CONSTRAINT plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'published'::text]))),
  CONSTRAINT plan_year_check CHECK (((year >= 2000) AND (year <= 2100))),
  CONSTRAINT plan_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES auth_user(id),
  CONSTRAINT plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE plan_version (
  plan_id uuid NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  approved_by text NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  CONSTRAINT plan_version_pkey PRIMARY KEY (plan_id, version),
  CONSTRAINT plan_version_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES auth_user(id),
  CONSTRAINT plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);

CREATE TABLE plan_area (
  plan_id uuid NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  position integer NOT NULL,
  CONSTRAINT plan_area_pkey PRIMARY KEY (plan_id, code),
  CONSTRAINT plan_area_code_check CHECK ((code = ANY (ARRAY['MP'::text, 'TT'::text, 'SDM'::text, 'AK'::text, 'PW'::text, 'PP'::text]))),
  CONSTRAINT plan_area_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);

CREATE TABLE sub_component (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  area text NOT NULL,
  no text NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  CONSTRAINT sub_component_pkey PRIMARY KEY (id),
  CONSTRAINT sub_component_plan_id_area_fkey FOREIGN KEY (plan_id, area) REFERENCES plan_area(plan_id, code),
  CONSTRAINT sub_component_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX sub_component_plan ON sub_component USING btree (plan_id);

CREATE TABLE indicator (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  sub_component_id uuid NOT NULL,
  text text NOT NULL,
  owner_text text,
  position integer NOT NULL,
  CONSTRAINT indicator_pkey PRIMARY KEY (id),
  CONSTRAINT indicator_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT indicator_sub_component_id_fkey FOREIGN KEY (sub_component_id) REFERENCES sub_component(id)
);
CREATE INDEX indicator_plan ON indicator USING btree (plan_id);
CREATE INDEX indicator_sub_component ON indicator USING btree (sub_component_id);

CREATE TABLE action (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  text text NOT NULL,
  position integer NOT NULL,
  person_id uuid,
  CONSTRAINT action_pkey PRIMARY KEY (id),
  CONSTRAINT action_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  CONSTRAINT action_person_id_fkey FOREIGN KEY (person_id) REFERENCES employee(id),
  CONSTRAINT action_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX action_indicator ON action USING btree (indicator_id);
CREATE INDEX action_person ON action USING btree (person_id);
CREATE INDEX action_plan ON action USING btree (plan_id);

CREATE TABLE evidence_slot (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  text text NOT NULL,
  position integer NOT NULL,
  CONSTRAINT evidence_slot_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_slot_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  CONSTRAINT evidence_slot_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX evidence_slot_indicator ON evidence_slot USING btree (indicator_id);
CREATE INDEX evidence_slot_plan ON evidence_slot USING btree (plan_id);

CREATE TABLE schedule (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  action_id uuid,
  text text NOT NULL,
  start_date date,
  kind text NOT NULL,
  reading jsonb NOT NULL,
  position integer NOT NULL,
  CONSTRAINT schedule_pkey PRIMARY KEY (id),
  CONSTRAINT schedule_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  CONSTRAINT schedule_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  CONSTRAINT schedule_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX schedule_indicator ON schedule USING btree (indicator_id);
CREATE INDEX schedule_plan ON schedule USING btree (plan_id);

CREATE TABLE obligation (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  action_id uuid NOT NULL,
  schedule_id uuid,
  from_date date,
  due date NOT NULL,
  person_id uuid,
  state text NOT NULL DEFAULT 'open'::text,
  done_on date,
  note text NOT NULL DEFAULT ''::text,
  settled_by text,
  settled_at timestamp with time zone,
  CONSTRAINT obligation_pkey PRIMARY KEY (id),
  CONSTRAINT obligation_action_id_due_key UNIQUE (action_id, due),
  CONSTRAINT obligation_check CHECK (((state = 'done'::text) = (done_on IS NOT NULL))),
  CONSTRAINT obligation_check1 CHECK (((state <> 'waived'::text) OR (note <> ''::text))),
  CONSTRAINT obligation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'waived'::text]))),
  CONSTRAINT obligation_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  CONSTRAINT obligation_person_id_fkey FOREIGN KEY (person_id) REFERENCES employee(id),
  CONSTRAINT obligation_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT obligation_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES schedule(id),
  CONSTRAINT obligation_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES auth_user(id)
);
CREATE INDEX obligation_person ON obligation USING btree (person_id, due);
CREATE INDEX obligation_plan_due ON obligation USING btree (plan_id, due);

CREATE TABLE plan_change (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id text,
  kind text NOT NULL,
  subject text NOT NULL,
  before jsonb,
  after jsonb,
  reason text NOT NULL DEFAULT ''::text,
  CONSTRAINT plan_change_pkey PRIMARY KEY (id),
  CONSTRAINT plan_change_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES auth_user(id),
  CONSTRAINT plan_change_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX plan_change_plan ON plan_change USING btree (plan_id, at);

CREATE TABLE plan_import (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  year integer NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  document jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  status text NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  CONSTRAINT plan_import_pkey PRIMARY KEY (id),
  CONSTRAINT plan_import_status_check CHECK ((status = ANY (ARRAY['preview'::text, 'confirmed'::text, 'discarded'::text]))),
  CONSTRAINT plan_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT plan_import_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX plan_import_unit ON plan_import USING btree (unit_id, created_at);

CREATE TABLE chapter (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  position integer NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  updated_by text,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT chapter_pkey PRIMARY KEY (id),
  CONSTRAINT chapter_plan_id_key_key UNIQUE (plan_id, key),
  CONSTRAINT chapter_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT chapter_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES auth_user(id)
);

CREATE TABLE unit_figure (
  unit_id uuid NOT NULL,
  year integer NOT NULL,
  key text NOT NULL,
  value text NOT NULL,
  source text NOT NULL DEFAULT ''::text,
  updated_by text,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT unit_figure_pkey PRIMARY KEY (unit_id, year, key),
  CONSTRAINT unit_figure_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  CONSTRAINT unit_figure_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES auth_user(id)
);

-- 0003-reminders.sql

CREATE TABLE feed (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  employee_id uuid,
  unit_id uuid,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT feed_pkey PRIMARY KEY (id),
  CONSTRAINT feed_token_hash_key UNIQUE (token_hash),
  CONSTRAINT feed_check CHECK (((employee_id IS NULL) <> (unit_id IS NULL))),
  CONSTRAINT feed_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT feed_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES employee(id),
  CONSTRAINT feed_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE reminder_digest (
  employee_id uuid NOT NULL,
  day date NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error text NOT NULL DEFAULT ''::text,
  content jsonb NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT reminder_digest_pkey PRIMARY KEY (employee_id, day),
  CONSTRAINT reminder_digest_status_check CHECK ((status = ANY (ARRAY['claimed'::text, 'sent'::text, 'failed'::text]))),
  CONSTRAINT reminder_digest_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES employee(id)
);

CREATE TABLE reminder_preference (
  employee_id uuid NOT NULL,
  days_before integer NOT NULL DEFAULT 3,
  upcoming boolean NOT NULL DEFAULT true,
  due boolean NOT NULL DEFAULT true,
  late boolean NOT NULL DEFAULT true,
  late_weekday integer NOT NULL DEFAULT 1,
  CONSTRAINT reminder_preference_pkey PRIMARY KEY (employee_id),
  CONSTRAINT reminder_preference_days_before_check CHECK (((days_before >= 0) AND (days_before <= 30))),
  CONSTRAINT reminder_preference_late_weekday_check CHECK (((late_weekday >= 1) AND (late_weekday <= 7))),
  CONSTRAINT reminder_preference_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES employee(id)
);

-- 0004-evidence.sql

CREATE TABLE file_object (
  sha256 text NOT NULL,
  size bigint NOT NULL,
  type text NOT NULL,
  stored_at timestamp with time zone NOT NULL,
  scanned_at timestamp with time zone,
  CONSTRAINT file_object_pkey PRIMARY KEY (sha256),
  CONSTRAINT file_object_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT file_object_size_check CHECK ((size > 0))
);

CREATE TABLE upload (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  created_by text NOT NULL,
  file_name text NOT NULL,
  size bigint,
  received bigint NOT NULL DEFAULT 0,
  sha256 text,
  type text,
  warnings text[] NOT NULL DEFAULT '{}'::text[],
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT upload_pkey PRIMARY KEY (id),
  CONSTRAINT upload_check CHECK (((sha256 IS NULL) OR (type IS NOT NULL))),
  CONSTRAINT upload_file_name_check CHECK ((file_name <> ''::text)),
  CONSTRAINT upload_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT upload_sha256_fkey FOREIGN KEY (sha256) REFERENCES file_object(sha256),
  CONSTRAINT upload_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX upload_expiry ON upload USING btree (expires_at);
CREATE INDEX upload_object ON upload USING btree (sha256);
CREATE INDEX upload_owner ON upload USING btree (created_by, unit_id);

CREATE TABLE evidence (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  document_number text NOT NULL DEFAULT ''::text,
  document_date date,
  period_from date,
  period_to date,
  valid_until date,
  page text NOT NULL DEFAULT ''::text,
  language text NOT NULL DEFAULT 'id'::text,
  keywords text[] NOT NULL DEFAULT '{}'::text[],
  confidentiality text NOT NULL DEFAULT 'internal'::text,
  state text NOT NULL DEFAULT 'submitted'::text,
  version integer NOT NULL DEFAULT 1,
  revision integer NOT NULL DEFAULT 1,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  withdrawn_reason text NOT NULL DEFAULT ''::text,
  CONSTRAINT evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_check CHECK (((period_from IS NULL) OR (period_to IS NULL) OR (period_from <= period_to))),
  CONSTRAINT evidence_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['open'::text, 'internal'::text, 'restricted'::text]))),
  CONSTRAINT evidence_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'returned'::text, 'withdrawn'::text]))),
  CONSTRAINT evidence_title_check CHECK ((title <> ''::text)),
  CONSTRAINT evidence_withdrawn_why CHECK (((state = 'withdrawn'::text) = (withdrawn_reason <> ''::text))),
  CONSTRAINT evidence_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT evidence_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX evidence_unit ON evidence USING btree (unit_id, created_at);
CREATE INDEX evidence_unit_state ON evidence USING btree (unit_id, state);
CREATE TRIGGER evidence_searched AFTER UPDATE ON evidence REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION evidence_was_changed();

CREATE TABLE evidence_version (
  evidence_id uuid NOT NULL,
  no integer NOT NULL,
  sha256 text,
  file_name text,
  type text,
  url text,
  url_title text,
  url_checked_on date,
  warnings text[] NOT NULL DEFAULT '{}'::text[],
  uploaded_by text NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  CONSTRAINT evidence_version_pkey PRIMARY KEY (evidence_id, no),
  CONSTRAINT evidence_version_check CHECK (((sha256 IS NULL) <> (url IS NULL))),
  CONSTRAINT evidence_version_check1 CHECK (((sha256 IS NULL) OR ((file_name IS NOT NULL) AND (type IS NOT NULL)))),
  CONSTRAINT evidence_version_no_check CHECK ((no > 0)),
  CONSTRAINT evidence_version_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  CONSTRAINT evidence_version_sha256_fkey FOREIGN KEY (sha256) REFERENCES file_object(sha256),
  CONSTRAINT evidence_version_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES auth_user(id)
);
CREATE INDEX evidence_version_object ON evidence_version USING btree (sha256);
CREATE TRIGGER evidence_version_append_only BEFORE DELETE OR UPDATE ON evidence_version FOR EACH ROW EXECUTE FUNCTION evidence_keeps_its_past();
CREATE TRIGGER evidence_version_searched AFTER INSERT ON evidence_version REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION evidence_was_changed();

CREATE TABLE evidence_link (
  id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  obligation_id uuid,
  slot_text text NOT NULL DEFAULT ''::text,
  item_code text,
  subject text NOT NULL,
  page text NOT NULL DEFAULT ''::text,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  cycle_id uuid,
  CONSTRAINT evidence_link_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT evidence_link_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id),
  CONSTRAINT evidence_link_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  CONSTRAINT evidence_link_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(id) ON DELETE SET NULL
);
CREATE INDEX evidence_link_evidence ON evidence_link USING btree (evidence_id);
CREATE UNIQUE INDEX evidence_link_item ON evidence_link USING btree (cycle_id, item_code, evidence_id) WHERE (cycle_id IS NOT NULL);
CREATE UNIQUE INDEX evidence_link_obligation ON evidence_link USING btree (obligation_id, slot_text, evidence_id) WHERE (obligation_id IS NOT NULL);
CREATE TRIGGER evidence_link_while_open BEFORE INSERT OR DELETE OR UPDATE OF evidence_id, item_code, cycle_id, page ON evidence_link FOR EACH ROW EXECUTE FUNCTION assessment_cycle_must_be_open();

CREATE TABLE evidence_review (
  id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  version integer NOT NULL,
  decision text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  facts jsonb NOT NULL,
  reviewed_by text NOT NULL,
  reviewed_at timestamp with time zone NOT NULL,
  CONSTRAINT evidence_review_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_review_check CHECK (((decision = 'accepted'::text) OR (reason <> ''::text))),
  CONSTRAINT evidence_review_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'returned'::text]))),
  CONSTRAINT evidence_review_evidence_id_version_fkey FOREIGN KEY (evidence_id, version) REFERENCES evidence_version(evidence_id, no),
  CONSTRAINT evidence_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES auth_user(id)
);
CREATE INDEX evidence_review_evidence ON evidence_review USING btree (evidence_id, reviewed_at);
CREATE TRIGGER evidence_review_append_only BEFORE DELETE OR UPDATE ON evidence_review FOR EACH ROW EXECUTE FUNCTION evidence_keeps_its_past();

CREATE TABLE share_link (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  evidence_id uuid,
  item_code text,
  year integer,
  code_hash text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  last_opened_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  opened integer NOT NULL DEFAULT 0,
  CONSTRAINT share_link_pkey PRIMARY KEY (id),
  CONSTRAINT share_link_check CHECK (((evidence_id IS NULL) <> (item_code IS NULL))),
  CONSTRAINT share_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT share_link_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  CONSTRAINT share_link_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE UNIQUE INDEX share_link_code ON share_link USING btree (code_hash);
CREATE INDEX share_link_evidence ON share_link USING btree (evidence_id);
CREATE INDEX share_link_unit ON share_link USING btree (unit_id);

-- 0005-people.sql

CREATE TABLE employee_import (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  file_name text NOT NULL,
  content jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT employee_import_pkey PRIMARY KEY (id),
  CONSTRAINT employee_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id) ON DELETE CASCADE,
  CONSTRAINT employee_import_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX employee_import_created ON employee_import USING btree (created_at);

-- 0006-api-token.sql

CREATE TABLE api_token (
  id uuid NOT NULL,
  user_id text NOT NULL,
  name text NOT NULL,
  scope text NOT NULL,
  token_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_token_check CHECK ((created_at < expires_at)),
  CONSTRAINT api_token_name_check CHECK ((name <> ''::text)),
  CONSTRAINT api_token_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text]))),
  CONSTRAINT api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX api_token_user ON api_token USING btree (user_id);

-- 0008-assessment.sql

CREATE TABLE instrument (
  hash text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  content jsonb NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT instrument_pkey PRIMARY KEY (hash),
  CONSTRAINT instrument_hash_kind_key UNIQUE (hash, kind),
  CONSTRAINT instrument_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT instrument_id_check CHECK ((id <> ''::text)),
  CONSTRAINT instrument_kind_check CHECK ((kind = ANY (ARRAY['scored'::text, 'checklist'::text])))
);
CREATE INDEX instrument_id ON instrument USING btree (id);
CREATE TRIGGER instrument_append_only BEFORE DELETE OR UPDATE ON instrument FOR EACH ROW EXECUTE FUNCTION assessment_keeps_its_past();
CREATE TRIGGER instrument_not_emptied BEFORE TRUNCATE ON instrument FOR EACH STATEMENT EXECUTE FUNCTION assessment_keeps_its_past();

CREATE TABLE assessment_cycle (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL,
  instrument_hash text NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  version integer NOT NULL DEFAULT 1,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_cycle_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_cycle_unit_id_year_kind_key UNIQUE (unit_id, year, kind),
  CONSTRAINT assessment_cycle_kind_check CHECK ((kind = ANY (ARRAY['scored'::text, 'checklist'::text]))),
  CONSTRAINT assessment_cycle_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'reopened'::text, 'closed'::text]))),
  CONSTRAINT assessment_cycle_year_check CHECK (((year >= 2000) AND (year <= 2100))),
  CONSTRAINT assessment_cycle_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT assessment_cycle_instrument_hash_kind_fkey FOREIGN KEY (instrument_hash, kind) REFERENCES instrument(hash, kind),
  CONSTRAINT assessment_cycle_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX assessment_cycle_instrument ON assessment_cycle USING btree (instrument_hash);
CREATE TRIGGER assessment_cycle_pinned BEFORE UPDATE ON assessment_cycle FOR EACH ROW EXECUTE FUNCTION assessment_cycle_keeps_its_instrument();

CREATE TABLE assessment_move (
  cycle_id uuid NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  content jsonb NOT NULL,
  moved_by text NOT NULL,
  moved_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_move_pkey PRIMARY KEY (cycle_id, version),
  CONSTRAINT assessment_move_check CHECK (((state <> 'reopened'::text) OR (reason <> ''::text))),
  CONSTRAINT assessment_move_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'reopened'::text, 'closed'::text]))),
  CONSTRAINT assessment_move_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id),
  CONSTRAINT assessment_move_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES auth_user(id)
);
CREATE TRIGGER assessment_move_append_only BEFORE DELETE OR UPDATE ON assessment_move FOR EACH ROW EXECUTE FUNCTION assessment_keeps_its_past();

CREATE TABLE assessment_answer (
  cycle_id uuid NOT NULL,
  code text NOT NULL,
  value jsonb,
  explanation text NOT NULL DEFAULT ''::text,
  returned_reason text NOT NULL DEFAULT ''::text,
  version integer NOT NULL,
  updated_by text NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_answer_pkey PRIMARY KEY (cycle_id, code),
  CONSTRAINT assessment_answer_code_check CHECK ((code <> ''::text)),
  CONSTRAINT assessment_answer_version_check CHECK ((version > 0)),
  CONSTRAINT assessment_answer_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id),
  CONSTRAINT assessment_answer_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES auth_user(id)
);
CREATE TRIGGER assessment_answer_while_open BEFORE INSERT OR DELETE OR UPDATE ON assessment_answer FOR EACH ROW EXECUTE FUNCTION assessment_cycle_must_be_open();

CREATE TABLE assessment_answer_history (
  cycle_id uuid NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  change text NOT NULL,
  value jsonb,
  explanation text NOT NULL,
  returned_reason text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_answer_history_pkey PRIMARY KEY (cycle_id, code, version),
  CONSTRAINT assessment_answer_history_change_check CHECK ((change = ANY (ARRAY['saved'::text, 'returned'::text, 'carried'::text]))),
  CONSTRAINT assessment_answer_history_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES auth_user(id),
  CONSTRAINT assessment_answer_history_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id)
);
CREATE TRIGGER assessment_answer_history_append_only BEFORE DELETE OR UPDATE ON assessment_answer_history FOR EACH ROW EXECUTE FUNCTION assessment_keeps_its_past();

CREATE TABLE assessment_effort (
  cycle_id uuid NOT NULL,
  code text NOT NULL,
  effort integer NOT NULL,
  CONSTRAINT assessment_effort_pkey PRIMARY KEY (cycle_id, code),
  CONSTRAINT assessment_effort_effort_check CHECK (((effort >= 1) AND (effort <= 100))),
  CONSTRAINT assessment_effort_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id)
);

-- 0009-passkey.sql

CREATE TABLE passkey (
  id text NOT NULL,
  user_id text NOT NULL,
  name text NOT NULL,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}'::text[],
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_name_check CHECK ((name <> ''::text)),
  CONSTRAINT passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX passkey_user ON passkey USING btree (user_id);

-- 0010-evidence-content.sql

CREATE TABLE evidence_content (
  sha256 text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 1,
  started_at timestamp with time zone NOT NULL,
  problem text,
  text text NOT NULL DEFAULT ''::text,
  pages integer,
  suggested jsonb NOT NULL DEFAULT '{}'::jsonb,
  warnings text[] NOT NULL DEFAULT '{}'::text[],
  thumbnail bytea,
  CONSTRAINT evidence_content_pkey PRIMARY KEY (sha256),
  CONSTRAINT evidence_content_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'read'::text, 'failed'::text]))),
  CONSTRAINT evidence_content_sha256_fkey FOREIGN KEY (sha256) REFERENCES file_object(sha256) ON DELETE CASCADE
);
CREATE INDEX evidence_content_unfinished ON evidence_content USING btree (started_at) WHERE (state = 'reading'::text);
CREATE TRIGGER evidence_content_searched AFTER UPDATE ON evidence_content REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION evidence_was_changed();

CREATE TABLE evidence_search (
  evidence_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  restricted boolean NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  year integer NOT NULL,
  head tsvector NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT evidence_search_pkey PRIMARY KEY (evidence_id),
  CONSTRAINT evidence_search_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE CASCADE
);
CREATE INDEX evidence_search_head ON evidence_search USING gin (head);
CREATE INDEX evidence_search_unit ON evidence_search USING btree (unit_id, created_at);
CREATE INDEX evidence_search_words ON evidence_search USING gin (words);

CREATE TABLE evidence_word (
  word text NOT NULL,
  CONSTRAINT evidence_word_pkey PRIMARY KEY (word)
);
CREATE INDEX evidence_word_like ON evidence_word USING gin (word gin_trgm_ops);

CREATE TABLE evidence_explanation (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  year integer NOT NULL,
  key text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  explained_by text NOT NULL,
  explained_at timestamp with time zone NOT NULL,
  CONSTRAINT evidence_explanation_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_explanation_text_check CHECK ((text <> ''::text)),
  CONSTRAINT evidence_explanation_explained_by_fkey FOREIGN KEY (explained_by) REFERENCES auth_user(id),
  CONSTRAINT evidence_explanation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX evidence_explanation_unit ON evidence_explanation USING btree (unit_id, year, explained_at);
CREATE TRIGGER evidence_explanation_append_only BEFORE DELETE OR UPDATE ON evidence_explanation FOR EACH ROW EXECUTE FUNCTION evidence_keeps_its_past();

-- 0010-evidence-import.sql

CREATE TABLE evidence_import (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  year integer NOT NULL,
  source text NOT NULL,
  name text NOT NULL,
  sha256 text,
  state text NOT NULL,
  problem text,
  alive_at timestamp with time zone,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  started_by text,
  run integer NOT NULL DEFAULT 0,
  deaths integer NOT NULL DEFAULT 0,
  CONSTRAINT evidence_import_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_import_source_check CHECK ((source = ANY (ARRAY['zip'::text, 'folder'::text, 'links'::text]))),
  CONSTRAINT evidence_import_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'stopped'::text, 'done'::text]))),
  CONSTRAINT evidence_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id),
  CONSTRAINT evidence_import_sha256_fkey FOREIGN KEY (sha256) REFERENCES file_object(sha256) ON DELETE SET NULL,
  CONSTRAINT evidence_import_started_by_fkey FOREIGN KEY (started_by) REFERENCES auth_user(id),
  CONSTRAINT evidence_import_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX evidence_import_object ON evidence_import USING btree (sha256);
CREATE INDEX evidence_import_unit ON evidence_import USING btree (unit_id, created_at);

CREATE TABLE evidence_import_file (
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  position integer NOT NULL,
  path text NOT NULL,
  url text,
  size bigint,
  confidence integer NOT NULL DEFAULT 0,
  reasons jsonb NOT NULL DEFAULT '[]'::jsonb,
  suggested jsonb NOT NULL DEFAULT '[]'::jsonb,
  choice text NOT NULL,
  obligation_id uuid,
  slot_text text NOT NULL DEFAULT ''::text,
  state text NOT NULL DEFAULT 'listed'::text,
  problem jsonb,
  evidence_id uuid,
  checked_on date,
  answered boolean,
  tries integer NOT NULL DEFAULT 0,
  CONSTRAINT evidence_import_file_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_import_file_import_id_position_key UNIQUE (import_id, "position"),
  CONSTRAINT evidence_import_file_choice_check CHECK ((choice = ANY (ARRAY['take'::text, 'skip'::text]))),
  CONSTRAINT evidence_import_file_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'taken'::text, 'refused'::text]))),
  CONSTRAINT evidence_import_file_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  CONSTRAINT evidence_import_file_import_id_fkey FOREIGN KEY (import_id) REFERENCES evidence_import(id) ON DELETE CASCADE,
  CONSTRAINT evidence_import_file_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(id) ON DELETE SET NULL
);
CREATE INDEX evidence_import_file_state ON evidence_import_file USING btree (import_id, state);

-- 0011-assessment-bundle.sql

CREATE TABLE signing_key (
  fingerprint text NOT NULL,
  public_key text NOT NULL,
  first_used_at timestamp with time zone NOT NULL,
  CONSTRAINT signing_key_pkey PRIMARY KEY (fingerprint),
  CONSTRAINT signing_key_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT signing_key_public_key_check CHECK ((public_key ~ '^[0-9a-f]{64}$'::text))
);
CREATE TRIGGER signing_key_append_only BEFORE DELETE OR UPDATE ON signing_key FOR EACH ROW EXECUTE FUNCTION assessment_keeps_its_past();

CREATE TABLE assessment_bundle (
  cycle_id uuid NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  key_fingerprint text NOT NULL,
  closed_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_bundle_pkey PRIMARY KEY (cycle_id),
  CONSTRAINT assessment_bundle_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT assessment_bundle_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id),
  CONSTRAINT assessment_bundle_key_fingerprint_fkey FOREIGN KEY (key_fingerprint) REFERENCES signing_key(fingerprint)
);
CREATE INDEX assessment_bundle_key ON assessment_bundle USING btree (key_fingerprint);
CREATE TRIGGER assessment_bundle_append_only BEFORE DELETE OR UPDATE ON assessment_bundle FOR EACH ROW EXECUTE FUNCTION assessment_keeps_its_past();

-- 0012-instrument-wording.sql

CREATE TABLE instrument_wording (
  unit_id uuid NOT NULL,
  instrument_hash text NOT NULL,
  wording jsonb NOT NULL,
  file_name text NOT NULL,
  taken_by text NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  CONSTRAINT instrument_wording_pkey PRIMARY KEY (unit_id, instrument_hash),
  CONSTRAINT instrument_wording_instrument_hash_fkey FOREIGN KEY (instrument_hash) REFERENCES instrument(hash),
  CONSTRAINT instrument_wording_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES auth_user(id),
  CONSTRAINT instrument_wording_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX instrument_wording_instrument ON instrument_wording USING btree (instrument_hash);

CREATE TABLE assessment_workbook (
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  file_name text NOT NULL,
  content jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_workbook_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_workbook_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_user(id) ON DELETE CASCADE,
  CONSTRAINT assessment_workbook_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES assessment_cycle(id)
);
CREATE INDEX assessment_workbook_created ON assessment_workbook USING btree (created_at);
CREATE INDEX assessment_workbook_cycle ON assessment_workbook USING btree (cycle_id);

-- 0015-object-removal.sql

CREATE TABLE object_removal (
  sha256 text NOT NULL,
  no integer NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  over boolean NOT NULL,
  CONSTRAINT object_removal_pkey PRIMARY KEY (sha256),
  CONSTRAINT object_removal_no_check CHECK ((no > 0)),
  CONSTRAINT object_removal_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

-- Functions

CREATE OR REPLACE FUNCTION assessment_cycle_keeps_its_instrument()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'closed' then
    raise exception 'assessment cycle % is closed', old.id;
  end if;
  if (new.unit_id, new.year, new.kind, new.instrument_hash)
    is distinct from (old.unit_id, old.year, old.kind, old.instrument_hash) then
    raise exception 'assessment cycle % keeps its unit, year and instrument', old.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION assessment_cycle_must_be_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched uuid := case when tg_op = 'DELETE' then old.cycle_id else new.cycle_id end;
  stands text;
begin
  if touched is not null then
    select state into stands from assessment_cycle where id = touched for share;
    if stands not in ('open', 'reopened') then
      raise exception 'assessment cycle % is %', touched, stands;
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION assessment_keeps_its_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append only', tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION audit_entry_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audit_entry is append only';
end $function$;

CREATE OR REPLACE FUNCTION evidence_keeps_its_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append only', tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION evidence_parts(raw text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select translate(raw, '/._-', '    ')
$function$;

CREATE OR REPLACE FUNCTION evidence_was_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'evidence' then
    perform refresh_evidence_search(array(select id from fresh));
  elsif tg_table_name = 'evidence_version' then
    perform refresh_evidence_search(array(select evidence_id from fresh));
  else
    perform refresh_evidence_search(array(
      select v.evidence_id from evidence_version v join fresh on fresh.sha256 = v.sha256
    ));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION refresh_evidence_search(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into evidence_search
    (evidence_id, unit_id, kind, state, restricted, created_by, created_at, year, head, words)
  select e.id, e.unit_id, e.kind, e.state, e.confidentiality = 'restricted', e.created_by, e.created_at,
    extract(year from coalesce(e.document_date, e.period_from, (e.created_at at time zone 'UTC')::date)),
    named.head,
    named.head || to_tsvector('indonesian', evidence_parts(left(coalesce(c.text, ''), 250000)))
  from evidence e
  join evidence_version v on v.evidence_id = e.id and v.no = e.version
  left join evidence_content c on c.sha256 = v.sha256
  cross join lateral (
    select setweight(to_tsvector('indonesian', evidence_parts(e.title || ' ' || e.document_number)), 'A')
      || setweight(to_tsvector('indonesian', evidence_parts(array_to_string(e.keywords, ' '))), 'B')
      || setweight(to_tsvector('indonesian', evidence_parts(coalesce(v.file_name, v.url_title, ''))), 'C') as head
  ) named
  where e.id = any (ids)
  on conflict (evidence_id) do update set
    kind = excluded.kind, state = excluded.state, restricted = excluded.restricted, year = excluded.year,
    head = excluded.head, words = excluded.words;

  insert into evidence_word (word)
  select distinct token.lexeme
  from evidence e
  join evidence_version v on v.evidence_id = e.id and v.no = e.version
  left join evidence_content c on c.sha256 = v.sha256
  cross join lateral unnest(to_tsvector('simple', evidence_parts(concat_ws(' ', e.title,
    array_to_string(e.keywords, ' '), v.file_name, v.url_title, left(c.text, 250000))))) as token
  where e.id = any (ids) and token.lexeme ~ '^[[:alpha:]]{4,30}$'
  order by token.lexeme
  on conflict do nothing;
end $function$;

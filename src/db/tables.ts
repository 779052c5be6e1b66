import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { LocalDate } from '../core/shared/local-date.ts'

/** A moment: read as a Date, written as one. */
type Moment = ColumnType<Date, Date, Date>
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>
/** JSON that the database parses; written as text. */
type Json = JSONColumnType<Record<string, unknown>>

export type Tables = {
  unit: {
    id: string
    parent_id: string | null
    slug: string
    name: string
    short_name: string
    region: Generated<string>
    kind: Generated<string>
    site_url: Generated<string>
    address: Generated<string>
    zone: Generated<string>
    created_at: Moment
    closed_at: MaybeMoment
  }
  auth_user: {
    id: string
    name: string
    email: string
    email_verified: boolean
    image: string | null
    two_factor_enabled: Generated<boolean | null>
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  auth_session: {
    id: string
    user_id: string
    token: string
    expires_at: Moment
    ip_address: string | null
    user_agent: string | null
    created_at: Generated<Date>
    updated_at: Moment
  }
  auth_account: {
    id: string
    user_id: string
    account_id: string
    provider_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: MaybeMoment
    refresh_token_expires_at: MaybeMoment
    scope: string | null
    password: string | null
    created_at: Generated<Date>
    updated_at: Moment
  }
  auth_verification: {
    id: string
    identifier: string
    value: string
    expires_at: Moment
    created_at: Generated<Date>
    updated_at: Moment
  }
  auth_two_factor: {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: Generated<boolean | null>
    failed_verification_count: Generated<number | null>
    locked_until: MaybeMoment
  }
  auth_rate_limit: { id: string; key: string; count: number; last_request: number }
  sign_in_failure: { email: string; failures: number; last_at: Moment; locked_until: MaybeMoment }
  employee: {
    id: string
    unit_id: string
    user_id: string | null
    nip: string | null
    name: string
    email: string | null
    position: Generated<string>
    phone: Generated<string>
    active: Generated<boolean>
    locale: Generated<string>
    created_at: Moment
    updated_at: Moment
  }
  role_grant: {
    id: string
    employee_id: string
    unit_id: string
    role: string
    areas: Generated<string[]>
    valid_from: LocalDate
    valid_to: LocalDate | null
    granted_by: string | null
    created_at: Moment
  }
  audit_entry: {
    seq: Generated<number>
    at: Moment
    actor_id: string | null
    action: string
    subject_type: string
    subject_id: string
    unit_id: string | null
    detail: Json
    previous: string
    hash: string
  }
  request_key: {
    actor_id: string
    key: string
    at: Moment
    outcome: ColumnType<unknown, string | null | undefined, string | null>
  }
  plan: {
    id: string
    unit_id: string
    year: number
    title: string
    status: 'draft' | 'submitted' | 'approved' | 'published'
    version: Generated<number>
    revision: Generated<number>
    source_name: string | null
    source_sha256: string | null
    approved_by: string | null
    approved_at: MaybeMoment
    published_at: MaybeMoment
    public_version: number | null
    created_at: Moment
    updated_at: Moment
  }
  plan_version: {
    plan_id: string
    version: number
    content: Json
    approved_by: string
    approved_at: Moment
    note: Generated<string>
  }
  plan_area: { plan_id: string; code: string; label: string; position: number }
  sub_component: { id: string; plan_id: string; area: string; no: string; name: string; position: number }
  indicator: {
    id: string
    plan_id: string
    sub_component_id: string
    text: string
    owner_text: string | null
    position: number
  }
  action: {
    id: string
    plan_id: string
    indicator_id: string
    text: string
    position: number
    person_id: string | null
  }
  evidence_slot: { id: string; plan_id: string; indicator_id: string; text: string; position: number }
  schedule: {
    id: string
    plan_id: string
    indicator_id: string
    action_id: string | null
    text: string
    start_date: LocalDate | null
    kind: string
    reading: Json
    position: number
  }
  obligation: {
    id: string
    plan_id: string
    action_id: string
    schedule_id: string | null
    from_date: LocalDate | null
    due: LocalDate
    person_id: string | null
    state: Generated<'open' | 'done' | 'waived'>
    done_on: LocalDate | null
    note: Generated<string>
    settled_by: string | null
    settled_at: MaybeMoment
  }
  plan_change: {
    id: string
    plan_id: string
    at: Moment
    actor_id: string | null
    kind: string
    subject: string
    before: ColumnType<unknown, string | null | undefined, string | null>
    after: ColumnType<unknown, string | null | undefined, string | null>
    reason: Generated<string>
  }
  plan_import: {
    id: string
    unit_id: string
    year: number
    file_name: string
    sha256: string
    size: number
    document: Json
    revision: Generated<number>
    status: 'preview' | 'confirmed' | 'discarded'
    created_by: string
    created_at: Moment
    confirmed_at: MaybeMoment
  }
  chapter: {
    id: string
    plan_id: string
    key: string
    title: string
    body: string
    position: number
    revision: Generated<number>
    updated_by: string | null
    updated_at: Moment
  }
  unit_figure: {
    unit_id: string
    year: number
    key: string
    value: string
    source: Generated<string>
    updated_by: string | null
    updated_at: Moment
  }
  feed: {
    id: string
    token_hash: string
    employee_id: string | null
    unit_id: string | null
    created_by: string
    created_at: Moment
    last_used_at: MaybeMoment
    revoked_at: MaybeMoment
  }
  reminder_digest: {
    employee_id: string
    day: LocalDate
    status: 'claimed' | 'sent' | 'failed'
    attempts: Generated<number>
    error: Generated<string>
    content: Json
    sent_at: MaybeMoment
  }
  reminder_preference: { employee_id: string; email: Generated<boolean>; days_before: Generated<number> }
}

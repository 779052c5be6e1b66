// Made by `npm run schema` from src/db/migrations. Change a migration, never this file.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { LocalDate } from '../core/shared/local-date.ts'

/** A moment: read as a Date, written as one. A date is a civil date; a bigint is read as a number. */
type Moment = ColumnType<Date, Date, Date>
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>
/** JSON that the database parses; written as text. */
type Json = ColumnType<Record<string, unknown>, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type Preset<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : Generated<T>

export type Tables = {
  unit: {
    id: string
    parent_id: string | null
    slug: string
    name: string
    short_name: string
    region: Preset<string>
    kind: Preset<string>
    site_url: Preset<string>
    address: Preset<string>
    zone: Preset<'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'>
    created_at: Moment
    closed_at: MaybeMoment
  }
  auth_user: {
    id: string
    name: string
    email: string
    email_verified: boolean
    image: string | null
    two_factor_enabled: Preset<boolean | null>
    created_at: Preset<Moment>
    updated_at: Preset<Moment>
  }
  auth_session: {
    id: string
    user_id: string
    token: string
    expires_at: Moment
    ip_address: string | null
    user_agent: string | null
    created_at: Preset<Moment>
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
    created_at: Preset<Moment>
    updated_at: Moment
  }
  auth_verification: {
    id: string
    identifier: string
    value: string
    expires_at: Moment
    created_at: Preset<Moment>
    updated_at: Preset<Moment>
  }
  auth_two_factor: {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: Preset<boolean | null>
    failed_verification_count: Preset<number | null>
    locked_until: MaybeMoment
  }
  auth_rate_limit: {
    id: string
    key: string
    count: number
    last_request: number
  }
  sign_in_failure: {
    email: string
    failures: number
    last_at: Moment
    locked_until: MaybeMoment
  }
  employee: {
    id: string
    unit_id: string
    user_id: string | null
    nip: string | null
    name: string
    email: string | null
    position: Preset<string>
    phone: Preset<string>
    active: Preset<boolean>
    locale: Preset<'id' | 'en'>
    created_at: Moment
    updated_at: Moment
    rank: Preset<string>
  }
  role_grant: {
    id: string
    employee_id: string
    unit_id: string
    role: string
    areas: Preset<string[]>
    valid_from: LocalDate
    valid_to: LocalDate | null
    granted_by: string | null
    created_at: Moment
  }
  audit_entry: {
    seq: GeneratedAlways<number>
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
    outcome: MaybeJson
  }
  plan: {
    id: string
    unit_id: string
    year: number
    title: string
    status: 'draft' | 'submitted' | 'approved' | 'published'
    version: Preset<number>
    revision: Preset<number>
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
    note: Preset<string>
  }
  plan_area: {
    plan_id: string
    code: 'MP' | 'TT' | 'SDM' | 'AK' | 'PW' | 'PP'
    label: string
    position: number
  }
  sub_component: {
    id: string
    plan_id: string
    area: string
    no: string
    name: string
    position: number
  }
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
  evidence_slot: {
    id: string
    plan_id: string
    indicator_id: string
    text: string
    position: number
  }
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
    state: Preset<'open' | 'done' | 'waived'>
    done_on: LocalDate | null
    note: Preset<string>
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
    before: MaybeJson
    after: MaybeJson
    reason: Preset<string>
  }
  plan_import: {
    id: string
    unit_id: string
    year: number
    file_name: string
    sha256: string
    size: number
    document: Json
    revision: Preset<number>
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
    revision: Preset<number>
    updated_by: string | null
    updated_at: Moment
  }
  unit_figure: {
    unit_id: string
    year: number
    key: string
    value: string
    source: Preset<string>
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
    attempts: Preset<number>
    error: Preset<string>
    content: Json
    sent_at: MaybeMoment
  }
  reminder_preference: {
    employee_id: string
    days_before: Preset<number>
    upcoming: Preset<boolean>
    due: Preset<boolean>
    late: Preset<boolean>
    late_weekday: Preset<number>
  }
  file_object: {
    sha256: string
    size: number
    type: string
    stored_at: Moment
    scanned_at: MaybeMoment
  }
  upload: {
    id: string
    unit_id: string
    created_by: string
    file_name: string
    size: number | null
    received: Preset<number>
    sha256: string | null
    type: string | null
    warnings: Preset<string[]>
    created_at: Moment
    updated_at: Moment
    expires_at: Moment
  }
  evidence: {
    id: string
    unit_id: string
    title: string
    kind: string
    document_number: Preset<string>
    document_date: LocalDate | null
    period_from: LocalDate | null
    period_to: LocalDate | null
    valid_until: LocalDate | null
    page: Preset<string>
    language: Preset<string>
    keywords: Preset<string[]>
    confidentiality: Preset<'open' | 'internal' | 'restricted'>
    state: Preset<'submitted' | 'accepted' | 'returned' | 'withdrawn'>
    version: Preset<number>
    revision: Preset<number>
    created_by: string
    created_at: Moment
    updated_at: Moment
    withdrawn_reason: Preset<string>
  }
  evidence_version: {
    evidence_id: string
    no: number
    sha256: string | null
    file_name: string | null
    type: string | null
    url: string | null
    url_title: string | null
    url_checked_on: LocalDate | null
    warnings: Preset<string[]>
    uploaded_by: string
    uploaded_at: Moment
  }
  evidence_link: {
    id: string
    evidence_id: string
    obligation_id: string | null
    slot_text: Preset<string>
    item_code: string | null
    subject: string
    page: Preset<string>
    created_by: string
    created_at: Moment
    cycle_id: string | null
  }
  evidence_review: {
    id: string
    evidence_id: string
    version: number
    decision: 'accepted' | 'returned'
    reason: Preset<string>
    facts: Json
    reviewed_by: string
    reviewed_at: Moment
  }
  share_link: {
    id: string
    unit_id: string
    evidence_id: string | null
    item_code: string | null
    year: number | null
    code_hash: string
    expires_at: Moment
    created_by: string
    created_at: Moment
    revoked_at: MaybeMoment
    last_opened_at: MaybeMoment
    version: Preset<number>
    opened: Preset<number>
  }
  employee_import: {
    id: string
    unit_id: string
    file_name: string
    content: Json
    created_by: string
    created_at: Moment
  }
  api_token: {
    id: string
    user_id: string
    name: string
    scope: 'read' | 'write'
    token_hash: string
    created_at: Moment
    expires_at: Moment
    last_used_at: MaybeMoment
    revoked_at: MaybeMoment
  }
  instrument: {
    hash: string
    id: string
    kind: 'scored' | 'checklist'
    content: Json
    added_at: Moment
  }
  assessment_cycle: {
    id: string
    unit_id: string
    year: number
    kind: 'scored' | 'checklist'
    instrument_hash: string
    state: Preset<'open' | 'submitted' | 'reopened' | 'closed'>
    version: Preset<number>
    settings: Preset<Json>
    created_by: string
    created_at: Moment
  }
  assessment_move: {
    cycle_id: string
    version: number
    state: 'submitted' | 'reopened' | 'closed'
    reason: Preset<string>
    content: Json
    moved_by: string
    moved_at: Moment
  }
  assessment_answer: {
    cycle_id: string
    code: string
    value: MaybeJson
    explanation: Preset<string>
    returned_reason: Preset<string>
    version: number
    updated_by: string
    updated_at: Moment
  }
  assessment_answer_history: {
    cycle_id: string
    code: string
    version: number
    change: 'saved' | 'returned' | 'carried'
    value: MaybeJson
    explanation: string
    returned_reason: string
    changed_by: string
    changed_at: Moment
  }
  assessment_effort: {
    cycle_id: string
    code: string
    effort: number
  }
  passkey: {
    id: string
    user_id: string
    name: string
    public_key: string
    counter: number
    transports: Preset<string[]>
    created_at: Moment
    last_used_at: MaybeMoment
  }
  evidence_content: {
    sha256: string
    state: 'reading' | 'read' | 'failed'
    attempts: Preset<number>
    started_at: Moment
    problem: string | null
    text: Preset<string>
    pages: number | null
    suggested: Preset<Json>
    warnings: Preset<string[]>
    thumbnail: Uint8Array | null
  }
  evidence_search: {
    evidence_id: string
    unit_id: string
    kind: string
    state: string
    restricted: boolean
    created_by: string
    created_at: Moment
    year: number
    head: string
    words: string
  }
  evidence_word: {
    word: string
  }
  evidence_explanation: {
    id: string
    unit_id: string
    year: number
    key: string
    subject: string
    text: string
    explained_by: string
    explained_at: Moment
  }
  evidence_import: {
    id: string
    unit_id: string
    year: number
    source: 'zip' | 'folder' | 'links'
    name: string
    sha256: string | null
    state: 'ready' | 'running' | 'stopped' | 'done'
    problem: string | null
    alive_at: MaybeMoment
    created_by: string
    created_at: Moment
    finished_at: MaybeMoment
    started_by: string | null
    run: Preset<number>
    deaths: Preset<number>
  }
  evidence_import_file: {
    id: string
    import_id: string
    position: number
    path: string
    url: string | null
    size: number | null
    confidence: Preset<number>
    reasons: Preset<Json>
    suggested: Preset<Json>
    choice: 'take' | 'skip'
    obligation_id: string | null
    slot_text: Preset<string>
    state: Preset<'listed' | 'taken' | 'refused'>
    problem: MaybeJson
    evidence_id: string | null
    checked_on: LocalDate | null
    answered: boolean | null
    tries: Preset<number>
  }
  signing_key: {
    fingerprint: string
    public_key: string
    first_used_at: Moment
  }
  assessment_bundle: {
    cycle_id: string
    sha256: string
    content: Uint8Array
    key_fingerprint: string
    closed_at: Moment
  }
  instrument_wording: {
    unit_id: string
    instrument_hash: string
    wording: Json
    file_name: string
    taken_by: string
    taken_at: Moment
  }
  assessment_workbook: {
    id: string
    cycle_id: string
    file_name: string
    content: Json
    created_by: string
    created_at: Moment
  }
  object_removal: {
    sha256: string
    no: number
    begun_at: Moment
    over: boolean
  }
}

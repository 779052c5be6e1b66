/**
 * Evidence: what proves that something was done. The bytes lie in a content-addressed store (`store/`), taken in
 * by `receiveUpload`; a form turns a received upload into a piece of evidence. The tables are in
 * `src/db/migrations/0004-evidence.sql`; the words of a slot, not its id, say what a link fills.
 */
export { openEvidence } from './open-evidence.ts'
export type { EvidenceServices, FileProblem, StoredFile } from './receive-file.ts'
export { type ReceivedUpload, receiveUpload } from './receive-upload.ts'

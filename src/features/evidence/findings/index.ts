/** The honesty checks as a unit sees them; the checks themselves are `src/core/evidence/findings.ts`. */
export { describeFinding, type FindingNames } from './describe-finding.ts'
export { ExplainForm, Findings } from './findings.view.tsx'
export {
  type EvidenceStanding,
  evidenceStanding,
  StandingNotice,
  withoutEvidence,
} from './findings-notice.tsx'

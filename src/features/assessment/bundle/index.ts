/** Bundles of closed assessments, for what needs neither pages nor a database. */
export { describeUnreadable, reportOf } from './report.ts'
export { openSigningKeys, signingKeyPattern } from './signing-key.ts'
export { verifyHere } from './verify-here.ts'

/** What an agency already has: a folder or ZIP of its shared drive, or a list of links. */

export type {
  FileTree,
  SharedFile,
  SkippedFile,
  SkipReason,
  TreeLimits,
  TreeProblem,
} from './file-tree.ts'
export { describeSkip, describeTreeProblem } from './messages.ts'
export { openFolder } from './open-folder.ts'
export { openZip, type RandomBytes } from './open-zip.ts'
export { planToMatch } from './plan-to-match.ts'
export {
  type LinkList,
  type LinkListProblem,
  type LinkRow,
  type LinkRowProblem,
  readLinks,
} from './read-links.ts'

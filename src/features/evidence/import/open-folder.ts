import { createReadStream } from 'node:fs'
import { lstat, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import {
  checkPath,
  type FileTree,
  type SharedFile,
  type SkippedFile,
  showable,
  type TreeLimits,
  type TreeProblem,
  treeLimits,
} from './file-tree.ts'

/** Lists a folder with everything below it, in the order of the paths. Symbolic links are not followed. */
export async function openFolder(
  root: string,
  limits: TreeLimits = treeLimits,
): Promise<Result<FileTree, TreeProblem>> {
  const found = await lstat(root).catch(() => null)
  if (found?.isDirectory() !== true) return err({ kind: 'not-found' })
  const files: SharedFile[] = []
  const skipped: SkippedFile[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const directory = await opendir(join(root, folder)).catch(() => null)
    if (directory === null) {
      skipped.push({ path: showable(folder), why: 'not-readable' })
      continue
    }
    for await (const item of directory) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      if (item.isSymbolicLink()) skipped.push({ path: showable(path), why: 'symlink' })
      else if (item.isDirectory()) folders.push(path)
      else if (item.isFile()) {
        const file = await describe(root, path, limits)
        if ('why' in file) skipped.push(file)
        else files.push(file)
      } else skipped.push({ path: showable(path), why: 'not-readable' })
      if (files.length + skipped.length + folders.length > limits.files)
        return err({ kind: 'too-many-files', limit: limits.files })
    }
  }
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total > limits.totalBytes)
    return err({ kind: 'unpacks-too-far', bytes: total, limit: limits.totalBytes })
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)
  return ok({ files: files.sort(byPath), skipped: skipped.sort(byPath), close: async () => {} })
}

async function describe(root: string, path: string, limits: TreeLimits): Promise<SharedFile | SkippedFile> {
  const checked = checkPath(path)
  if ('why' in checked) return { path: showable(path), why: checked.why }
  const { size } = await lstat(join(root, path))
  if (size === 0) return { path, why: 'empty' }
  if (size > limits.fileBytes) return { path, why: 'too-large' }
  return {
    path: checked.path,
    size,
    open: async () => createReadStream(join(root, path), { end: size - 1 }),
  }
}

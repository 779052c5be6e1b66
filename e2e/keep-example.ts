import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { keepDemo } from '../scripts/open-demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the example, which every errand copies. */
    example: string
  }
}

/** Loads the example once for all errands; loading takes longer than most of them. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = await keepDemo()
  provide('example', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A folder for one test. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TestFolder {
  readonly path: string
  remove(): Promise<void>
}

/** Others may enter it (0755) unless told otherwise: as root, PostgreSQL runs as somebody else. */
export const testFolder = async (mode = 0o755): Promise<TestFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'hallkeeper-test-'))
  await chmod(path, mode)
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

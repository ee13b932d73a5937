/** Lives of the hall in processes of its own, one after the other on the same journal. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Fact } from '#contracts/facts.ts'
import { createDice } from '#simulators/random.ts'
import { testFolder } from '#test/support/folder.ts'
import { commandId } from '#test/support/names.ts'
import { missionsOf } from './world.ts'

export interface HallProcess {
  /** All it has told, from its first life on. */
  readonly facts: readonly Fact[]
  readonly folder: string
  readonly startedAt: number
  ask(count: number): Promise<void>
  /** As a power cut does it. */
  kill(): Promise<void>
  remove(): Promise<void>
}

const isFact = (told: unknown): told is Fact => typeof told === 'object' && told !== null && 'seq' in told

const send = (child: ChildProcess, message: object): Promise<void> =>
  new Promise((resolve, reject) => {
    child.send(message, (fault) => (fault ? reject(fault) : resolve()))
  })

/** `before` is the life that has ended. */
export const startHallProcess = async (url: string, before?: HallProcess): Promise<HallProcess> => {
  const own = before ? undefined : await testFolder()
  const folder = before?.folder ?? own?.path ?? ''
  const startedAt = before?.startedAt ?? Date.now()
  const facts: Fact[] = []
  const child = fork(join(import.meta.dirname, 'hallProcess.ts'), [url, join(folder, 'journal'), String(startedAt)], {
    execArgv: ['--import', 'tsx'],
  })
  child.on('message', (told) => {
    if (isFact(told)) facts.push(told)
  })
  await once(child, 'message')
  return {
    facts,
    folder,
    startedAt,
    ask: async (count) => {
      const dice = createDice(startedAt)
      for (const [i, command] of missionsOf(count, () => dice.uniform()).entries())
        await send(child, { id: commandId(`ask-${i}`), by: 'test', command })
    },
    kill: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    remove: async () => {
      await before?.remove()
      await own?.remove()
    },
  }
}

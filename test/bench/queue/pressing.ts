/** Twelve windows whose clerks press and press, and a hall that is killed meanwhile: every command is repeated until answered. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Command, CommandEnvelope } from '#contracts/commands.ts'
import { CommandId, type WindowId } from '#contracts/ids.ts'
import type { Dice } from '#simulators/random.ts'
import { trial, trialDesks, windowIdOf } from './halls.ts'
import type { Answer } from './pressed.ts'

const PROCESS = join(import.meta.dirname, 'pressedProcess.ts')

export interface Pressed {
  /** Answers to commands of an earlier life differ from these. */
  answers: Map<CommandId, Answer>
  /** Commands whose repeat was answered otherwise than they were first. */
  contradicted: number
  kills: number
}

/** Rounds of so many presses at each window; the hall is killed in some. */
export interface Rounds {
  folder: string
  dice: Dice
  rounds: number
  presses: number
  /** In every so manieth round. */
  killEvery: number
}

const windowIds: readonly WindowId[] = trialDesks.chain.map((_, i) => windowIdOf(i))

/** Some in line from the start on; later as many come in a round as are called. */
const FIRST_IN_LINE = 200
/** A clerk starts and finishes after about so many presses. */
const PRESSES_PER_VISITOR = 50

const openAll = (): Command[] => windowIds.map((windowId) => ({ type: 'openWindow', windowId }))

const issues = (dice: Dice, count: number): Command[] =>
  Array.from({ length: count }, () => ({
    type: 'issueTicket',
    serviceIds: [dice.pick(trial.demands).serviceId],
    lane: dice.chance(0.12) ? 'priority' : 'walkIn',
  }))

/** What one clerk presses in a round, in this order. */
const pressesAt = (windowId: WindowId, presses: number): Command[] =>
  Array.from({ length: presses }, (_, i): Command[] => [
    { type: 'callNext', windowId },
    ...(i % PRESSES_PER_VISITOR === PRESSES_PER_VISITOR - 1
      ? [
          { type: 'startServing' as const, windowId },
          { type: 'finishServing' as const, windowId },
        ]
      : []),
  ]).flat()

/** All of them mixed by chance, each in its own order. */
const mixed = (dice: Dice, lines: readonly (readonly Command[])[]): Command[] => {
  const turns = lines.flatMap((line, i) => line.map(() => ({ i, at: dice.uniform() }))).sort((a, b) => a.at - b.at)
  const next = lines.map((line) => line.values())
  return turns.flatMap(({ i }) => next[i]?.next().value ?? [])
}

/** One life of the hall; answers it has given are told to `hear`. */
const bear = async (folder: string, startedAt: number, hear: (answers: Answer[]) => void): Promise<ChildProcess> => {
  const child = fork(PROCESS, [folder, String(startedAt)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the hall did not open: exit code ${code}`))),
  ])
  child.on('message', hear)
  return child
}

export const pressWithKills = async ({ folder, dice, rounds, presses, killEvery }: Rounds): Promise<Pressed> => {
  const pressed: Pressed = { answers: new Map(), contradicted: 0, kills: 0 }
  const startedAt = Date.now()
  let sent = 0
  let child: ChildProcess
  let awaited = new Map<CommandId, CommandEnvelope>()
  let heard: () => void = () => {}

  const hear = (answers: Answer[]): void => {
    for (const answer of answers) {
      const before = pressed.answers.get(answer.id)
      if (before?.ok && JSON.stringify(before) !== JSON.stringify(answer)) pressed.contradicted++
      pressed.answers.set(answer.id, answer)
      awaited.delete(answer.id)
    }
    heard()
  }
  const answeredUpTo = (left: number): Promise<void> =>
    new Promise((resolve) => {
      heard = () => {
        if (awaited.size <= left) resolve()
      }
      heard()
    })

  /** Everything at once; killed when a share of it has been answered, and asked again of the next life, with some that was answered. */
  const ask = async (commands: readonly Command[], killed: boolean): Promise<void> => {
    const envelopes = commands.map(
      (command): CommandEnvelope => ({ id: CommandId.parse(`p:${sent++}`), by: 'bench', command }),
    )
    awaited = new Map(envelopes.map((envelope) => [envelope.id, envelope]))
    child.send(envelopes)
    if (killed) {
      await answeredUpTo(Math.floor(dice.uniform(0.05, 0.95) * envelopes.length))
      child.kill('SIGKILL')
      await once(child, 'exit')
      pressed.kills++
      const accepted = envelopes.filter(({ id }) => pressed.answers.get(id)?.ok && dice.chance(0.5))
      awaited = new Map([...awaited.values(), ...accepted].map((envelope) => [envelope.id, envelope]))
      child = await bear(folder, startedAt, hear)
      child.send([...awaited.values()])
    }
    await answeredUpTo(0)
  }

  child = await bear(folder, startedAt, hear)
  await ask([...openAll(), ...issues(dice, FIRST_IN_LINE)], false)
  for (let round = 1; round <= rounds; round++) {
    const coming = issues(dice, Math.round((windowIds.length * presses) / PRESSES_PER_VISITOR))
    const lines = [...windowIds.map((windowId) => pressesAt(windowId, presses)), coming]
    await ask(mixed(dice, lines), round % killEvery === 0)
  }
  child.disconnect()
  await once(child, 'exit')
  return pressed
}

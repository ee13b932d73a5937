/** Consultation robots: visitors ask them, and the hall answers from its own catalogue or sends a person. */
import { randomUUID } from 'node:crypto'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { CommandId, type RobotId } from '#contracts/ids.ts'
import type { Language } from '#contracts/languages.ts'
import { type Answer, type Catalogue, Question } from '#contracts/questions.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { createAnswering, nobodyComes, type Said } from './consulting/answering.ts'
import { createComplaints } from './consulting/complaints.ts'
import { createGiven } from './consulting/given.ts'
import { createKnown } from './consulting/known.ts'
import { createTurns, type Turns } from './consulting/turns.ts'
import type { Bus, Clock, EdgeHall, Log } from './ports.ts'

export interface ConsultingNeeds {
  site: Site
  hall: EdgeHall
  bus: Bus
  clock: Clock
  log: Log
  catalogue: Catalogue
}

/** Longer than any question, in bytes. */
const LONGEST = 8192

const questionIn = (payload: Uint8Array): Question | undefined => {
  if (payload.length > LONGEST) return undefined
  try {
    return Question.safeParse(JSON.parse(new TextDecoder().decode(payload))).data
  } catch {
    return undefined
  }
}

/** Calls a person to a robot. False when nobody was told. */
const createCalling =
  ({ hall, log }: ConsultingNeeds) =>
  async (robotId: RobotId, language: Language): Promise<boolean> => {
    try {
      const id = CommandId.parse(`ask:${randomUUID()}`)
      const receipt = await hall.send({
        id,
        by: `robot ${robotId}`,
        command: { type: 'askForPerson', robotId, language },
      })
      if (!receipt.ok) log.warn({ robotId, ...receipt.refusal }, 'nobody could be called to a robot')
      return receipt.ok
    } catch (error) {
      log.error({ robotId, error }, 'nobody could be called to a robot')
      return false
    }
  }

interface AskedRobot {
  turns: Turns
  /** Resolves when whatever was asked has been answered. */
  idle(): Promise<unknown>
}

type Answering = (question: Question) => Said

/** One robot that is asked: the answer to each question once, and the same to a repeat. */
const createAskedRobot = (robot: SiteRobot, answerTo: Answering, needs: ConsultingNeeds): AskedRobot => {
  const { site, bus, clock, log } = needs
  const { robotId, serialNumber } = robot
  const call = createCalling(needs)
  const given = createGiven()
  const underWay = new Set<Promise<void>>()

  const answered = async (questionId: string, question: Question): Promise<Answer> => {
    const said = answerTo(question)
    if (!said.personComes || (await call(robotId, question.language))) return { questionId, ...said }
    given.drop(questionId)
    return { questionId, ...nobodyComes(question.language) }
  }

  const give = async (question: Question): Promise<void> => {
    const { questionId = randomUUID() } = question
    const now = clock.now()
    const before = given.find(questionId, now)
    const answering = before ?? answered(questionId, question)
    if (!before) given.keep(questionId, answering, now)
    const answer = await answering
    await bus.publish(`hall/${site.hallId}/robot/${serialNumber}/answer`, JSON.stringify(answer), { qos: 1 })
    log.debug({ robotId, source: answer.source, personComes: answer.personComes }, 'answered')
  }

  const take = (question: Question): void => {
    const giving = give(question)
      .catch((error: unknown) => log.error({ robotId, error }, 'an answer was lost'))
      .finally(() => underWay.delete(giving))
    underWay.add(giving)
  }

  return { turns: createTurns(take), idle: () => Promise.all(underWay) }
}

export const openConsulting = (needs: ConsultingNeeds): { close(): Promise<void> } => {
  const { site, hall, bus, clock, log, catalogue } = needs
  const complaints = createComplaints(log)
  const known = createKnown()
  const answer = createAnswering({ site, catalogue })
  const answerTo: Answering = ({ text, language }) => answer(text, { ...known, at: clock.now(), language })
  const robots = new Map(site.robots.map((robot) => [robot.serialNumber, createAskedRobot(robot, answerTo, needs)]))

  const unwatch = hall.watch(known.learn)
  const stopBeat = clock.every(SECOND, () => {
    for (const { turns } of robots.values()) turns.beat()
  })
  const stopComplaining = clock.every(MINUTE, complaints.beat)
  const unsubscribe = bus.subscribe(`hall/${site.hallId}/robot/+/question`, ({ topic, payload, retained }) => {
    const serialNumber = topic.split('/').at(-2) ?? ''
    const robot = robots.get(serialNumber)
    if (!robot) return complaints.stranger(serialNumber)
    const question = retained ? undefined : questionIn(payload)
    if (!question) return complaints.unreadable()
    if (!robot.turns.offer(question)) complaints.dropped()
  })

  return {
    close: async () => {
      unsubscribe()
      stopComplaining()
      stopBeat()
      unwatch()
      complaints.beat()
      for (const robot of robots.values()) await robot.idle()
    },
  }
}

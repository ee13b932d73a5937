/** A consultation robot whose visitors ask now and then, simulated: a stranger who asks over MQTT and reads the answers out. */
import { connectAsync } from 'mqtt'
import { SECOND } from '#contracts/durations.ts'
import type { Language } from '#contracts/languages.ts'
import { Answer } from '#contracts/questions.ts'
import type { SimulatedClock } from './clock.ts'
import type { Dice } from './random.ts'

/** Somebody steps up to it once in two minutes or so. */
const LOOK = 15 * SECOND
const ASK_CHANCE = 0.125
const RECONNECT_MS = 1000

export interface AskedAloud {
  text: string
  language: Language
}

export const usualQuestions: readonly AskedAloud[] = [
  { text: '办社保卡要带什么材料？', language: 'zh' },
  { text: '居住证在几号窗口办', language: 'zh' },
  { text: '不动产登记要等多久', language: 'zh' },
  { text: '身份证丢了怎么补办', language: 'zh' },
  { text: '中午休息吗', language: 'zh' },
  { text: '母婴室在哪里', language: 'zh' },
  { text: '现在人多吗', language: 'zh' },
  { text: '退休要办哪些手续', language: 'zh' },
  { text: '公积金怎么提取', language: 'zh' },
  { text: 'Where can I get a residence permit?', language: 'en' },
  { text: 'How long is the wait for marriage registration?', language: 'en' },
  { text: 'Are you open on Sunday?', language: 'en' },
  { text: '社会保障カードに必要な書類は何ですか', language: 'ja' },
  { text: '거주증은 어디에서 신청하나요?', language: 'ko' },
]

export interface AskerOptions {
  mqttUrl: string
  username?: string | undefined
  password?: string | undefined
  hallId: string
  serialNumber: string
  clock: Pick<SimulatedClock, 'now' | 'every'>
  random: Dice
  questions?: readonly AskedAloud[]
  /** Hears each answer to a question of its own. */
  readOut?: (answer: Answer) => void
}

const answerIn = (payload: Buffer): Answer | undefined => {
  try {
    return Answer.safeParse(JSON.parse(payload.toString())).data
  } catch {
    return undefined
  }
}

/** Resolves when it is on the bus. It goes on although an answer does not come. */
export const startAsker = async (options: AskerOptions): Promise<{ close(): Promise<void> }> => {
  const { mqttUrl, username, password, hallId, serialNumber, clock, random, questions = usualQuestions } = options
  const topic = `hall/${hallId}/robot/${serialNumber}`
  const client = await connectAsync(mqttUrl, {
    clientId: `asker-${serialNumber}-${process.pid}-${clock.now()}`,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    protocolVersion: 4,
    reconnectPeriod: RECONNECT_MS,
  })
  const asked = new Set<string>()
  let count = 0

  client.on('error', () => {})
  client.on('message', (_topic, payload) => {
    const answer = answerIn(payload)
    if (answer && asked.delete(answer.questionId)) options.readOut?.(answer)
  })
  await client.subscribeAsync(`${topic}/answer`, { qos: 1 })

  const ask = (): void => {
    count += 1
    const questionId = `${clock.now()}-${count}`
    asked.clear()
    asked.add(questionId)
    client.publish(`${topic}/question`, JSON.stringify({ questionId, ...random.pick(questions) }), { qos: 1 })
  }
  const stopAsking = clock.every(LOOK, () => {
    if (client.connected && random.chance(ASK_CHANCE)) ask()
  })
  return {
    close: async () => {
      stopAsking()
      await client.endAsync()
    },
  }
}

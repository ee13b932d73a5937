/** What consultation robots hear of a real hall over a real broker, and what becomes of what visitors said. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { soon } from '#test/support/eventually.ts'
import { serviceId, windowId } from '#test/support/names.ts'
import { consulting } from './consulting/room.ts'

const { openRoom, openRobot } = consulting()
const openR1 = () => openRobot('R1', 'sim-1')
const off = { questionId: 'q1', text: '公积金怎么提取，我叫王小明', language: 'zh' }
const card = { text: '社保卡要等多久', language: 'zh' }

describe('a question', () => {
  it('is answered from the catalogue, with its id and its source', async () => {
    await openRoom()
    const { ask, answers } = await openR1()
    await ask({ questionId: 'q7', text: 'What should I bring for a residence permit?', language: 'en' })
    await soon(() => expect(answers).toHaveLength(1))
    expect(answers[0]).toEqual({
      questionId: 'q7',
      text: 'For Residence permit please bring: Identity card, original; One recent photo, white ground.',
      source: 'service:residence-permit',
      personComes: false,
    })
  })

  it('is answered with the line as it is now', async () => {
    const room = await openRoom()
    const { ask, answers } = await openR1()
    await ask({ questionId: 'closed', ...card })
    await soon(() => expect(answers.at(-1)?.text).toBe('现在没有窗口在办“社会保障卡”。'))
    await room.ask({ type: 'openWindow', windowId: windowId('W1') })
    for (let i = 0; i < 3; i++)
      await room.ask({ type: 'issueTicket', serviceIds: [serviceId('social-card')], lane: 'walkIn' })
    await room.ask({ type: 'tick' })
    room.clock.advance(SECOND)
    await ask({ questionId: 'open', ...card })
    await soon(() => expect(answers.at(-1)?.text).toMatch(/^“社会保障卡”现在有 3 人在等，预计等 \d+–\d+ 分钟。$/))
    room.clock.advance(SECOND)
    await ask({ questionId: 'where', text: '社保卡在几号窗口', language: 'zh' })
    await soon(() => expect(answers.at(-1)?.text).toBe('“社会保障卡”在一层 1 号窗口办理。'))
  })

  it('without an id and in an unknown language is answered in Chinese, with an id of ours', async () => {
    await openRoom()
    const { ask, answers } = await openR1()
    await ask({ text: 'nursing room', language: 'fr' })
    await soon(() => expect(answers[0]).toMatchObject({ source: 'room:F1:Nursing room', personComes: false }))
    expect(answers[0]?.questionId).toMatch(/^[\w-]{20,}$/)
    expect(answers[0]?.text).toContain('母婴室')
  })

  it('is answered to the robot that asked, and is for the hall alone', async () => {
    await openRoom()
    const [one, two] = [await openR1(), await openRobot('R2', 'sim-2')]
    await expect(two.client.subscribeAsync(`${one.topic}/question`)).rejects.toThrow('Subscribe error')
    await expect(two.client.subscribeAsync(`${one.topic}/answer`)).rejects.toThrow('Subscribe error')
    await one.ask({ questionId: 'one', text: '你好', language: 'zh' })
    await two.ask({ questionId: 'two', text: '你好', language: 'zh' })
    await soon(() => expect([one.answers, two.answers].map(({ length }) => length)).toEqual([1, 1]))
    expect([one.answers[0]?.questionId, two.answers[0]?.questionId]).toEqual(['one', 'two'])
  })
})

describe('what the catalogue does not answer', () => {
  it('brings a person, once for all repeats, and the words are kept nowhere', async () => {
    const { facts, log, clock } = await openRoom()
    const { ask, answers } = await openR1()
    await ask(off)
    await soon(() => expect(answers).toHaveLength(1))
    expect(answers[0]).toMatchObject({ questionId: 'q1', source: 'person', personComes: true })
    clock.advance(SECOND)
    await ask(off)
    await soon(() => expect(answers).toHaveLength(2))
    expect(answers[1]).toEqual(answers[0])
    const raised = facts.filter(({ event }) => event.type === 'helpAsked')
    expect(raised).toMatchObject([
      { by: 'robot R1', event: { source: { by: 'question', robotId: 'R1', language: 'zh' } } },
    ])
    expect(facts.filter(({ by }) => by === 'robot R1')).toHaveLength(1)
    expect(JSON.stringify([facts, log.lines])).not.toMatch(/公积金|王小明/)
  })

  it('is not said to bring one when nobody could be told', async () => {
    let broken = true
    const { log, clock } = await openRoom((hall) => ({
      ...hall,
      send: (envelope) => (broken ? Promise.reject(new Error('disk full')) : hall.send(envelope)),
    }))
    const { ask, answers } = await openR1()
    await ask(off)
    await soon(() => expect(answers).toHaveLength(1))
    expect(answers[0]).toMatchObject({ questionId: 'q1', personComes: false })
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
    broken = false
    clock.advance(SECOND)
    await ask(off)
    await soon(() => expect(answers[1]).toMatchObject({ questionId: 'q1', personComes: true }))
  })
})

describe('a robot that says too much, or nonsense', () => {
  it('is answered once a second, a few questions later, and the rest is counted', async () => {
    const { clock, log } = await openRoom()
    const { ask, answers } = await openR1()
    const flood = Array.from({ length: 20 }, (_, i) => ask({ questionId: `q${i}`, text: '你好', language: 'zh' }))
    await Promise.all(flood)
    await soon(() => expect(answers).toHaveLength(1))
    for (let told = 2; told <= 6; told++) {
      clock.advance(SECOND)
      await soon(() => expect(answers).toHaveLength(told))
    }
    clock.advance(MINUTE)
    expect(answers).toHaveLength(6)
    expect(log.lines).toContainEqual({
      level: 'warn',
      facts: { unreadable: 0, dropped: 14 },
      words: 'questions not answered',
    })
  })

  it('is not heard when its message cannot be read, and said so once a minute', async () => {
    const { clock, log } = await openRoom()
    const { say, ask, answers } = await openR1()
    const wrong = ['{', '', 'null', '[]', '{"text":7}', '{"text":"  "}', JSON.stringify({ text: 'x'.repeat(501) })]
    for (const text of [...wrong, 'x'.repeat(9000)]) await say(text)
    await ask({ questionId: 'after', text: '几点开门', language: 'zh' })
    await soon(() => expect(answers).toMatchObject([{ questionId: 'after', source: 'hours' }]))
    clock.advance(3 * MINUTE)
    const lines = log.lines.filter(({ words }) => words === 'questions not answered')
    expect(lines).toMatchObject([{ facts: { unreadable: 8, dropped: 0 } }])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('is not heard when it is not of this site', async () => {
    const { bus, log } = await openRoom()
    const { ask, answers } = await openR1()
    for (let i = 0; i < 3; i++)
      await bus.publish('hall/district-hall/robot/unknown/question', JSON.stringify({ text: '你好' }), { qos: 1 })
    await ask({ text: '你好' })
    await soon(() => expect(answers).toHaveLength(1))
    expect(log.lines.filter(({ facts }) => 'serialNumber' in facts)).toHaveLength(1)
  })

  it('is not heard any more once consulting has ended', async () => {
    const { shell, clock } = await openRoom()
    const { ask, answers } = await openR1()
    await ask({ questionId: 'before', text: '你好', language: 'zh' })
    await soon(() => expect(answers).toHaveLength(1))
    await shell.close()
    const later = await openRoom()
    for (const questionId of ['after', 'last']) {
      clock.advance(SECOND)
      later.clock.advance(SECOND)
      await ask({ questionId, text: '你好', language: 'zh' })
      await soon(() => expect(answers.at(-1)).toMatchObject({ questionId }))
    }
    expect(answers.map(({ questionId }) => questionId)).toEqual(['before', 'after', 'last'])
  })
})

/** No picture stays: while frames come in and somebody looks, nothing of them is on disk, in the journal, on the bus or in the log. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import type { Fact } from '#contracts/facts.ts'
import { CameraId } from '#contracts/ids.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openAnnouncer } from '#edge/announcer.ts'
import type { Detector } from '#edge/core/crowd/detecting.ts'
import { HALL_ACCOUNT } from '#test/support/broker.ts'
import { soon } from '#test/support/eventually.ts'
import { testFolder } from '#test/support/folder.ts'
import { NINE } from '#test/support/given.ts'
import { keptLog } from '#test/support/log.ts'
import { siteWithSeat, useVision } from '#test/support/vision.ts'
import { holdsPicture, picturesIn, saysPicture, sittingDown } from './pictures.ts'

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const hallJpeg = readFileSync(near('../../models/hall.jpg'))
const C1 = CameraId.parse('C1')
const ownFrame = 'hall/test-hall/camera/C1/frame'

const { open } = useVision()

describe('a hall with a camera', () => {
  let detector: Detector
  beforeAll(async () => {
    detector = await openDetector({ manifestFile: near('../../../models/person.json'), processes: 1, log: keptLog() })
  })
  afterAll(() => detector.close())

  it('keeps no picture anywhere', async () => {
    const folder = await testFolder()
    onTestFinished(folder.remove)
    const journal = await openLevelJournal(join(folder.path, 'journal'))
    onTestFinished(journal.close)
    const { vision, hall, clock, log, url, show, raised, readings, counts, inTime } = await open(detector, { journal })

    const bus = await openBus({ url, ...HALL_ACCOUNT, clientId: 'listener of everything', log })
    onTestFinished(bus.close)
    const heard: { topic: string; payload: Uint8Array }[] = []
    onTestFinished(bus.subscribe('#', (message) => heard.push(message)))
    const announcer = await openAnnouncer({ site: siteWithSeat(), hall, bus, clock, log })
    onTestFinished(announcer.close)

    const look = vision.looking.look(C1)
    for await (const jpeg of sittingDown(hallJpeg, NINE, 16)) await show(jpeg)
    await soon(() => expect(raised).toEqual(['L0001']))
    await show(hallJpeg.subarray(0, 5000))
    clock.advance(SECOND)
    await inTime(() => expect(counts()).toMatchObject({ unreadable: 1 }))
    expect(holdsPicture((await look)?.jpeg ?? '')).toBe(true)

    const facts: Fact[] = []
    for await (const fact of journal.read(1)) facts.push(fact)
    const told = heard.filter(({ topic }) => topic !== ownFrame)
    expect(heard.length - told.length).toBeGreaterThanOrEqual(17)
    expect(told.length).toBeGreaterThan(1)
    expect(facts.length).toBeGreaterThan(1)
    expect(facts.filter(saysPicture)).toEqual([])
    expect(told.filter(({ payload }) => holdsPicture(payload))).toEqual([])
    expect(log.lines.filter(saysPicture)).toEqual([])
    expect(readings.filter(saysPicture)).toEqual([])
    const { files, found } = picturesIn(folder.path)
    expect(files).toBeGreaterThan(1)
    expect(found).toEqual([])
  })
})

describe('whoever searches for pictures', () => {
  it('finds one where one is', async () => {
    const folder = await testFolder()
    onTestFinished(folder.remove)
    const file = join(folder.path, 'left behind')
    writeFileSync(file, Buffer.concat([Buffer.from('some words first'), hallJpeg]))
    expect(picturesIn(folder.path)).toEqual({ files: 1, found: [file] })
    expect(holdsPicture(`"picture":"${hallJpeg.toString('base64')}"`)).toBe(true)
    expect(saysPicture({ frame: hallJpeg })).toBe(true)
    expect(saysPicture({ frame: new Uint8Array(hallJpeg) })).toBe(true)
    expect(saysPicture({ words: 'a person in zone Z1' })).toBe(false)
  })
})

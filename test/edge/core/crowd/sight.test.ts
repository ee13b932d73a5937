/** Frames of the simulated hall, as they are and spoilt, judged by how well a camera sees. */
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOUR, SECOND } from '#contracts/durations.ts'
import { measureSight } from '#edge/adapters/detector/measuring.ts'
import { sample } from '#edge/adapters/detector/samples.ts'
import { readFrame } from '#edge/adapters/frames.ts'
import { blacken } from '#edge/core/crowd/detecting.ts'
import { nothingSeen, type Sight, type SightWatch, watchSight } from '#edge/core/crowd/sight.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { openStudio } from '#simulators/camera/studio.ts'
import { createDice } from '#simulators/random.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const input = { width: 512, height: 288 }

const sightOf = async (jpeg: Uint8Array, masks: { x: number; y: number }[][] = []): Promise<Sight> => {
  const { rgb, letterbox } = await readFrame(jpeg, { input, grey: 114, timeZone: 'Asia/Shanghai' })
  blacken(rgb, input, masks, letterbox)
  return measureSight(sample(rgb, input, letterbox), jpeg)
}

/** A frame a second, each with other bytes. */
const watchFor = (before: SightWatch, sight: Sight, from: number, seconds: number): SightWatch => {
  let watch = before
  for (let second = 0; second < seconds; second++)
    watch = watchSight(watch, { ...sight, fingerprint: `${from}:${second}` }, from + second * SECOND)
  return watch
}

const noise = (sigma: number) => {
  const dice = createDice(5)
  const pixels = Uint8Array.from({ length: 640 * 360 * 3 }, () => Math.max(0, Math.min(255, dice.normal(110, sigma))))
  return sharp(pixels, { raw: { width: 640, height: 360, channels: 3 } })
    .jpeg()
    .toBuffer()
}

describe('watching how a camera sees', () => {
  const sights: Sight[] = []
  let hall: Buffer
  let known: SightWatch
  const later = NINE + HOUR
  beforeAll(async () => {
    const studio = await openStudio()
    for (let at = NINE; at < later; at += 40 * SECOND) {
      hall = (await studio.frame({ people: peopleAt(4, at), at })).jpeg
      sights.push(await sightOf(hall))
    }
    known = sights.reduce((watch, sight, i) => watchSight(watch, sight, NINE + i * 40 * SECOND), nothingSeen)
  }, 60_000)

  const spoilt = async (change: (image: Sharp) => Sharp) => sightOf(await change(sharp(hall)).toBuffer())

  it('never complains of an hour in which people come and go', () => {
    let watch = nothingSeen
    for (const [i, sight] of sights.entries()) {
      watch = watchSight(watch, sight, NINE + i * 40 * SECOND)
      expect(watch.suspected).toBeUndefined()
    }
  })

  it('does not mind less light, or more', async () => {
    for (const factor of [0.2, 0.4, 1.3])
      expect(watchFor(known, await spoilt((image) => image.linear(factor, 0)), later, 60).problem).toBeUndefined()
  })

  it('calls it blind when it is dark or glaring for ten seconds, since the first such frame', async () => {
    for (const [factor, more] of [
      [0.05, 0],
      [0.08, 240],
    ] as const) {
      const dark = await spoilt((image) => image.linear(factor, more))
      expect(watchFor(known, dark, later, 10).problem).toBeUndefined()
      expect(watchFor(known, dark, later, 11)).toMatchObject({ problem: 'blind', since: later })
    }
  })

  it('stays blind in twilight that alone would not be dark, and sees again in the light', async () => {
    const [dark, twilight, light] = [
      { ...(await sightOf(hall)), brightness: 10 },
      { ...(await sightOf(hall)), brightness: 25 },
      await sightOf(hall),
    ]
    const blind = watchFor(known, dark, later, 20)
    expect(watchFor(known, twilight, later, 60).problem).toBeUndefined()
    expect(watchFor(blind, twilight, later + 20 * SECOND, 60)).toMatchObject({ problem: 'blind', since: later })
    expect(watchFor(blind, light, later + 20 * SECOND, 1).problem).toBeUndefined()
  })

  it('calls it covered when there is light but nothing to see', async () => {
    for (const hidden of [await sightOf(await noise(2.5)), await spoilt((image) => image.blur(60))])
      expect(watchFor(known, hidden, later, 11)).toMatchObject({ problem: 'covered', since: later })
    const wiped = watchFor(known, await sightOf(await noise(2.5)), later, 5)
    expect(watchFor(wiped, await sightOf(hall), later + 5 * SECOND, 60).suspected).toBeUndefined()
  })

  it('calls it frozen when the same bytes come for twenty seconds', async () => {
    const same = { ...(await sightOf(hall)), fingerprint: 'same' }
    const after = (seconds: number[]) =>
      seconds.reduce((watch, second) => watchSight(watch, same, later + second * SECOND), known)
    expect(after([1, 10, 20]).problem).toBeUndefined()
    expect(after([1, 21]).problem).toBeUndefined()
    const frozen = after([1, 11, 21])
    expect(frozen).toMatchObject({ problem: 'frozen', since: later + SECOND })
    expect(watchFor(frozen, same, later + 30 * SECOND, 1).problem).toBeUndefined()
  })

  it('calls it moved when another view stays for half a minute, until it is set up anew', async () => {
    const aside = await spoilt((image) =>
      image.extract({ left: 120, top: 0, width: 1160, height: 720 }).resize(1280, 720, { fit: 'fill' }),
    )
    const turned = await sightOf(
      await sharp(await sharp(hall).rotate(8).toBuffer())
        .resize(1280, 720, { fit: 'cover' })
        .jpeg()
        .toBuffer(),
    )
    for (const other of [aside, turned]) {
      expect(watchFor(known, other, later, 30).problem).toBeUndefined()
      const moved = watchFor(known, other, later, 3600)
      expect(moved).toMatchObject({ problem: 'moved', since: later })
      expect(watchFor(moved, await sightOf(hall), later + HOUR, 1).problem).toBeUndefined()
      expect(watchFor(nothingSeen, other, later, 3600).problem).toBeUndefined()
    }
  })

  it('survives a clock that goes back', async () => {
    const dark = await spoilt((image) => image.linear(0.05, 0))
    const blind = watchFor(known, dark, later, 20)
    const back = watchFor(blind, dark, NINE, 11)
    expect(back).toMatchObject({ problem: 'blind', since: NINE })
  })

  it('measures nothing of what a mask covers', async () => {
    const mask = [
      { x: 0, y: 0 },
      { x: 1280, y: 0 },
      { x: 1280, y: 600 },
      { x: 0, y: 600 },
    ]
    const [whole, masked] = [await sightOf(hall), await sightOf(hall, [mask])]
    expect(masked.brightness).toBeGreaterThan(60)
    expect(masked.layout.slice(0, 32 * 14).every((edge) => edge === 0)).toBe(true)
    expect(masked.layout.slice(32 * 16)).toEqual(whole.layout.slice(32 * 16))
  })
})

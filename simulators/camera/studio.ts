/** Makes frames of the simulated camera, each with the truth about who is in it. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Point } from '#contracts/places.ts'
import type { Instant } from '#contracts/time.ts'
import { createDice } from '../random.ts'
import { captureTime } from './captureTime.ts'
import { AT_ORIGIN, FRAME, type Placement, toPlan } from './lens.ts'
import {
  addNoise,
  type Canvas,
  createCanvas,
  createNoise,
  type Figure,
  paintFigure,
  paintShadow,
  placeOf,
} from './painting.ts'
import type { Person } from './persons.ts'
import { seats } from './seats.ts'
import { attitudeOf, chairOf, openSheet, type Sheet } from './sprites.ts'

export interface Shot {
  people: readonly Person[]
  /** Written into the frame as its capture time. */
  at: Instant
}

/** What is true about one person in a frame. */
export interface Truth {
  person: Person
  /** Pixels, from the upper left corner, cut to the frame. A seated person's box holds the legs of the chair. */
  box: { x1: number; y1: number; x2: number; y2: number }
  /** Share of the person that can be seen, 0..1. */
  visible: number
  /** Metres on the plan. */
  place: Point
}

export interface Frame {
  /** 1280 x 720. */
  jpeg: Buffer
  /** Those of whom anything can be seen. */
  truth: Truth[]
}

export interface Studio {
  frame(shot: Shot): Promise<Frame>
}

export interface StudioOptions {
  placement?: Placement
  /** How far the camera's clock is ahead of UTC; 480 is China. */
  offsetMinutes?: number
}

const QUALITY = 80
const NOISE = 2.5

/** Reads background and figures once; a frame then costs one copy of the background and its painting. */
export const openStudio = async ({
  placement = AT_ORIGIN,
  offsetMinutes = 480,
}: StudioOptions = {}): Promise<Studio> => {
  const background = await sharp(await readFile(new URL('background.jpg', import.meta.url)))
    .raw()
    .toBuffer()
  const sheet = await openSheet()
  const noise = createNoise(NOISE)
  return {
    frame: async ({ people, at }) => {
      const canvas = createCanvas(background)
      const truth = paintPeople(canvas, sheet, people, placement)
      addNoise(canvas, noise, createDice(at).integer(0, noise.length))
      const jpeg = await sharp(canvas.pixels, { raw: { ...FRAME, channels: 3 } })
        .jpeg({ quality: QUALITY })
        .withExif({ IFD2: { ...captureTime(at, offsetMinutes) } })
        .toBuffer()
      return { jpeg, truth }
    },
  }
}

/** The farthest first, so that the near hide the far; empty seats stand among the people. */
const paintPeople = (canvas: Canvas, sheet: Sheet, people: readonly Person[], placement: Placement): Truth[] => {
  const figures = [
    ...people.map((person) => ({ ...figureOf(sheet, person), person })),
    ...seats
      .filter((seat) => !people.some(({ stance, x, z }) => stance === 'sit' && x === seat.x && z === seat.z))
      .map((spot) => ({ ...chairOf(sheet), spot, brightness: 1 })),
  ].sort((a, b) => b.spot.z - a.spot.z)
  for (const [i, figure] of figures.entries()) {
    paintShadow(canvas, figure.spot)
    paintFigure(canvas, sheet, figure, i + 1)
  }
  return figures.flatMap((figure, i) => {
    const shown = canvas.shown[i + 1] ?? 0
    return 'person' in figure && shown > 0 ? [truthOf(figure, figure.person, sheet, shown, placement)] : []
  })
}

const figureOf = (sheet: Sheet, person: Person): Figure => ({
  ...attitudeOf(sheet, person),
  spot: { x: person.x, z: person.z },
  brightness: 1,
})

const truthOf = (figure: Figure, person: Person, sheet: Sheet, shown: number, placement: Placement): Truth => {
  const { left, top, width, height, zoom } = placeOf(figure, sheet)
  return {
    person,
    box: {
      x1: Math.max(0, left),
      y1: Math.max(0, top),
      x2: Math.min(FRAME.width, left + width),
      y2: Math.min(FRAME.height, top + height),
    },
    visible: Math.min(1, shown / (figure.sprite.opaque * zoom ** 2)),
    place: toPlan(person, placement),
  }
}

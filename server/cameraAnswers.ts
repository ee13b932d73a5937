/** The shapes of what the server answers about cameras: how they are, looks through them, and the public notice. */
import { z } from 'zod'
import { CameraCount } from '#contracts/cameras.ts'
import { CameraId, FloorId, ZoneId } from '#contracts/ids.ts'
import { Names } from '#contracts/languages.ts'
import { PartState } from '#contracts/readings.ts'
import { CameraSetup, PrivacyLack, PrivacyRecord } from '#contracts/siteCameras.ts'
import { Instant } from '#contracts/time.ts'

/** `setup` is what holds now, and what a change of it begins from. */
export const CameraNow = z.object({
  cameraId: CameraId,
  floorId: FloorId,
  frigateName: z.string().optional(),
  setup: CameraSetup,
  /** As long as anything lacks, it is not used. */
  lacks: z.array(PrivacyLack),
  state: PartState.shape.state,
  problem: PartState.shape.problem,
  /** One sentence in English. */
  detail: z.string().optional(),
  /** Since the box was started. */
  counts: z.partialRecord(CameraCount, z.int().nonnegative()),
  /** In all its zones now; absent while it counts nobody. */
  people: z.int().nonnegative().optional(),
})
export type CameraNow = z.infer<typeof CameraNow>
export const CameraAnswer = z.object({ camera: CameraNow })
export const CamerasAnswer = z.object({ cameras: z.array(CameraNow) })

/** `lookId` alone opens the look, until then. */
export const LookGrantAnswer = z.object({ lookId: z.string(), until: Instant })
export type LookGrantAnswer = z.infer<typeof LookGrantAnswer>

export const LookAnswer = z.object({
  /** The frame, with its masks black, as a `data:` address. */
  jpeg: z.string().startsWith('data:image/jpeg;base64,'),
  at: Instant,
  /** Of the frame, in pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** People in pixels of the frame, best first. */
  boxes: z.array(z.object({ x1: z.number(), y1: z.number(), x2: z.number(), y2: z.number(), score: z.number() })),
  /** Model input pixels for one pixel of the frame: a person should be 48 of them high. */
  scale: z.number(),
  until: Instant,
})
export type LookAnswer = z.infer<typeof LookAnswer>

/** The register of looks, oldest first. `by` is a role, never a name. */
export const LooksAnswer = z.object({
  looks: z.array(z.object({ cameraId: CameraId, by: z.string(), reason: z.string(), at: Instant, until: Instant })),
})
export type LooksAnswer = z.infer<typeof LooksAnswer>

/** The public notice. Without a database nobody can say who has looked, and `looks` is absent. */
export const PrivacyAnswer = z.object({
  hall: Names,
  model: z.string(),
  measured: z.array(Names),
  notDone: z.array(Names),
  kept: z.array(z.object({ what: Names, howLong: Names })),
  cameras: z.array(
    PrivacyRecord.extend({
      cameraId: CameraId,
      floor: Names,
      zones: z.array(z.object({ zoneId: ZoneId, names: Names })),
      inUse: z.boolean(),
      lacks: z.array(PrivacyLack),
      /** Through this camera by a person, in the last 30 days. */
      looks: z.object({ count: z.int().nonnegative(), lastAt: Instant.optional() }).optional(),
    }),
  ),
})
export type PrivacyAnswer = z.infer<typeof PrivacyAnswer>

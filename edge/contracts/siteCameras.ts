/** A camera of the site: where it looks, what it must not see, and the record that allows it. */
import { z } from 'zod'
import { CameraId, FloorId, ZoneId } from './ids.ts'
import { Polygon } from './places.ts'

/** Without this record no camera is used: who answers for it, what for, on what ground, and how people are told. */
export const PrivacyRecord = z.object({
  operator: z.string().min(1).describe('Who answers for the camera.'),
  purpose: z.string().min(1).describe('What it is used for.'),
  legalBasis: z.string().min(1).describe('The law or consent it stands on.'),
  assessment: z.string().min(1).describe('Reference and date of the impact assessment.'),
  signsPosted: z.literal(true).describe('People are told by signs where it looks.'),
})
export type PrivacyRecord = z.infer<typeof PrivacyRecord>

export const CameraZone = z.object({
  zoneId: ZoneId,
  outline: Polygon.describe(
    'The zone in the image, in pixels. A person is in it when the middle of the lower edge of the box is.',
  ),
})
export type CameraZone = z.infer<typeof CameraZone>

export const SiteCamera = z.object({
  cameraId: CameraId,
  floorId: FloorId,
  width: z.int().positive().describe('Of the frames the polygons are drawn on, in pixels.'),
  height: z.int().positive(),
  zones: z.array(CameraZone).min(1),
  homography: z
    .array(z.number())
    .length(9)
    .describe('Image pixels to floor metres, 3 by 3, row by row; the lower edge of a box stands on the floor.'),
  masks: z.array(Polygon).default([]).describe('Parts of the image that are blackened before anything looks at it.'),
  privacy: PrivacyRecord,
})
export type SiteCamera = z.infer<typeof SiteCamera>

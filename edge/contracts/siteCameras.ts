/** A camera of the site: where it looks, what it must not see, and the record that allows it. */
import { z } from 'zod'
import { CameraId, FloorId, ZoneId } from './ids.ts'
import { Point, Polygon } from './places.ts'

const said = (meaning: string) => z.string().trim().min(1).optional().describe(meaning)

/** Who answers for a camera, what for, on what ground, and how people are told. As long as anything lacks, it is not used. */
export const PrivacyRecord = z.object({
  operator: said('Who answers for the camera.'),
  purpose: said('What it is used for.'),
  legalBasis: said('The law or consent it stands on.'),
  assessment: said('Reference and date of the impact assessment.'),
  contact: said('Whom people may ask about it; on the public notice.'),
  signsPosted: z.boolean().default(false).describe('People are told by signs where it looks.'),
})
export type PrivacyRecord = z.infer<typeof PrivacyRecord>

export const CameraZone = z.object({
  zoneId: ZoneId,
  outline: Polygon.describe(
    'The zone in the image, in pixels. A person is in it when the middle of the lower edge of the box is.',
  ),
  queueLine: z
    .array(Point)
    .min(2)
    .optional()
    .describe('Where people queue in this zone, in pixels, from the place where they are served backwards.'),
})
export type CameraZone = z.infer<typeof CameraZone>

/** The same place in the image, in pixels, and on the floor, in metres. */
export const FloorMatch = z.object({ pixel: Point, floor: Point })
export type FloorMatch = z.infer<typeof FloorMatch>

/** What is set up in front of its picture. */
export const CameraSetup = z.object({
  width: z.int().positive().describe('Of the frames the polygons are drawn on, in pixels.'),
  height: z.int().positive(),
  zones: z.array(CameraZone).default([]),
  masks: z.array(Polygon).default([]).describe('Parts of the image that are blackened before anything looks at it.'),
  floorMatches: z
    .array(FloorMatch)
    .length(4)
    .optional()
    .describe('Four places clicked in the image and on the plan, from which the homography comes.'),
  homography: z
    .array(z.number())
    .length(9)
    .optional()
    .describe(
      'Image pixels to floor metres, 3 by 3, row by row; the lower edge of a box stands on the floor. Without it nobody is shown on the plan.',
    ),
  privacy: PrivacyRecord.prefault({}),
})
export type CameraSetup = z.infer<typeof CameraSetup>

export const SiteCamera = CameraSetup.extend({
  cameraId: CameraId,
  floorId: FloorId,
  frigateName: z
    .string()
    .min(1)
    .optional()
    .describe('What Frigate calls this camera; then people come from its events, and no frame is needed.'),
})
export type SiteCamera = z.infer<typeof SiteCamera>

/** What a camera's record may lack. */
export const PrivacyLack = z.enum(['operator', 'purpose', 'legalBasis', 'assessment', 'signsPosted', 'zones'])
export type PrivacyLack = z.infer<typeof PrivacyLack>

/** What is missing before the camera may be used; nothing when it may. */
export const lacksOf = ({ privacy, zones }: CameraSetup): PrivacyLack[] =>
  PrivacyLack.options.filter((lack) => (lack === 'zones' ? zones.length === 0 : !privacy[lack]))

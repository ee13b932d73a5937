/** What ONVIF Profile M cameras tell over MQTT of the objects they see: scene descriptions as JSON (Analytics Service, JSON over MQTT). */
import { z } from 'zod'
import { Instant } from './time.ts'

const MOST_FRAMES = 16
const MOST_OBJECTS = 1000

/** XML attributes are written with an @, text beside them as #text; some senders keep the prefix of the name space. */
const bare = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, held]) => [name.replace(/^(@|#|tt:)/, ''), held]))
    : value

const element = <S extends z.core.$ZodLooseShape>(shape: S) => z.preprocess(bare, z.object(shape))

/** What may be repeated is a list, or the one thing itself. */
const many = <S extends z.ZodType>(one: S, most: number) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one).max(most))

const figure = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*[-+]?[\d.]+(e[-+]?\d+)?\s*$/i)
    .transform(Number)
    .pipe(z.number()),
])

const Vector = element({ x: figure, y: figure })

/** First scaled, then moved. */
export const OnvifTransformation = element({ Translate: Vector.optional(), Scale: Vector.optional() })
export type OnvifTransformation = z.infer<typeof OnvifTransformation>

/** Of a kind with a likelihood 0..1; without one, 1. */
const Type = z.union([
  z.string().transform((text) => ({ text, Likelihood: 1 })),
  element({ text: z.string(), Likelihood: figure.pipe(z.number().min(0).max(1)).default(1) }),
  /** As older cameras write it. */
  element({ Type: z.string(), Likelihood: figure.pipe(z.number().min(0).max(1)).default(1) }).transform(
    ({ Type: text, Likelihood }) => ({ text, Likelihood }),
  ),
])

const Appearance = element({
  Transformation: OnvifTransformation.optional(),
  /** y is up. After all transformations the frame reaches from -1 to 1 both ways. */
  Shape: element({
    BoundingBox: element({ left: figure, top: figure, right: figure, bottom: figure }),
  }).optional(),
  Class: element({ Type: many(Type, 32), ClassCandidate: many(Type, 32) }).optional(),
})
export type OnvifAppearance = z.infer<typeof Appearance>

const hasOffset = /(Z|[-+]\d\d:\d\d)$/i

const UtcTime = z
  .string()
  .transform((text) => Date.parse(hasOffset.test(text) ? text : `${text}Z`))
  .pipe(Instant)

/** Everything that is seen in one frame; none when nobody is there. Object ids are not read. */
export const OnvifFrame = element({
  UtcTime,
  Transformation: OnvifTransformation.optional(),
  Object: many(element({ Appearance: Appearance.optional() }), MOST_OBJECTS),
})
export type OnvifFrame = z.infer<typeof OnvifFrame>

const Scene = element({ Frame: many(OnvifFrame, MOST_FRAMES).refine((frames) => frames.length > 0, 'no frame') })
const Stream = element({ VideoAnalytics: Scene })

/** The frames of one message, which may lie in the elements that hold them in XML. */
export const OnvifScene = z.union([
  Scene.transform(({ Frame }) => Frame),
  Stream.transform(({ VideoAnalytics }) => VideoAnalytics.Frame),
  element({ MetadataStream: Stream }).transform(({ MetadataStream }) => MetadataStream.VideoAnalytics.Frame),
])
export type OnvifScene = z.infer<typeof OnvifScene>

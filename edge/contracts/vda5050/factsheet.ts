/** The VDA 5050 2.x factsheet: what a robot is and can do. Retained, and told on request. */
import { z } from 'zod'
import { Header } from './header.ts'
import { figure, type Heard, hear, listOf, withoutNulls, word } from './lenient.ts'

const text = z.string().min(1)

export const Factsheet = Header.extend({
  typeSpecification: z.object({
    seriesName: text,
    agvKinematic: z.enum(['DIFF', 'OMNI', 'THREEWHEEL']),
    agvClass: z.enum(['FORKLIFT', 'CONVEYOR', 'TUGGER', 'CARRIER']),
    /** Kilograms. */
    maxLoadMass: z.number().nonnegative(),
    localizationTypes: z.array(z.enum(['NATURAL', 'REFLECTOR', 'RFID', 'DMC', 'SPOT', 'GRID'])),
    navigationTypes: z.array(z.enum(['PHYSICAL_LINE_GUIDED', 'VIRTUAL_LINE_GUIDED', 'AUTONOMOUS'])),
  }),
  /** Metres, metres a second, and metres a second squared. */
  physicalParameters: z.object({
    speedMin: z.number(),
    speedMax: z.number(),
    accelerationMax: z.number(),
    decelerationMax: z.number(),
    heightMax: z.number(),
    width: z.number(),
    length: z.number(),
  }),
  protocolLimits: z.object({
    maxStringLens: z.object({}),
    maxArrayLens: z.object({}),
    /** Seconds. */
    timing: z.object({
      minOrderInterval: z.number(),
      minStateInterval: z.number(),
      defaultStateInterval: z.number().optional(),
    }),
  }),
  protocolFeatures: z.object({
    optionalParameters: z.array(z.object({ parameter: text, support: z.enum(['SUPPORTED', 'REQUIRED']) })),
    agvActions: z.array(z.object({ actionType: text, actionScopes: z.array(z.enum(['INSTANT', 'NODE', 'EDGE'])) })),
  }),
  agvGeometry: z.object({}),
  loadSpecification: z.object({}),
})
export type Factsheet = z.infer<typeof Factsheet>

const limit = figure.optional().catch(undefined)
const nothing = () => ({})

/** Whatever it says of its limits and actions; the rest is for people. A limit of 0, or none, is none (2.1, 6.15). */
export const HeardFactsheet = z.preprocess(
  withoutNulls,
  z.object({
    protocolLimits: z
      .object({
        maxStringLens: z.object({ idLen: limit }).catch(nothing),
        maxArrayLens: z
          .object({ 'order.nodes': limit, 'order.edges': limit, 'state.nodeStates': limit })
          .catch(nothing),
        /** Seconds. */
        timing: z.object({ minOrderInterval: limit }).catch(nothing),
      })
      .catch(() => ({ maxStringLens: {}, maxArrayLens: {}, timing: {} })),
    protocolFeatures: z
      .object({ agvActions: listOf(z.object({ actionType: word })).catch(() => []) })
      .catch(() => ({ agvActions: [] })),
  }),
)
export type HeardFactsheet = z.infer<typeof HeardFactsheet>

export const hearFactsheet = (text: string): Heard<HeardFactsheet> => hear(text, HeardFactsheet, Factsheet)

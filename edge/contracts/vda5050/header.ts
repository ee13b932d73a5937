/** The head of every VDA 5050 2.x message, and the topics it travels on. */
import { z } from 'zod'

/** 2.0.0 and 2.1.0 differ in a few field names only; each robot is written to in its own. */
export const VdaVersion = z.enum(['2.0.0', '2.1.0'])
export type VdaVersion = z.infer<typeof VdaVersion>

export const Header = z.object({
  /** Counted for each topic; wraps after 2³² - 1. */
  headerId: z.int().min(0).max(0xffff_ffff),
  /** ISO 8601 in UTC, with a Z. */
  timestamp: z.iso.datetime(),
  version: VdaVersion,
  manufacturer: z.string().min(1),
  serialNumber: z.string().min(1),
})
export type Header = z.infer<typeof Header>

export type VdaTopic = 'connection' | 'state' | 'visualization' | 'factsheet' | 'order' | 'instantActions'

/** Who a robot is on the bus. */
export interface RobotAddress {
  interfaceName: string
  manufacturer: string
  serialNumber: string
}

/** VDA 5050 2.1, 6.2: `interfaceName/v2/manufacturer/serialNumber/topic`. */
export const topicOf = ({ interfaceName, manufacturer, serialNumber }: RobotAddress, topic: VdaTopic): string =>
  `${interfaceName}/v2/${manufacturer}/${serialNumber}/${topic}`

/** What share of the visitors comes for which service, learned from day to day. */

/** Shares 0..1 by service id, together 1; empty while nothing has been learned. Plain JSON, 4 decimals. */
export type ServiceMix = Record<string, number>

const MEMORY = 0.2

/** `counts` are one day's visitors by service id; a day without any teaches nothing. */
export const learnMix = (mix: ServiceMix, counts: Readonly<Record<string, number>>): ServiceMix => {
  const visitors = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (visitors === 0) return mix
  const isFirst = Object.keys(mix).length === 0
  const services = [...new Set([...Object.keys(mix), ...Object.keys(counts)])]
  return Object.fromEntries(
    services.map((serviceId) => {
      const today = (counts[serviceId] ?? 0) / visitors
      const before = isFirst ? today : (mix[serviceId] ?? 0)
      return [serviceId, Math.round((before + MEMORY * (today - before)) * 10_000) / 10_000]
    }),
  )
}

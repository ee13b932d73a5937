/** What passes in a full day: robots on their ways, what cameras see, the parts of the system, the hall's own beat. */
import type { Site } from '#contracts/site.ts'

type Timed = { at: number; reading: Record<string, unknown> & { type: string } }

const EVERY_MINUTE_STEPS = 6
const HEAT_STEPS = 60

const poses = (site: Site, step: number) =>
  site.robots.flatMap(({ robotId }, i) => {
    const nodes = site.routeNodes.filter(({ place }) => place.floorId === site.floors[i % 2]?.floorId)
    const place = nodes[(step + i * 5) % Math.max(1, nodes.length)]?.place
    return place ? [{ type: 'robotPose', robotId, ...place, theta: step % 6, driving: true }] : []
  })

const parts = (site: Site) => [
  ...['database', 'journal', 'broker', 'detector'],
  ...site.cameras.map(({ cameraId }) => `camera:${cameraId}`),
  ...site.robots.map(({ robotId }) => `robot:${robotId}`),
]

const seen = (site: Site, step: number) =>
  site.cameras.flatMap(({ cameraId, zones }) =>
    zones.map(({ zoneId }) => {
      const { x, y } = site.zones.find((zone) => zone.zoneId === zoneId)?.outline[0] ?? { x: 0, y: 0 }
      const people = 3 + (step % 12)
      const places = Array.from({ length: people }, (_, n) => ({
        x: x + (n % 6) * 0.9 + 0.5,
        y: y + 0.4 * (n % 4) + 0.4,
      }))
      return { type: 'occupancy', zoneId, cameraId, people, longestStayMinutes: step % 25, longWaits: step % 3, places }
    }),
  )

const heat = (site: Site, step: number) =>
  site.cameras.flatMap(({ cameraId, zones }) => {
    const zone = site.zones.find(({ zoneId }) => zoneId === zones[0]?.zoneId)
    const [corner] = zone?.outline ?? []
    if (!zone || !corner) return []
    const cells = Array.from({ length: 40 }, (_, n) => ({
      x: Math.floor(corner.x) + (n % 8),
      y: Math.floor(corner.y) + Math.floor(n / 8),
      people: 5 + ((n * 11 + step) % 90),
    }))
    return [{ type: 'heat', floorId: zone.floorId, cameraId, cell: 1, cells }]
  })

const forecast = (at: number) => ({
  type: 'forecast',
  targetMinutes: 10,
  days: [
    {
      day: '2026-11-23',
      slots: Array.from({ length: 40 }, (_, n) => ({
        from: Math.floor(at / 86_400_000) * 86_400_000 + n * 900_000,
        expected: 12 + (n % 9),
        low: 6,
        high: 24 + (n % 9),
        booked: n % 3,
      })),
      plan: [],
    },
  ],
})

/** All of them at the first step; then poses and the beat each time, what cameras see each minute, the rest less often. */
export const readingsAt = (site: Site, step: number, at: number): Timed[] => {
  const minute = step % EVERY_MINUTE_STEPS === 0
  const rare = step % HEAT_STEPS === 0
  return [
    ...poses(site, step),
    ...(minute ? parts(site).map((partId) => ({ type: 'part', partId, state: 'fine' })) : []),
    ...(minute ? seen(site, step) : []),
    ...(rare
      ? [...heat(site, step), forecast(at), { type: 'advised', advice: [], horizonMinutes: 60, rolls: 8, seconds: 1 }]
      : []),
    { type: 'beat' },
  ].map((reading) => ({ at, reading }))
}

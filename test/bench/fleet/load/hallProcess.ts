/** The hall and its line to the robots, in a process of its own so that its share of a core can be told. */
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { createLog } from '#edge/adapters/log.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openFleet } from '#edge/fleet.ts'
import { openHall } from '#edge/hall.ts'
import { startTicking } from '#edge/ticking.ts'
import { runningClock } from '#simulators/clock.ts'
import { commandId } from '#test/support/names.ts'
import { gridSite } from './grid.ts'

/** Missions that are open at any time: more than there are robots. */
const OPEN_MISSIONS = 60

const serve = async (url: string, folder: string): Promise<void> => {
  const site = gridSite()
  const clock = runningClock(1)
  const log = createLog('silent')
  const bus = await openBus({ url, clientId: 'hall', username: 'hall', password: 'hall of tests', log })
  const hall = await openHall({ site, clock, journal: await openLevelJournal(folder), log })
  openFleet({ site, hall, bus, clock, log })
  await startTicking({ hall, bus, clock, log })
  const counted = { asked: 0, delivered: 0, facts: 0 }
  hall.follow(0, ({ event }) => {
    counted.facts += 1
    if (event.type === 'missionDelivered') counted.delivered += 1
  })
  const places = site.places.map(({ placeId }) => placeId)
  const ask = async (): Promise<void> => {
    while (counted.asked - counted.delivered < OPEN_MISSIONS) {
      const from = places[(counted.asked * 7) % places.length]
      const to = places[(counted.asked * 31 + 11) % places.length]
      counted.asked += 1
      if (!from || !to || from === to) continue
      const command = { type: 'requestMission' as const, kind: 'delivery' as const, from, to, priority: 0 }
      await hall.send({ id: commandId(`m-${counted.asked}`), by: 'bench', command })
    }
  }
  clock.every(1000, () => {
    ask().catch(() => {})
  })
  process.on('message', () => process.send?.({ ...counted, cpu: process.cpuUsage() }))
  process.on('disconnect', () => process.exit(0))
  process.send?.('ready')
}

const [url = '', folder = ''] = process.argv.slice(2)
await serve(url, folder)

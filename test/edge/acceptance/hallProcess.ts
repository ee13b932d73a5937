/** The hall of two floors in a process of its own, with its journal on disk, until it is killed. */
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { clockSince, openAcceptanceHall } from './world.ts'

const [url = '', folder = '', startedAt = '0'] = process.argv.slice(2)
const journal = await openLevelJournal(folder)
const { hall } = await openAcceptanceHall(url, journal, clockSince(Number(startedAt)))
process.on('message', (envelope: Parameters<typeof hall.send>[0]) => {
  hall.send(envelope).catch(() => {})
})
process.on('disconnect', () => process.exit(0))
hall.follow(0, (fact) => process.connected && process.send?.(fact))
process.send?.('ready')

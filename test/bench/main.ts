/** Runs the benches that are asked for, all when none is, and prints their figures. */
import { benchBox } from './box.ts'
import { benchCare } from './care/care.ts'
import { benchCore } from './core.ts'
import { benchFleet } from './fleet/fleet.ts'
import { benchJournal } from './journal.ts'
import { benchKiosk } from './kiosk.ts'
import { benchLive } from './live.ts'
import type { Figure } from './measure.ts'
import { benchQueue } from './queue/queue.ts'
import { benchVision } from './vision/vision.ts'

const benches: Record<string, () => Promise<Figure[]>> = {
  core: benchCore,
  journal: benchJournal,
  queue: benchQueue,
  fleet: benchFleet,
  care: benchCare,
  vision: benchVision,
  live: benchLive,
  kiosk: benchKiosk,
  box: benchBox,
}

const shown = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

const run = async (args: readonly string[]): Promise<void> => {
  const asJson = args.includes('--json')
  const asked = args.filter((word) => !word.startsWith('-'))
  const unknown = asked.find((name) => !benches[name])
  if (unknown) throw new Error(`there is no bench ${unknown}: ${Object.keys(benches).join(', ')}`)
  const figures: Figure[] = []
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    for (const figure of await bench()) {
      figures.push(figure)
      process.stdout.write(`${figure.name.padEnd(32)} ${shown(figure.value).padStart(9)}   ${figure.note}\n`)
    }
  }
  if (asJson)
    process.stdout.write(`${JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value])))}\n`)
}

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : fault}\n`)
    process.exit(1)
  },
)

/** How well arrivals are forecast one hour ahead, over ten weeks of a simulated hall, against last week's counts. */
import { forecast, learnDay, nothingLearned, SLOTS_PER_DAY } from '#edge/core/forecast/arrivals.ts'
import { createDice, type Dice } from '#simulators/random.ts'
import type { Figure } from '../measure.ts'
import { busyness } from './crowds.ts'

const SEEDS = 20
const WEEKS = 10
const WARM_UP_WEEKS = 3
const WORKING_DAYS = [1, 2, 3, 4, 5]
const SLOT_MINUTES = 15
/** Nine to five. */
const FIRST_SLOT = 36
const OPEN_SLOTS = 32
const SLOTS_AHEAD = 4
/** Of all visitors on an average day, per minute. */
const PER_MINUTE = 1.03
const DAY_TO_DAY = 0.1
/** Monday is busiest; by weekday, 0 is Sunday. */
const BY_WEEKDAY = [0, 1.1, 1, 0.95, 0.95, 1, 0]
const BOOKED_SHARE = 0.2
/** Of those booked, how many come, and how many minutes before their time. */
const KEPT = 0.93
const EARLY = { mean: 5, deviation: 4 }

interface SimulatedDay {
  weekday: number
  booked: number[]
  walkIns: number[]
  /** Walk-ins and those of the booked who came, when they came. */
  all: number[]
}

const poisson = (dice: Dice, mean: number): number => {
  let count = 0
  for (let passed = dice.exponential(1); passed < mean; passed += dice.exponential(1)) count++
  return count
}

const simulateDay = (seed: number, number: number): SimulatedDay => {
  const dice = createDice(seed, number)
  const weekday = WORKING_DAYS[number % WORKING_DAYS.length] ?? 1
  const volume = Math.exp(dice.normal(0, DAY_TO_DAY)) * (BY_WEEKDAY[weekday] ?? 1)
  const booked = emptyDay()
  const walkIns = emptyDay()
  const all = emptyDay()
  for (let slot = FIRST_SLOT; slot < FIRST_SLOT + OPEN_SLOTS; slot++) {
    const mean = PER_MINUTE * SLOT_MINUTES * busyness(((slot - FIRST_SLOT + 0.5) * SLOT_MINUTES) / 60)
    const walking = poisson(dice, mean * volume * (1 - BOOKED_SHARE))
    const appointments = Math.round(mean * BOOKED_SHARE + dice.uniform(-1, 1))
    walkIns[slot] = walking
    booked[slot] = appointments
    all[slot] = (all[slot] ?? 0) + walking
    for (let one = 0; one < appointments; one++) {
      const minute = slot * SLOT_MINUTES + dice.uniform(0, SLOT_MINUTES) - dice.normal(EARLY.mean, EARLY.deviation)
      const came = Math.max(FIRST_SLOT, Math.floor(minute / SLOT_MINUTES))
      if (dice.chance(KEPT)) all[came] = (all[came] ?? 0) + 1
    }
  }
  return { weekday, booked, walkIns, all }
}

const emptyDay = (): number[] => Array.from({ length: SLOTS_PER_DAY }, () => 0)

/** Sums over all forecast slots of all seeds. */
const createTally = () => ({ came: 0, missed: 0, lastWeekMissed: 0, lastWeekBookedMissed: 0, within: 0, slots: 0 })

/** Each slot from the second hour on is forecast when the slot an hour before it begins. */
const tallyWeeks = (tally: ReturnType<typeof createTally>, seed: number): void => {
  const days = Array.from({ length: WEEKS * WORKING_DAYS.length }, (_, number) => simulateDay(seed, number))
  let learned = nothingLearned
  for (const [number, { weekday, booked, walkIns, all }] of days.entries()) {
    const lastWeek = days[number - WORKING_DAYS.length]
    if (lastWeek && number >= WARM_UP_WEEKS * WORKING_DAYS.length) {
      for (let at = FIRST_SLOT + SLOTS_AHEAD; at < FIRST_SLOT + OPEN_SLOTS; at++) {
        const ahead = forecast({ learned, weekday, arrivals: walkIns, slot: at - SLOTS_AHEAD, booked })[at]
        if (!ahead) continue
        const came = all[at] ?? 0
        tally.came += came
        tally.missed += Math.abs(came - ahead.expected)
        tally.lastWeekMissed += Math.abs(came - (lastWeek.all[at] ?? 0))
        tally.lastWeekBookedMissed += Math.abs(came - (lastWeek.walkIns[at] ?? 0) - (booked[at] ?? 0))
        tally.within += ahead.low <= came && came <= ahead.high ? 1 : 0
        tally.slots++
      }
    }
    learned = learnDay(learned, weekday, walkIns)
  }
}

export const benchForecast = (): Figure[] => {
  const tally = createTally()
  for (let seed = 1; seed <= SEEDS; seed++) tallyWeeks(tally, seed)
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const own = percent(tally.missed / tally.came)
  const lastWeek = percent(tally.lastWeekMissed / tally.came)
  const known = (tally.missed / tally.lastWeekBookedMissed).toFixed(2)
  return [
    {
      name: 'queue.forecastWapeVsLastWeek',
      value: tally.missed / tally.lastWeekMissed,
      note: `1 h ahead by 15 min: ${own} against ${lastWeek}; ${known} if last week knows today's bookings`,
    },
    {
      name: 'queue.forecastBandCoverage',
      value: tally.within / tally.slots,
      note: 'slots that turned out within the 10-90 % band, 0.8 is right',
    },
  ]
}

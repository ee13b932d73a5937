/** In English. */
import type { OutsideWords } from './zh.ts'

export const en: OutsideWords = {
  cause: {
    longWait: 'waiting too long',
    robot: 'a robot needs a person',
    question: 'asked a robot for help',
    crowding: 'too crowded',
    camera: 'a camera does not see',
    noShows: 'called and did not come',
    imbalance: 'one service far behind',
    device: 'a device fails',
  },
  card: ({ cause, zone, count, minutes }) => `${zone}: ${cause}, ${count} of them, the longest for ${minutes} min`,
  one: (hall, card) => `[${hall}] Nobody has gone. ${card}. Please send somebody.`,
  several: (hall, count) => `[${hall}] ${count} things nobody has gone to. Please send somebody:`,
  others: (count) => `${count} more in the next message`,
  somewhere: 'place unknown',
}

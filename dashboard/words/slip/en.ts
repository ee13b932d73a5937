/** Words of printing a slip by those who work in the hall, in English. */
import type { SlipWords } from './zh.ts'

export const en: SlipWords = {
  print: 'Print the slip',
  again: 'Print again',
  at: 'Printer',
  printing: 'Printing…',
  printed: (printer) => `Printed at ${printer}: take it from there`,
  none: 'The hall has no printer. Write the number down.',
  failed: {
    none: () => 'The hall has no printer. Write the number down.',
    fails: (printer) => `Not printed. Have a look at ${printer}.`,
    offline: (printer) => `${printer} is not connected: check power and cable.`,
    paperOut: (printer) => `${printer} has no paper: refill and print again.`,
    coverOpen: (printer) => `${printer} is open: close it and print again.`,
    timeout: (printer) => `${printer} does not answer: see whether a slip came.`,
  },
  away: 'The hall cannot be reached: nothing printed. Press again.',
}

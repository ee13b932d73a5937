/** Words for cameras and what they see, in English. */
import type { CameraWords } from './zh.ts'

export const en: CameraWords = {
  camera: (cameraId) => `Camera ${cameraId}`,
  problem: {
    blind: 'cannot make anything out',
    covered: 'is covered',
    frozen: 'shows a frozen picture',
    moved: 'has been turned',
    offline: 'is offline',
    noRecord: 'is not used: no record',
    silent: 'has fallen silent',
  },
  todo: {
    blind: 'Too dark or too bright: switch on the light, draw the curtain, or clean the lens.',
    covered: 'Take away what is before the lens.',
    frozen: 'The picture does not change: unplug the camera and plug it in again.',
    moved: 'Turn it back to where it looked; if you cannot, ask the manager to set it up anew.',
    offline: 'See whether power and network are plugged in, and switch it on.',
  },
  zones: (names) => names.join(', '),
  people: (count, partly) => (partly ? `at least ${count}` : `${count}`),
  longest: (minutes) => `longest ${minutes} min`,
  queue: (people, metres) => (metres === undefined ? `queue ${people}` : `queue ${people} · about ${metres} m`),
  crowded: (people) => `${people} people, too full`,
  unconfirmed: 'not confirmed, please look',
}

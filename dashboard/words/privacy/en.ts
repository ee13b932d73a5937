/** Words of the public notice about cameras, in English. */
import type { PrivacyWords } from './zh.ts'

export const en: PrivacyWords = {
  title: 'How cameras are used here',
  lead: 'This hall counts people with cameras, to notice sooner who has waited too long and may need help. They count people; they do not recognise anybody.',
  none: 'This hall does not count people with cameras now.',
  noneMore: 'Before it begins to, signs are put up on site, and this page changes with it.',
  purpose: 'What for',
  measured: 'What is seen',
  model: (name) => `By the model ${name}, on a machine in this hall.`,
  operator: 'Responsible',
  legalBasis: 'Legal ground',
  assessment: 'Assessment',
  where: 'Where',
  inUse: 'in use',
  notInUse: 'not in use',
  kept: 'How long',
  looks: 'Who sees pictures',
  looksRule: 'As a rule nobody. To set up a camera, a manager may look for one minute, for a written reason. ',
  looksCount: (count, last) => {
    if (count === 0) return 'Nobody has looked in the last 30 days.'
    const times = count === 1 ? 'One look' : `${count} looks`
    return `${times} in the last 30 days${last === undefined ? '' : `, the last on ${last}`}.`
  },
  looksUnknown: 'The record of the last 30 days cannot be read right now.',
  notDone: 'What is not done',
  contact: 'Whom to ask',
  anybody: 'Please ask at the guide desk, or anybody of the staff.',
  rights: 'You may ask, comment, object or complain; it does not affect how you are served.',
  only: (cameraIds) => `${cameraIds.length === 1 ? 'Camera' : 'Cameras'} ${cameraIds.join(', ')}: `,
  zones: (names) => names.join(', '),
  live: (date) => `Made from the settings in force on ${date}; when they change, this page changes.`,
  print: 'Print',
}

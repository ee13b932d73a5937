/** Words of the doors of the screens, pairing and signing in, in English. */
import type { EntryWords } from './zh.ts'

export const en: EntryWords = {
  pairTitle: 'Pair this device',
  what: {
    wall: 'Wall',
    queue: 'Queue screen',
    kiosk: 'Kiosk',
    window: 'Window',
    rating: 'Rating pad',
    tablet: 'Staff tablet',
  },
  at: (what, place) => `${what} ${place}`,
  pairAsk: 'A manager must approve this device',
  pairHow: 'Enter this code under Devices on the managers’ page:',
  fetching: 'Fetching a code…',
  pairAway: 'The hall cannot be reached. This goes on by itself.',
  pairThen: 'The screen opens by itself once approved, and stays paired.',

  signInTitle: 'Sign in',
  name: 'Account',
  password: 'Password',
  code: 'One-time code',
  codeHint: 'The 6 digits of your authenticator',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  enrol: 'Set up your authenticator first',
  enrolHow: 'Scan this with an authenticator, or type the key into it, then enter the 6 digits it shows.',
  secret: 'Key',
  other: 'Sign in with your organisation',
  again: 'Another account',
  refused: {
    signInWrong: 'Account, password or code is wrong.',
    signInLocked: 'Too many wrong tries. Please wait a moment.',
    secureLineNeeded: 'This connection is not secure: nobody can sign in here. Open the https address.',
    databaseDown: 'The system is recovering. Please try again in a moment.',
    unreachable: 'The hall cannot be reached. Please try again in a moment.',
  },
  refusedOther: 'You cannot sign in now. Ask your administrator.',
}

/** What the server says no to when somebody may not come in, or not do this. */
import type { Role } from '../identity/roles.ts'
import type { SignInComplaint } from '../identity/signingIn.ts'
import type { Kinds } from './kind.ts'

export type IdentityObjection =
  | SignInComplaint
  | { code: 'signInNeeded' }
  | { code: 'notAllowed'; roles: readonly Role[] }
  | { code: 'secureLineNeeded' }
  | { code: 'codeUnknown' }
  | { code: 'tooMany'; seconds: number }
  | { code: 'nameTaken'; name: string }
  | { code: 'unknownPerson'; personId: string }
  | { code: 'lastAdmin' }
  | { code: 'unknownDevice'; deviceId: string }
  | { code: 'noOidc' }
  | { code: 'oidcAway' }
  | { code: 'oidcRefused' }

export const identityObjections: Kinds<IdentityObjection> = {
  signInNeeded: {
    status: 401,
    title: () => 'Nobody is known here by this; sign in at /sign-in, or pair the device with a code of /manage.',
  },
  notAllowed: {
    status: 403,
    title: ({ roles }) => `This is not for whoever asks, or not at this place; it is for ${roles.join(', ')}.`,
  },
  secureLineNeeded: {
    status: 403,
    title: () =>
      'A password must not cross the network in the open: sign in over https (set TLS_CERT and TLS_KEY), or on the box itself.',
  },
  signInWrong: { status: 401, title: () => 'Name, password or code is wrong.' },
  signInLocked: {
    status: 429,
    title: () => 'Too many try to sign in by this name; wait some seconds, then try again.',
  },
  codeNeeded: { status: 401, title: () => 'Send the six digits of the authenticator as `code` too.' },
  totpToEnrol: {
    status: 401,
    title: () =>
      'An authenticator is needed first: set one up with this secret, and send its six digits as `code` too.',
  },
  codeUnknown: { status: 404, title: () => 'This code is wrong, over or used; ask for a new one.' },
  tooMany: { status: 429, title: ({ seconds }) => `This was asked too often; try again in ${seconds} seconds.` },
  nameTaken: { status: 409, title: ({ name }) => `Somebody is called ${name} already; choose another name.` },
  unknownPerson: { status: 404, title: ({ personId }) => `Nobody here is ${personId}.` },
  lastAdmin: { status: 409, title: () => 'This is the last admin; make somebody else admin first.' },
  noOidc: {
    status: 404,
    title: () => 'No sign-in of an organisation is set up here; OIDC_ISSUER and OIDC_CLIENT_ID name one.',
  },
  oidcAway: { status: 503, title: () => 'The organisation’s sign-in does not answer; use an account of the hall.' },
  oidcRefused: {
    status: 403,
    title: () => 'The organisation’s sign-in was not finished here, or gives no role in this hall.',
  },
  unknownDevice: { status: 404, title: ({ deviceId }) => `No paired device is called ${deviceId}.` },
}

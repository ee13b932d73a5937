/** The questions that aedes asks about each client, and how they are answered from the roll. */
import type { AedesOptions } from 'aedes'
import type { Log } from '#edge/ports.ts'
import { mayPublish, mayRetain, maySubscribe } from './permissions.ts'
import { createRations } from './rations.ts'
import { NotAdmitted, type Roll } from './roll.ts'
import type { Sparing } from './sparing.ts'

type Door = Required<Pick<AedesOptions, 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeSubscribe'>>

/** What a camera may send: the hall looks at one or two frames a second, and at a short burst after a pause. */
const FRAMES = { most: 50, perSecond: 10 }
const isFrame = (topic: string): boolean => topic.startsWith('hall/') && topic.endsWith('/frame')
const NOTHING = Buffer.alloc(0)

/** `mayHaveFrame` answers whether one more frame of that topic is passed on whole. */
export const createDoor = (
  roll: Roll,
  sparing: Sparing,
  log: Log,
  mayHaveFrame = createRations(FRAMES, Date.now),
): Door => ({
  /** Nothing is kept for a client that is away: its queue would grow until it came back, and it may never. */
  preConnect: (_client, packet, done) => {
    packet.clean = true
    done(null, true)
  },
  authenticate: (client, username, password, done) => {
    try {
      roll.admit(client, username, password)
    } catch (refusal) {
      if (!(refusal instanceof NotAdmitted)) throw refusal
      return done(refusal, false)
    }
    done(null, true)
  },
  /** Asked for last wills too. A refusal closes the connection: MQTT 3.1.1 has no other way to say no. */
  authorizePublish: (client, packet, done) => {
    const permissions = roll.permissionsOf(client)
    if (permissions === undefined || !mayPublish(permissions, packet.topic)) {
      const facts = { clientId: client?.id, topic: packet.topic }
      sparing(`publish ${client?.id}`, (times) => log.warn({ ...facts, times }, 'publish refused'))
      return done(new Error(`may not publish to ${packet.topic}`))
    }
    // A frame too many goes on empty: the hall counts it, and nobody else has to wait for its bytes.
    if (isFrame(packet.topic) && !mayHaveFrame(packet.topic)) packet.payload = NOTHING
    if (packet.retain && !mayRetain(permissions, packet.topic)) packet.retain = false
    done(null)
  },
  /** A refusal is a SUBACK of 0x80; the connection stays. */
  authorizeSubscribe: (client, subscription, done) => {
    const permissions = roll.permissionsOf(client)
    if (permissions !== undefined && maySubscribe(permissions, subscription.topic)) return done(null, subscription)
    const facts = { clientId: client.id, filter: subscription.topic }
    sparing(`subscribe ${client.id}`, (times) => log.warn({ ...facts, times }, 'subscription refused'))
    done(null, null)
  },
})

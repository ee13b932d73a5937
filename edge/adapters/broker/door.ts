/** The questions that aedes asks about each client, and how they are answered from the roll. */
import type { AedesOptions } from 'aedes'
import type { Log } from '#edge/ports.ts'
import { mayPublish, mayRetain, maySubscribe } from './permissions.ts'
import { NotAdmitted, type Roll } from './roll.ts'
import type { Sparing } from './sparing.ts'

type Door = Required<Pick<AedesOptions, 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeSubscribe'>>

export const createDoor = (roll: Roll, sparing: Sparing, log: Log): Door => ({
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

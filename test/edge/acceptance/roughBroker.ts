/** A broker on which messages get lost and robots stammer, as radio and makers have it. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Aedes, type AedesPublishPacket, type Client } from 'aedes'

export interface Roughness {
  /** Of orders and instant actions: the share that reaches nobody. */
  loss?: number
  /** Every second state of each robot is cut off in the middle. */
  stammer?: boolean
  random: () => number
}

const serialNumberIn = (topic: string): string => topic.split('/')[3] ?? ''

/** Of a robot; lifts tell theirs elsewhere. */
const isState = (topic: string): boolean => topic.startsWith('uagv/') && topic.endsWith('/state')

const isToRobot = (topic: string): boolean => topic.endsWith('/order') || topic.endsWith('/instantActions')

/** Those who only listen, by the name that mqtt.js gives a client without one: a robot has its own. */
const isListener = (clientId: string): boolean => clientId.startsWith('mqttjs_')

/** On a free loopback port. `dropped` counts what was lost. */
export const openRoughBroker = async ({ loss = 0, stammer = false, random }: Roughness) => {
  const broker = await Aedes.createBroker()
  const states = new Map<string, number>()
  const robots = new Map<string, Client>()
  const banished = new Set<string>()
  let dropped = 0

  broker.authenticate = (client, _username, _password, done) => done(null, !banished.has(client.id))
  broker.authorizePublish = (client, packet, done) => {
    if (client && isState(packet.topic)) robots.set(serialNumberIn(packet.topic), client)
    if (stammer && isState(packet.topic)) {
      const count = (states.get(packet.topic) ?? 0) + 1
      states.set(packet.topic, count)
      if (count % 2 === 0) packet.payload = String(packet.payload).slice(0, 60)
    }
    done(null)
  }
  broker.authorizeForward = (client, packet: AedesPublishPacket) => {
    if (isListener(client.id) || !isToRobot(packet.topic) || random() >= loss) return packet
    dropped += 1
    return null
  }

  const server = createServer(broker.handle)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `mqtt://127.0.0.1:${port}`,
    dropped: () => dropped,
    /** Out of reach of the radio, until the answer is called. */
    banish: (serialNumber: string): (() => void) => {
      const client = robots.get(serialNumber)
      if (client === undefined) throw new Error(`${serialNumber} has not been heard`)
      banished.add(client.id)
      client.close()
      return () => void banished.delete(client.id)
    },
    close: async () => {
      await new Promise<void>((resolve) => broker.close(() => resolve()))
      server.close()
    },
  }
}

/** Somebody who only listens: where robots say they are, what they say they have handed over, and what they are told. */
import { connectAsync } from 'mqtt'
import { hearState } from '#contracts/vda5050/state.ts'
import { watchSchemas } from '#test/support/officialSchemas.ts'

export interface Witness {
  /** Two robots on one node, by what they report; empty when that never was. */
  readonly meetings: readonly string[]
  /** The drop actions that robots have reported as finished, each once. */
  readonly drops: ReadonlySet<string>
  /** What was wrong with our messages by the official schemas. */
  readonly violations: readonly string[]
  heard(): number
  /** From here on the robot may turn up anywhere: somebody moves it by hand. */
  loseSightOf(serialNumber: string): void
  close(): Promise<void>
}

export const openWitness = async (url: string): Promise<Witness> => {
  const client = await connectAsync(url, { protocolVersion: 4 })
  const schemas = await watchSchemas(url)
  const places = new Map<string, string>()
  const meetings: string[] = []
  const drops = new Set<string>()

  client.on('message', (topic, payload) => {
    const heard = hearState(payload.toString())
    if (!heard.ok) return
    const robot = topic.split('/')[3] ?? ''
    const { lastNodeId, actionStates } = heard.message
    for (const { actionId, actionStatus } of actionStates)
      if (actionId.endsWith('-drop') && actionStatus === 'FINISHED') drops.add(actionId)
    if (lastNodeId === '' || places.get(robot) === lastNodeId) return
    places.set(robot, lastNodeId)
    for (const [other, place] of places)
      if (other !== robot && place === lastNodeId) meetings.push(`${robot} and ${other} on ${place}`)
  })
  await client.subscribeAsync('uagv/v2/+/+/state', { qos: 1 })

  return {
    meetings,
    drops,
    violations: schemas.violations,
    heard: schemas.heard,
    loseSightOf: (serialNumber) => places.delete(serialNumber),
    close: async () => {
      await schemas.close()
      await client.endAsync()
    },
  }
}

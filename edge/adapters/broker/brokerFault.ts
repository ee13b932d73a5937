/** What keeps the embedded broker from serving, as a sentence for the person who starts the hall. */
import type { BrokerSettings, FromBroker } from './messages.ts'

export class BrokerFault extends Error {
  override readonly name = 'BrokerFault'
}

/** `settings` are those it was asked for; the refusal is what the process of the broker met. */
export const faultOf = (settings: BrokerSettings, refusal: Extract<FromBroker, { type: 'refused' }>): BrokerFault => {
  const port = refusal.port ?? settings.port
  const variable = port === settings.wsPort && port !== settings.port ? 'MQTT_WS_PORT' : 'MQTT_PORT'
  switch (refusal.code) {
    case 'EADDRINUSE':
      return new BrokerFault(
        `port ${port} on ${settings.host} is already in use: stop what listens there or set ${variable}`,
      )
    case 'EACCES':
      return new BrokerFault(`port ${port} on ${settings.host} is not open to this user: set ${variable} above 1023`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new BrokerFault(`${settings.host} is not an address of this machine: set HOST to one that is`)
    default:
      return new BrokerFault(`the broker does not start: ${refusal.reason}`)
  }
}

import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from '#edge/config.ts'

const complaint = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
    return 'no complaint'
  } catch (fault) {
    return fault instanceof ConfigFault ? fault.message : `not a ConfigFault: ${fault}`
  }
}

describe('the settings', () => {
  it('have a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      MQTT_PORT: 1883,
      DETECTORS: 1,
      LOG_LEVEL: 'info',
    })
    expect(readConfig({ DATA_DIR: '/srv/hall' }).siteFile).toBe('/srv/hall/site.json')
  })

  it('count as absent when empty', () => expect(readConfig({ PORT: '', DATABASE_URL: '' }).PORT).toBe(8080))

  it.each<[Record<string, string>, string]>([
    [{ PORT: 'http' }, 'PORT is "http" and should be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000" and should be a whole number from 0 to 65535.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud" and should be debug, info, warn, error or silent.'],
    [{ MQTT_URL: 'http://broker' }, 'MQTT_URL is "…" and should be an address such as mqtt://host:1883.'],
    [{ DETECTORS: '0' }, 'DETECTORS is "0" and should be a whole number from 1 to 8.'],
    [{ ADMIN_PASSWORD: 'secret7' }, 'ADMIN_PASSWORD is "…" and should be at least 8 signs.'],
  ])('%j are refused with a sentence', (environment, sentence) => expect(complaint(environment)).toBe(sentence))

  it('never show a password in a complaint', () =>
    expect(complaint({ DATABASE_URL: 'mysql://hall:secret@host/db' })).not.toContain('secret'))

  it('name everything that is wrong at once', () =>
    expect(complaint({ PORT: '-1', MQTT_PORT: 'x' }).split('\n')).toHaveLength(2))
})

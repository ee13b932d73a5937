/** The settings of a box, as its environment gives them; each says its unit and what it does. */
import { z } from 'zod'

const whole = (least: number, most: number) => {
  const wanted = `a whole number from ${least} to ${most}`
  return z.coerce.number(wanted).int(wanted).min(least, wanted).max(most, wanted)
}
const port = whole(0, 65535)
const url = (schemes: RegExp, example: string) => z.url({ protocol: schemes, error: `an address such as ${example}` })

export const Environment = z.object({
  PORT: port.default(8080).describe('Where browsers connect. 0 takes a free one.'),
  HOST: z
    .string()
    .min(1, 'an address to listen on, such as 127.0.0.1')
    .default('127.0.0.1')
    .describe('On which address; 0.0.0.0 lets the whole network in.'),
  DATA_DIR: z
    .string()
    .min(1, 'a folder')
    .default('./data')
    .describe('Folder of the journal, the embedded database and the site file.'),
  SITE_FILE: z
    .string()
    .min(1, 'a file')
    .optional()
    .describe('The hall on paper; `site.json` in the data folder when absent, and an example on first run.'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/hall')
    .optional()
    .describe('A PostgreSQL of your own instead of the embedded one.'),
  MQTT_URL: url(/^(mqtt|mqtts|ws|wss)$/, 'mqtt://host:1883')
    .optional()
    .describe('A broker of your own instead of the embedded one.'),
  MQTT_PORT: port
    .default(1883)
    .describe('Where robots and cameras connect to the embedded broker, on HOST. 0 takes a free one.'),
  MQTT_WS_PORT: port.optional().describe('The same over WebSocket; no such listener when absent.'),
  MQTT_ANONYMOUS: z
    .enum(['loopback', 'never'], 'loopback or never')
    .default('loopback')
    .describe('Whether a device on this very machine may connect to the embedded broker without its password.'),
  DETECTORS: whole(1, 8)
    .default(1)
    .describe(
      'Processes that look at camera frames, about 100 MB and one core each. None runs for a site without cameras.',
    ),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'at least 8 signs')
    .optional()
    .describe('With it cameras are set up and looked through. When absent, one is drawn and told on the first start.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('info')
    .describe('What is written to standard output, as JSON lines.'),
})
export type Environment = z.infer<typeof Environment>

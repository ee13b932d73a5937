/** The settings of a box, as its environment gives them; each says its unit and what it does. */
import { z } from 'zod'

const whole = (least: number, most: number) => {
  const wanted = `a whole number from ${least} to ${most}`
  return z.coerce.number(wanted).int(wanted).min(least, wanted).max(most, wanted)
}
const port = whole(0, 65535)
const url = (schemes: RegExp, example: string) => z.url({ protocol: schemes, error: `an address such as ${example}` })

const Settings = z.object({
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
    .describe('The password of the account `admin`. When absent, one is drawn and told on the first start.'),
  HTTP_LOCAL: z
    .enum(['trusted', 'never'], 'trusted or never')
    .default('trusted')
    .describe('Whether a program on this very machine may ask over HTTP without being paired.'),
  TLS_CERT: z
    .string()
    .optional()
    .describe(
      'File of the certificate chain, PEM. With TLS_KEY it makes the address https, and people can sign in from elsewhere.',
    ),
  TLS_KEY: z.string().optional().describe('File of the key of TLS_CERT, PEM.'),
  OIDC_ISSUER: url(/^https?$/, 'https://accounts.example.org')
    .optional()
    .describe('The organisation that signs people in, by OpenID Connect, beside the accounts of the hall.'),
  OIDC_CLIENT_ID: z.string().optional().describe('Our name there. Our redirect address is /api/session/oidc/callback.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Our secret there; absent for a public client.'),
  OIDC_ROLE_CLAIM: z
    .string()
    .default('role')
    .describe('The claim of its ID token that says staff, clerk, manager, admin or auditor.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('info')
    .describe('What is written to standard output, as JSON lines.'),
})

const isPair = (one: unknown, other: unknown): boolean => (one === undefined) === (other === undefined)

export const Environment = Settings.refine(({ TLS_CERT, TLS_KEY }) => isPair(TLS_CERT, TLS_KEY), {
  path: ['TLS_KEY'],
  message: 'set together with TLS_CERT, or neither',
}).refine(({ OIDC_ISSUER, OIDC_CLIENT_ID }) => isPair(OIDC_ISSUER, OIDC_CLIENT_ID), {
  path: ['OIDC_CLIENT_ID'],
  message: 'set together with OIDC_ISSUER, or neither',
})
export type Environment = z.infer<typeof Environment>

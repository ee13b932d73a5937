/** A command: renders all clips of the voice with espeak-ng and ffmpeg. `node --import tsx dashboard/voice/make.ts [path of espeak-ng]` */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Language } from '#contracts/languages.ts'
import { voiceTexts } from './texts.ts'

const OUT = join(import.meta.dirname, '../public/voice')
const [espeak = 'espeak-ng'] = process.argv.slice(2)

/** Words a minute are the tool's own unit: phrases that all know may be brisk, what tells one number from another may not. */
const PACE = { phrase: '240', sign: '170' }
const voices = { zh: 'cmn', en: 'en-us', ja: 'ja', ko: 'ko' } as const

const QUIET = 'silenceremove=start_periods=1:start_threshold=-45dB'
/** Nothing but the sound at both ends, then 50 ms of rest: clips are joined without a pause of their own. */
const TRIM = [QUIET, 'areverse', QUIET, 'areverse', 'speechnorm=peak=0.8', 'apad=pad_dur=0.05'].join(',')
/** A fifth upwards, struck and dying away. */
const CHIME =
  "aevalsrc='0.4*sin(2*PI*659*t)*exp(-5*t)+if(gte(t,0.22),0.4*sin(2*PI*988*(t-0.22))*exp(-5*(t-0.22)),0)':d=0.6:s=48000"
const OPUS = [
  '-ac',
  '1',
  '-ar',
  '48000',
  '-c:a',
  'libopus',
  '-b:a',
  '32k',
  '-application',
  'voip',
  '-map_metadata',
  '-1',
]

const ffmpeg = (...args: string[]): void => {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}

const clipsOf = ({ phrases, digits, letters }: (typeof voiceTexts)['zh']): [name: string, text: string][] => [
  ...Object.entries(phrases),
  ...digits.map((text, digit): [string, string] => [String(digit), text]),
  ...letters.map((text, i): [string, string] => [String.fromCharCode('A'.charCodeAt(0) + i), text]),
]

const work = mkdtempSync(join(tmpdir(), 'voice-'))
try {
  for (const language of Language.options) {
    mkdirSync(join(OUT, language), { recursive: true })
    for (const [name, text] of clipsOf(voiceTexts[language])) {
      const raw = join(work, 'raw.wav')
      const pace = name.length > 1 ? PACE.phrase : PACE.sign
      execFileSync(espeak, ['-v', voices[language], '-s', pace, '-p', '45', '-w', raw, text], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      ffmpeg('-i', raw, '-af', TRIM, ...OPUS, join(OUT, language, `${name}.ogg`))
    }
  }
  ffmpeg('-f', 'lavfi', '-i', CHIME, ...OPUS, join(OUT, 'chime.ogg'))
} finally {
  rmSync(work, { recursive: true })
}

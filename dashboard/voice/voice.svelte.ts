/** Says the calls of one floor: each once, in its own time, never two at the same time, while this screen has the word. */
import type { Call } from '#contracts/tickets.ts'
import { languages } from '../language.ts'
import { type Clips, clipsOf, openClips } from './clips.ts'
import { CHIME, type Cue, planOf } from './planning.ts'
import { readingsOf } from './reading.ts'
import type { Turn } from './turn.ts'

export interface VoiceParts {
  readonly context: AudioContext
  /** 0..1. */
  readonly volume: number
  /** What stands above the call's window. */
  readonly labelOf: (call: Call) => string
  /** The hall's time, epoch ms. */
  readonly now: () => number
  /** Of the area that can hear this screen. */
  readonly turn: Turn
}

interface Saying {
  readonly sources: readonly AudioBufferSourceNode[]
  /** When its last clip has been heard, epoch ms. */
  readonly until: number
}

/** A call is made ready this long before it is due. */
const AHEAD_MS = 400
const REMEMBERED = 200

export class Voice {
  /** The browser lets no sound out before somebody has touched the screen. */
  silenced = $state(false)

  readonly #parts: VoiceParts
  readonly #clips: Clips
  readonly #gain: GainNode
  #said: readonly string[] | undefined
  #free = 0
  #saying = new Map<string, Saying>()
  /** Announcements are planned one after the other, however long their clips take to come. */
  #planned: Promise<void> = Promise.resolve()

  constructor(parts: VoiceParts) {
    const { context, volume } = parts
    this.#parts = parts
    this.#clips = openClips(context)
    this.#gain = context.createGain()
    this.#gain.gain.value = volume
    this.#gain.connect(context.destination)
    context.onstatechange = () => this.#hark()
    this.#hark()
    void this.#clips.fetch([CHIME, ...languages.flatMap(clipsOf)])
  }

  /**
   * To be called several times a second with all calls of the floor. Those that had begun when it was first called were
   * said in an earlier life of this page; one that is taken back while it is said falls silent, and so does the screen
   * when it loses the word: whoever has it then says that call anew.
   */
  look(calls: readonly Call[]): void {
    const now = this.#parts.now()
    this.#settle(new Set(calls.map(({ callId }) => callId)), now)
    const begun = calls.filter(({ at, from = at }) => from <= now + (this.#said ? AHEAD_MS : 0))
    const said = this.#said ?? begun.map(({ callId }) => callId)
    const { turn } = this.#parts
    const due = begun
      .filter(({ callId }) => turn.speaks() && !said.includes(callId) && !turn.isSaid(callId))
      .sort((a, b) => (a.from ?? a.at) - (b.from ?? b.at))
    this.#said = [...said, ...due.map(({ callId }) => callId)].slice(-REMEMBERED)
    for (const call of due) this.#planned = this.#planned.then(() => this.#say(call))
  }

  /** Somebody has touched the screen. */
  async wake(): Promise<void> {
    await this.#parts.context.resume()
    this.#hark()
  }

  close(): void {
    this.#parts.turn.leave()
    for (const callId of this.#saying.keys()) this.#hush(callId)
    void this.#parts.context.close()
  }

  /** What has been heard to its end, what is no longer to be said, and what this screen may say no more. */
  #settle(callIds: ReadonlySet<string>, now: number): void {
    const { turn } = this.#parts
    for (const [callId, { until }] of this.#saying) {
      if (callIds.has(callId) && now < until && turn.speaks()) continue
      this.#hush(callId)
      if (!callIds.has(callId) || now >= until) turn.end(callId)
      else {
        turn.breakOff(callId)
        this.#said = this.#said?.filter((one) => one !== callId)
        this.#free = now
      }
    }
  }

  async #say(call: Call): Promise<void> {
    const { context, labelOf, now, turn } = this.#parts
    if (context.state !== 'running') return
    const readings = readingsOf(call.number, labelOf(call), call.language)
    const clips = readings.flatMap(({ language, clips: names }) => names.map((name) => ({ language, name })))
    await this.#clips.fetch([CHIME, ...clips])
    const { at, from = at, until = from } = call
    const lengthOf = (clip: Omit<Cue, 'at'>) => (this.#clips.sound(clip)?.duration ?? 0) * 1000
    const again = turn.isBrokenOff(call.callId)
    const plan = planOf({ readings, from, until, free: this.#free, now: now(), again, lengthOf })
    if (!plan || !turn.speaks() || turn.isSaid(call.callId)) return
    turn.begin(call.callId)
    this.#free = plan.until
    this.#saying.set(call.callId, { sources: plan.cues.flatMap((cue) => this.#play(cue) ?? []), until: plan.until })
  }

  #play(cue: Cue): AudioBufferSourceNode | undefined {
    const { context, now } = this.#parts
    const buffer = this.#clips.sound(cue)
    if (!buffer) return undefined
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(this.#gain)
    source.start(context.currentTime + Math.max(0, cue.at - now()) / 1000)
    return source
  }

  #hush(callId: string): void {
    for (const source of this.#saying.get(callId)?.sources ?? []) source.stop()
    this.#saying.delete(callId)
  }

  #hark(): void {
    this.silenced = this.#parts.context.state !== 'running'
  }
}

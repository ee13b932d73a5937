/** The site file as it is being changed: read once, checked after each change, written when a manager says so. */
import type { Site } from '#contracts/site.ts'
import type { SiteFlaw } from '#contracts/siteFlaws.ts'
import { type Answer, ask, type Problem } from '../../live/asks.ts'
import { type Change, changesOf, unknownIn } from './changes.ts'
import { type Path, pathSaid, valueAt, withValue } from './paths.ts'

interface Checked {
  readonly flaws: readonly SiteFlaw[]
  /** With all that is usual filled in. */
  readonly whole?: Site
}
export interface SiteFile extends Checked {
  readonly version: string
  readonly site?: unknown
}

export interface DraftParts {
  readonly read: () => Promise<Answer<SiteFile>>
  readonly check: (site: unknown) => Promise<Answer<Checked>>
  readonly write: (site: unknown, version: string) => Promise<Answer<SiteFile>>
}

const serverParts: DraftParts = {
  read: () => ask('GET', '/api/site'),
  check: (site) => ask('POST', '/api/site/check', { site }),
  write: (site, version) => ask('PUT', '/api/site', { site, version }),
}

export class SiteDraft {
  /** As it is on the box; absent until it was read. */
  file = $state.raw<SiteFile>()
  /** What would be written. */
  site = $state.raw<unknown>()
  flaws = $state.raw<readonly SiteFlaw[]>([])
  /** The draft with all that is usual filled in, as it was when it last had no flaws. */
  whole = $state.raw<Site>()
  checking = $state(false)
  saving = $state(false)
  problem = $state.raw<Problem>()
  /** How many changes were written last. */
  written = $state<number>()

  readonly changes: readonly Change[] = $derived(this.file ? changesOf(this.file.site, this.site) : [])
  readonly unknown: readonly string[] = $derived(this.whole ? unknownIn(this.site, this.whole).map(pathSaid) : [])
  readonly #parts: DraftParts
  #checks = 0

  constructor(parts: DraftParts = serverParts) {
    this.#parts = parts
  }

  /** Reads it, unless something is changed and not written yet. */
  async open(): Promise<void> {
    if (this.changes.length === 0) await this.reread()
  }

  /** Reads it again; what was changed and not written is lost. */
  async reread(): Promise<void> {
    const answer = await this.#parts.read()
    if (answer.ok) this.#take(answer.body)
    else this.problem = answer.problem
  }

  /** What is written there, or else what is usual. */
  valueAt(path: Path): unknown {
    return valueAt(this.site, path) ?? valueAt(this.whole, path)
  }

  /** Of what lies there, and of all that lies in it. */
  flawsIn(path: Path): readonly SiteFlaw[] {
    const said = pathSaid(path)
    return this.flaws.filter(
      (flaw) => flaw.path === said || ['.', '['].some((sign) => flaw.path.startsWith(said + sign)),
    )
  }

  /** Undefined takes out what is written, so that the usual holds. */
  put(path: Path, value: unknown): void {
    this.replace(withValue(this.site, path, value))
  }

  replace(site: unknown): void {
    this.site = site
    this.written = undefined
    void this.#check()
  }

  /** Whether it was written. */
  async save(): Promise<boolean> {
    if (!this.file || this.saving) return false
    this.saving = true
    const count = this.changes.length
    const answer = await this.#parts.write(this.site, this.file.version)
    this.saving = false
    if (answer.ok) {
      this.#take(answer.body)
      this.written = count
      return true
    }
    this.problem = answer.problem
    return false
  }

  #take(file: SiteFile): void {
    this.file = file
    this.site = file.site
    this.flaws = file.flaws
    this.whole = file.whole ?? this.whole
    this.problem = undefined
    this.#checks += 1
    this.checking = false
  }

  async #check(): Promise<void> {
    this.#checks += 1
    const mine = this.#checks
    this.checking = true
    const answer = await this.#parts.check(this.site)
    if (mine !== this.#checks) return
    this.checking = false
    this.problem = answer.ok ? undefined : answer.problem
    if (!answer.ok) return
    this.flaws = answer.body.flaws
    this.whole = answer.body.whole ?? this.whole
  }
}

/** Somebody signs in: name and password, then a code where one is wanted, or a first code to set an authenticator up. */
import type { Answer } from '../live/asks.ts'

export interface Enrolment {
  /** To be drawn as a code for an authenticator. */
  readonly otpauthUrl: string
  readonly secret: string
}

export interface Credentials {
  readonly name: string
  readonly password: string
  readonly code?: string
}

type Step = 'password' | 'code' | 'enrol'

export class Signing {
  name = $state('')
  password = $state('')
  code = $state('')
  step = $state<Step>('password')
  enrolment = $state.raw<Enrolment>()
  busy = $state(false)
  /** The code of what the server said no to, for a sentence. */
  refused = $state<string>()

  readonly mayGo = $derived(
    !this.busy &&
      this.name.trim() !== '' &&
      this.password !== '' &&
      (this.step === 'password' || /^\d{6}$/.test(this.code.trim())),
  )

  readonly #send: (credentials: Credentials) => Promise<Answer<unknown>>
  readonly #signedIn: () => void

  constructor(send: (credentials: Credentials) => Promise<Answer<unknown>>, signedIn: () => void) {
    this.#send = send
    this.#signedIn = signedIn
  }

  async go(): Promise<void> {
    if (!this.mayGo) return
    this.busy = true
    this.refused = undefined
    const { name, password, code, step } = this
    const answer = await this.#send({
      name: name.trim(),
      password,
      ...(step !== 'password' && { code: code.trim() }),
    })
    this.busy = false
    if (answer.ok) return this.#signedIn()
    const { problem } = answer
    this.code = ''
    if (problem.code === 'codeNeeded' && step === 'password') this.step = 'code'
    else if (problem.code === 'totpToEnrol') {
      this.step = 'enrol'
      this.enrolment = { otpauthUrl: String(problem.otpauthUrl), secret: String(problem.secret) }
    } else this.refused = problem.code
  }

  /** To another name and password. */
  again(): void {
    this.step = 'password'
    this.password = ''
    this.code = ''
    this.enrolment = undefined
    this.refused = undefined
  }
}

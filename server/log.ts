/** Log at the rim: object first, then a word or two. pino's logger fits. */
export interface Log {
  info(facts: object, words: string): void
  warn(facts: object, words: string): void
  error(facts: object, words: string): void
  debug(facts: object, words: string): void
}

/** The site file as it lies on the box: whoever describes the hall reads and writes it here; the next start goes by it. */

export interface SiteText {
  readonly text: string
  /** Another for every other text. */
  readonly version: string
}

export interface SiteDesk {
  /** Rejects when the file cannot be read. */
  read(): Promise<SiteText>
  /**
   * Whole or not at all, with the text before kept beside it. Nothing is written when the file has moved on from
   * `version`. Answers with the version that the file has afterwards; rejects when it cannot be written.
   */
  write(text: string, version: string): Promise<{ readonly written: boolean; readonly version: string }>
}

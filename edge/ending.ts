/** How a box that was started by hand ends: in order when asked to, and with a sentence when it could not start. */

/** Whatever does not close in this time is left behind. */
const PATIENCE = 4500

/** Closes on SIGTERM and SIGINT, and ends the process. */
export const endWith = ({ close }: { close(): Promise<void> }): void => {
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** A sentence for the person who starts it, where the fault has one; the rest for whoever mends it. */
const explain = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault)
  return fault.name.endsWith('Fault') ? fault.message : (fault.stack ?? fault.message)
}

export const sayWhyNot = (fault: unknown): void => {
  process.stderr.write(`hallkeeper did not start.\n${explain(fault)}\n`)
  process.exit(1)
}

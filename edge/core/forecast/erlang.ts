/** How long one line waits for several servers: Poisson arrivals, exponential service, nobody leaves (M/M/n). */

export interface Line {
  readonly perMinute: number
  /** Of one service. */
  readonly meanMinutes: number
  /** At least 1. */
  readonly servers: number
}

/** Offered load in erlangs: the servers that would be busy if there were no end of them. */
export const offeredLoad = ({ perMinute, meanMinutes }: Line): number => perMinute * meanMinutes

/** The share of visitors turned away if none could wait, by the recursion B(n) = a B(n-1) / (n + a B(n-1)). */
export const erlangB = (line: Line): number => {
  const load = offeredLoad(line)
  let turnedAway = 1
  for (let n = 1; n <= line.servers; n++) turnedAway = (load * turnedAway) / (n + load * turnedAway)
  return turnedAway
}

/** The share of visitors who have to wait at all; all of them once the load reaches the servers. */
export const erlangC = (line: Line): number => {
  const load = offeredLoad(line)
  if (load >= line.servers) return 1
  const turnedAway = erlangB(line)
  return (line.servers * turnedAway) / (line.servers - load * (1 - turnedAway))
}

/** Visitors per minute by which the servers could do more; how fast a wait dies away. */
const slack = ({ perMinute, meanMinutes, servers }: Line): number => servers / meanMinutes - perMinute

/** In minutes over all visitors, those who do not wait included; Infinity once the load reaches the servers. */
export const meanWait = (line: Line): number =>
  slack(line) > 0 ? erlangC(line) / slack(line) : Number.POSITIVE_INFINITY

/** The share of visitors who wait `minutes` or less, those who do not wait included. */
export const waitWithin = (line: Line, minutes: number): number =>
  slack(line) > 0 ? 1 - erlangC(line) * Math.exp(-slack(line) * minutes) : 0

/** The minutes that this share of the visitors does not exceed; Infinity if the line never settles. */
export const waitQuantile = (line: Line, share: number): number =>
  slack(line) > 0 ? Math.max(0, Math.log(erlangC(line) / (1 - share)) / slack(line)) : Number.POSITIVE_INFINITY

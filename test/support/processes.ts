/** A process and all it has started, as Linux knows them. */
import { readdirSync, readFileSync } from 'node:fs'

interface Kin {
  pid: number
  parent: number
}

const readIf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The parent stands second behind the name, which is in brackets and may hold anything. */
const parentOf = (pid: number): number => {
  const stat = readIf(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

const everybody = (): Kin[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, parent: parentOf(pid) }))

/** The process itself first. */
export const familyOf = (pid: number, all = everybody()): number[] => [
  pid,
  ...all.filter(({ parent }) => parent === pid).flatMap((child) => familyOf(child.pid, all)),
]

/** Megabytes of memory that are its own, plus its share of what it has in common with others (PSS). */
export const megabytesOf = (pid: number): number => {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readIf(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** Megabytes of memory it holds, with all it has in common with others (RSS). */
export const residentMegabytesOf = (pid: number): number => {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readIf(`/proc/${pid}/status`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** Reports of cameras on their way to the hall: in order, and again when the hall could not write them down. */

import { CommandId } from '#contracts/ids.ts'
import type { ReportCamera, ReportCrowding, ReportLongStay, ReportStayOver } from '#contracts/machineCommands.ts'
import type { Clock, EdgeHall, Log } from '../ports.ts'

export type Report = ReportLongStay | ReportStayOver | ReportCamera | ReportCrowding

export interface Reporting {
  report(report: Report): void
  /** Sends what failed before. */
  beat(): void
}

const senderOf = (report: Report): string =>
  report.type === 'reportCrowding' ? `cameras of ${report.zoneId}` : `camera ${report.cameraId}`

export const createReporting = ({ hall, clock, log }: { hall: EdgeHall; clock: Clock; log: Log }): Reporting => {
  let unsent: { id: CommandId; report: Report }[] = []
  let sending = false
  let reported = 0

  const idOf = (report: Report): CommandId => {
    if (report.type === 'reportLongStay') return CommandId.parse(`${report.stayId}:${report.since}`)
    reported += 1
    return CommandId.parse(`${report.type}:${clock.now()}:${reported}`)
  }

  const send = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (let [next] = unsent; next; [next] = unsent) {
        const { id, report } = next
        const receipt = await hall.send({ id, by: senderOf(report), command: report })
        if (!receipt.ok) log.warn({ ...receipt.refusal, ...report }, 'the hall refused what a camera saw')
        unsent = unsent.slice(1)
      }
    } catch (error) {
      log.error({ error, waiting: unsent.length }, 'what a camera saw is not written down; tried again')
    }
    sending = false
  }

  return {
    report: (report) => {
      unsent.push({ id: idOf(report), report })
      send()
    },
    beat: () => void send(),
  }
}

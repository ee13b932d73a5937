/** Reports of cameras on their way to the hall: in order, and again when the hall could not write them down. */

import { CommandId } from '#contracts/ids.ts'
import type { ReportLongStay, ReportStayOver } from '#contracts/machineCommands.ts'
import type { Clock, EdgeHall, Log } from '../ports.ts'

type Report = ReportLongStay | ReportStayOver

export interface Reporting {
  report(report: Report): void
  /** Sends what failed before. */
  beat(): void
}

export const createReporting = ({ hall, clock, log }: { hall: EdgeHall; clock: Clock; log: Log }): Reporting => {
  let unsent: { id: CommandId; report: Report }[] = []
  let sending = false

  const send = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (let [next] = unsent; next; [next] = unsent) {
        const { id, report } = next
        const receipt = await hall.send({ id, by: `camera ${report.cameraId}`, command: report })
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
      const id =
        report.type === 'reportLongStay' ? `${report.stayId}:${report.since}` : `${report.stayId}:o:${clock.now()}`
      unsent.push({ id: CommandId.parse(id), report })
      send()
    },
    beat: () => void send(),
  }
}

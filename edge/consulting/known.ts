/** The lines and windows of the hall as it last told them. */
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Line, LiveMessage } from '#contracts/live.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export interface Known {
  readonly lines: ReadonlyMap<ServiceId, Line>
  readonly windows: ReadonlyMap<WindowId, ServiceWindow>
}

export const createKnown = (): Known & { learn(message: LiveMessage): void } => {
  const lines = new Map<ServiceId, Line>()
  const windows = new Map<WindowId, ServiceWindow>()

  return {
    lines,
    windows,
    learn: (message) => {
      if (message.type === 'reading') return
      if (message.type === 'snapshot') {
        lines.clear()
        windows.clear()
      }
      for (const record of message.type === 'snapshot' ? message.records : message.put) {
        if (record.kind === 'line') lines.set(record.line.serviceId, record.line)
        if (record.kind === 'window') windows.set(record.window.windowId, record.window)
      }
    },
  }
}

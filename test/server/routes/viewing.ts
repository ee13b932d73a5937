/** The small hall with a camera that shows what it is told to, and a manager who has signed in. */
import type { Fact } from '#contracts/facts.ts'
import { CameraId } from '#contracts/ids.ts'
import type { Look } from '#contracts/looking.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { asPerson, BROWSER } from '#test/support/identity.ts'
import { type HouseNeeds, type OpenedHouse, openHouse } from '#test/support/openHouse.ts'

export interface Viewing extends OpenedHouse {
  /** The status and the body of the answer, as one. */
  told(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Record<string, unknown>>
  /** The same as the manager. */
  asManager(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Record<string, unknown>>
  managerHeaders(): Promise<Record<string, string>>
  /** Asks to look through C1 and gives the name of the look. */
  lookId(reason?: string): Promise<string>
  /** Of which cameras frames have been asked, in their order. */
  looked: string[]
  /** All that has been written down. */
  facts(): Promise<Fact[]>
  /** What the camera shows next. */
  show(look: Look | undefined): void
}

export const C1 = CameraId.parse('C1')
/** Begins as every JPEG does. */
export const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

export const lookAt = (at: number): Look => ({
  jpeg: JPEG,
  at,
  width: 1280,
  height: 720,
  boxes: [{ x1: 10, y1: 20, x2: 60, y2: 180, score: 0.9 }],
  scale: 0.4,
})

export const openViewing = async (needs: HouseNeeds & { blind?: true } = {}): Promise<Viewing> => {
  const journal = memoryJournal()
  const looked: string[] = []
  let shown: Look | undefined
  const look = async (cameraId: CameraId) => {
    looked.push(cameraId)
    return shown
  }
  const house = await openHouse({ journal, ...(!needs.blind && { looking: { look } }), ...needs })
  const manager = await asPerson(house.identity, 'manager')
  const told: Viewing['told'] = async (method, path, body, headers) => {
    const answer = await house.ask(method, path, body, headers)
    return { status: answer.status, ...(await answer.json()) }
  }
  /** Signs in anew each time: tests let days go by. */
  const managerHeaders = async () => {
    const token = await house.identity.sessions.begin(manager.personId, undefined)
    return { ...BROWSER, cookie: `__Host-session=${token}` }
  }
  const asManager: Viewing['asManager'] = async (method, path, body, headers) =>
    told(method, path, body, { ...(await managerHeaders()), ...headers })
  return {
    ...house,
    told,
    asManager,
    lookId: async (reason = 'Drawing the seats anew') =>
      String((await asManager('POST', '/api/cameras/C1/look', { reason })).lookId),
    looked,
    facts: async () => {
      const facts: Fact[] = []
      for await (const fact of journal.read(1)) facts.push(fact)
      return facts
    },
    show: (look) => {
      shown = look
    },
    managerHeaders,
  }
}

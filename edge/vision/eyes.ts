/** The eyes of all cameras: one for each that may be used, opened anew when a camera is set up otherwise. */
import { isDeepStrictEqual } from 'node:util'
import type { Alert } from '#contracts/alerts.ts'
import type { CameraId, StayId } from '#contracts/ids.ts'
import type { PartState } from '#contracts/readings.ts'
import { lacksOf, type PrivacyLack, type SiteCamera } from '#contracts/siteCameras.ts'
import { emptyCrowd } from '../core/crowd/crowd.ts'
import { resumedCrowd } from '../core/crowd/resuming.ts'
import type { Counting } from './counting.ts'
import { type Eye, type EyeNeeds, openEye } from './eye.ts'

export interface Eyes {
  /** Opens and closes eyes so that they are those of these cameras. */
  set(cameras: readonly SiteCamera[]): void
  cameraOf(cameraId: string): SiteCamera | undefined
  /** Undefined for a camera that is not used. */
  of(cameraId: string): Eye | undefined
  all(): Iterable<Eye>
  beat(): void
  close(): Promise<void>
}

export interface EyesNeeds extends Omit<EyeNeeds, 'camera' | 'crowd' | 'count' | 'isTold'> {
  counting: Counting
  /** Of cameras, open from before. */
  alerts: readonly Alert[]
}

const names: Record<PrivacyLack, string> = {
  operator: 'who answers for it',
  purpose: 'what it is used for',
  legalBasis: 'the legal basis',
  assessment: 'the impact assessment',
  signsPosted: 'that signs are posted',
  zones: 'the zones it looks at',
}

const unused = ({ cameraId }: SiteCamera, lacks: readonly PrivacyLack[]): PartState => ({
  type: 'part',
  partId: `camera:${cameraId}`,
  state: 'attention',
  problem: 'noRecord',
  detail: `it is not used, for its record lacks ${new Intl.ListFormat('en').format(lacks.map((lack) => names[lack]))}`,
})

const isTold = (cameraId: CameraId, alerts: readonly Alert[]): boolean =>
  alerts.some(({ source }) => source.by === 'sight' && source.cameraId === cameraId)

const staysOf = (cameraId: CameraId, alerts: readonly Alert[]): StayId[] =>
  alerts.flatMap(({ source }) => (source.by === 'camera' && source.cameraId === cameraId ? source.stayId : []))

export const createEyes = ({ counting, alerts, ...needs }: EyesNeeds): Eyes => {
  const { detector, pass, report, rules } = needs
  const cameras = new Map<string, SiteCamera>()
  const eyes = new Map<string, Eye>()
  /** Stays of each camera so far, for their names; at the first opening, its open alerts instead. */
  const stays = new Map<CameraId, number>()
  const ending = new Set<Promise<void>>()

  /** Nobody else can end the alerts of these stays any more. */
  const endOthers = (cameraId: CameraId, known: ReadonlySet<string>): void => {
    for (const stayId of staysOf(cameraId, alerts))
      if (!known.has(stayId)) report({ type: 'reportStayOver', cameraId, stayId })
  }

  const open = (camera: SiteCamera): void => {
    const { cameraId } = camera
    const counted = stays.get(cameraId)
    const resumed = resumedCrowd(camera, alerts, rules.stays)
    const crowd = counted === undefined ? resumed : { ...emptyCrowd, counted }
    const told = counted === undefined && isTold(cameraId, alerts)
    if (counted === undefined) endOthers(cameraId, new Set(crowd.stays.map(({ stayId }) => stayId)))
    stays.set(cameraId, crowd.counted)
    eyes.set(cameraId, openEye({ ...needs, camera, crowd, count: counting.of(cameraId), isTold: told }))
  }

  const end = (eye: Eye): void => {
    const { cameraId } = eye.camera
    eyes.delete(cameraId)
    stays.set(cameraId, eye.end())
    const closing: Promise<void> = eye.close().finally(() => ending.delete(closing))
    ending.add(closing)
  }

  const leave = (camera: SiteCamera): void => {
    const { cameraId } = camera
    if (stays.has(cameraId)) return
    stays.set(cameraId, resumedCrowd(camera, alerts, rules.stays).counted)
    endOthers(cameraId, new Set())
    if (isTold(cameraId, alerts)) report({ type: 'reportCamera', cameraId, since: needs.clock.now() })
  }

  const set = (camera: SiteCamera): void => {
    if (isDeepStrictEqual(cameras.get(camera.cameraId), camera)) return
    cameras.set(camera.cameraId, camera)
    const eye = eyes.get(camera.cameraId)
    if (eye) end(eye)
    if (lacksOf(camera).length === 0) open(camera)
    else leave(camera)
    tell(camera)
  }

  const tell = (camera: SiteCamera): void => pass(eyes.get(camera.cameraId)?.state() ?? unused(camera, lacksOf(camera)))

  return {
    set: (all) => {
      for (const camera of all) set(camera)
      detector.want([...eyes.values()].some(({ camera }) => camera.frigateName === undefined))
    },
    cameraOf: (cameraId) => cameras.get(cameraId),
    of: (cameraId) => eyes.get(cameraId),
    all: () => eyes.values(),
    beat: () => {
      for (const eye of eyes.values()) eye.beat()
      for (const camera of cameras.values()) tell(camera)
    },
    close: async () => {
      await Promise.all([...[...eyes.values()].map((eye) => eye.close()), ...ending])
    },
  }
}

/** The stream of an RTSP camera as JPEGs, read by ffmpeg: dialled again whenever it ends or falls silent. */
import { spawn } from 'node:child_process'
import type { Clock, Log } from '#edge/ports.ts'
import { createJpegCutter } from './jpegs.ts'

/** A stream that brings no frame for so long, in ms, is dialled again. */
const PATIENCE = 15_000
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

export interface StreamNeeds {
  /** `rtsp:` or `rtsps:`; a user name and password may stand in it, and are never logged. */
  url: string
  fps: number
  /** Pixels; a wider picture is made so wide, with its shape kept. */
  width: number
  /** The program; Debian's package is `ffmpeg`. */
  ffmpeg: string
  clock: Clock
  log: Log
  frame(jpeg: Buffer): void
  /** Whether frames come. */
  living(is: boolean): void
}

/** Over TCP, so that no half picture comes; the picture only, and only so many. */
const argumentsOf = ({ url, fps, width }: StreamNeeds): string[] => [
  ...['-hide_banner', '-loglevel', 'error', '-nostdin'],
  ...['-rtsp_transport', 'tcp', '-i', url],
  ...['-an', '-vf', `fps=${fps},scale='min(${width},iw)':-2`],
  ...['-f', 'image2pipe', '-c:v', 'mjpeg', '-q:v', '4', 'pipe:1'],
]

/** The address without what is secret in it. */
const publicPartOf = (url: string): string => {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

/** Goes on until it is closed; resolves `close` when ffmpeg has ended. */
export const openStream = (needs: StreamNeeds): { close(): Promise<void> } => {
  const { url, ffmpeg, clock, log, frame, living } = needs
  const address = publicPartOf(url)
  let closed = false
  let pause = FIRST_PAUSE
  let again: NodeJS.Timeout | undefined
  let stop: () => Promise<void> = async () => {}

  const dial = (): void => {
    const child = spawn(ffmpeg, argumentsOf(needs), { stdio: ['ignore', 'pipe', 'pipe'] })
    const cut = createJpegCutter()
    let heardAt = clock.now()
    let complaint = ''
    const watch = clock.every(PATIENCE / 3, () => {
      if (clock.now() - heardAt > PATIENCE) child.kill('SIGKILL')
    })
    child.stdout.on('data', (piece: Buffer) => {
      for (const jpeg of cut(piece)) {
        heardAt = clock.now()
        pause = FIRST_PAUSE
        living(true)
        frame(jpeg)
      }
    })
    child.stderr.on('data', (piece: Buffer) => {
      complaint = `${complaint}${piece}`.slice(-500).replaceAll(url, address)
    })
    const ended = new Promise<void>((resolve) => {
      const end = (how: string) => {
        watch()
        living(false)
        resolve()
        if (closed) return
        log.warn({ address, how, complaint: complaint.trim(), pause }, 'no stream from the camera, dialled again')
        again = setTimeout(dial, pause)
        pause = Math.min(2 * pause, LONGEST_PAUSE)
      }
      child.once('error', ({ message }) => end(`${ffmpeg} cannot be run: ${message}`))
      child.once('close', (code, signal) => end(signal ?? `exit code ${code}`))
    })
    stop = async () => {
      child.kill('SIGKILL')
      await ended
    }
  }

  dial()
  return {
    close: async () => {
      closed = true
      clearTimeout(again)
      await stop()
    },
  }
}

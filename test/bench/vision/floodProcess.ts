/** Two cameras that have gone wild: as many frames as they are told, until they are told to stop. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import mqtt from 'mqtt'

const FRAME = join(import.meta.dirname, '../../models/hall.jpg')
const [mqttUrl = '', hallId = '', ...cameraIds] = process.argv.slice(2)
const TICK = 20

const client = await mqtt.connectAsync(mqttUrl, { protocolVersion: 4 })
const jpeg = readFileSync(FRAME)
let flood: NodeJS.Timeout | undefined
let sent = 0

/** Frames a second and camera; 0 stops, and is answered by how many have been sent. */
process.on('message', (fps: number) => {
  clearInterval(flood)
  if (fps === 0) {
    process.send?.(sent)
    sent = 0
    return
  }
  flood = setInterval(() => {
    for (let frame = 0; frame < (fps * TICK) / 1000; frame++)
      for (const cameraId of cameraIds) {
        if (client.stream.writableLength > 4 * jpeg.length) continue
        client.publish(`hall/${hallId}/camera/${cameraId}/frame`, jpeg)
        sent += 1
      }
  }, TICK)
})
process.on('disconnect', () => process.exit(0))
process.send?.(0)

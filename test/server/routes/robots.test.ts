import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FloorId, RobotId } from '#contracts/ids.ts'
import { type Courier, openCourier } from './courier.ts'

let hall: Courier

beforeEach(async () => {
  hall = await openCourier()
})

afterEach(() => hall.close())

const delivery = { kind: 'delivery', from: 'W1', to: 'back-office' }

describe('looking at the robots', () => {
  it('tells how each is, where it is, and why it does not go on', async () => {
    expect(await hall.told('GET', '/api/robots')).toEqual({ status: 200, robots: [] })
    await hall.report()
    hall.hall.pass({
      type: 'robotPose',
      robotId: RobotId.parse('R1'),
      floorId: FloorId.parse('F1'),
      x: 2,
      y: 16,
      theta: 0,
      driving: false,
    })
    await hall.told('POST', '/api/missions', delivery)
    await hall.arrive()
    hall.clock.advance(10_000)
    await hall.tick()
    expect(await hall.told('GET', '/api/robots')).toMatchObject({
      robots: [
        {
          robotId: 'R1',
          online: true,
          mode: 'automatic',
          batteryPercent: 80,
          missionId: 'M0001',
          nodeId: 'n1',
          place: { floorId: 'F1', x: 2, y: 16 },
          heldUp: { what: 'handover', placeId: 'W1' },
          waits: 'R1 waits at W1 for somebody to load it.',
        },
      ],
    })
  })
})

describe('having a robot stand still', () => {
  it('lasts until it is told to go on', async () => {
    await hall.report()
    const paused = (pause: boolean) => ({ status: 200, robot: { robotId: 'R1', pauseAsked: { pause } } })
    expect(await hall.told('POST', '/api/robots/R1/pause')).toMatchObject(paused(true))
    expect(await hall.told('POST', '/api/robots/R1/pause')).toMatchObject(paused(true))
    expect(await hall.told('POST', '/api/missions', delivery)).toMatchObject({ waits: 'R1 is paused.' })
    expect(await hall.told('POST', '/api/robots/R1/resume')).toMatchObject(paused(false))
  })

  it('is refused for a robot that the hall does not have', async () => {
    expect(await hall.told('POST', '/api/robots/R9/pause')).toMatchObject({
      status: 404,
      code: 'unknownRobot',
      title: 'This hall has no robot R9; take one that /api/robots lists.',
    })
  })
})

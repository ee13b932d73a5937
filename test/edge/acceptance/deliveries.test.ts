/** Ten robots that others wrote, two floors, one lift, and a radio that loses every fifth message to them. */
import { describe, expect, it } from 'vitest'
import { soon } from '#test/support/eventually.ts'
import { openWorld } from './openWorld.ts'
import { eventsOf, site } from './world.ts'

describe('deliveries between two floors', () => {
  it('all end delivered, each once, though every fifth message to the robots is lost', async () => {
    const world = await openWorld({ loss: 0.2 })
    await world.ask(15)
    await soon(() => expect(eventsOf(world.facts, 'missionDelivered')).toHaveLength(15))
    const delivered = eventsOf(world.facts, 'missionDelivered').map(({ missionId }) => missionId)
    expect(new Set(delivered).size).toBe(15)
    expect(world.witness.drops.size).toBe(15)
    expect(world.witness.meetings).toEqual([])
    expect(world.witness.violations).toEqual([])
    expect(world.witness.heard()).toBeGreaterThan(100)
    expect(world.broker.dropped()).toBeGreaterThan(15)
    await world.close()
  })

  it('all end delivered though every second state of each robot is cut off', async () => {
    const world = await openWorld({ stammer: true })
    await world.ask(5)
    await soon(() => expect(eventsOf(world.facts, 'missionDelivered')).toHaveLength(5))
    expect(world.witness.drops.size).toBe(5)
    expect(world.witness.meetings).toEqual([])
    expect(world.witness.violations).toEqual([])
    const complaints = (world.log?.lines ?? []).filter(({ words }) => words === 'robot not understood')
    expect(complaints.length).toBeGreaterThan(0)
    expect(complaints.length).toBeLessThanOrEqual(3 * site.robots.length)
    await world.close()
  })
})

import { describe, expect, it } from 'vitest'
import { offersFor } from '#contracts/playbooks.ts'
import { CareRules } from '#contracts/siteCare.ts'

const usual = CareRules.parse({})

describe('what may be offered to somebody who waits', () => {
  it('is nothing before a quarter of an hour', () => expect(offersFor(usual, 'longWait', 14.9)).toEqual([]))

  it('grows with the minutes', () => {
    expect(offersFor(usual, 'longWait', 15)).toEqual(['soothe', 'guide'])
    expect(offersFor(usual, 'longWait', 20)).toEqual(['soothe', 'guide', 'precheck', 'verifyId'])
    expect(offersFor(usual, 'longWait', 45)).toEqual(['soothe', 'guide', 'precheck', 'verifyId', 'assist'])
  })

  it('is nothing to a camera or a robot', () => {
    expect(offersFor(usual, 'camera', 60)).toEqual([])
    expect(offersFor(usual, 'robot', 60)).toEqual([])
  })

  it('is what the site writes, each measure once and in the order of the minutes', () => {
    const own = CareRules.parse({
      playbook: {
        longWait: [
          { fromMinutes: 30, measures: ['assist', 'soothe'] },
          { fromMinutes: 5, measures: ['soothe'] },
        ],
      },
    })
    expect(offersFor(own, 'longWait', 40)).toEqual(['soothe', 'assist'])
    expect(offersFor(own, 'question', 40)).toEqual([])
  })
})

/** What a tablet keeps for the time when the hall is out of reach. */
import { describe, expect, it } from 'vitest'
import { keepingOf } from '#dashboard/offline/keeping.ts'

const of = (path: string, { method = 'GET', isPage = false } = {}) =>
  keepingOf(method, new URL(path, 'http://hall'), isPage)

describe('the tablet', () => {
  it('keeps files that never change, and asks for them no more', () =>
    expect(of('/assets/Staff-abc123.js')).toBe('cacheFirst'))

  it('keeps its own page and the last sight of the hall, and asks first', () => {
    expect(of('/staff?lang=en', { isPage: true })).toBe('networkFirst')
    expect(of('/api/hall')).toBe('networkFirst')
  })

  it('keeps no other screen, no report and no picture, and passes on whatever changes the hall', () => {
    expect(of('/manage', { isPage: true })).toBe('pass')
    for (const path of ['/api/cameras/C1/look/abc', '/api/people', '/api/audit', '/metrics'])
      expect(of(path)).toBe('pass')
    expect(of('/api/alerts/L0001/accept', { method: 'POST' })).toBe('pass')
  })
})

/** Who may open which page, and how a browser gets there. */
import { describe, expect, it } from 'vitest'
import { entryTo, kindOf, kioskOf, type Session } from '#dashboard/entry/entering.ts'
import { placeOf } from '#dashboard/screens.ts'

const session = (...pages: string[]): Session => ({ badges: [], pages })

describe('the way into a page', () => {
  it('is open to whom the hall lets in', () => {
    expect(entryTo(placeOf('/wall'), session('wall'))).toBe('open')
    expect(entryTo(placeOf('/manage'), session('manage'))).toBe('open')
    expect(entryTo(placeOf('/window/W3'), session('window'))).toBe('open')
  })

  it('is open for a device only at its own place', () => {
    expect(entryTo(placeOf('/window/W3'), session('window/W3'))).toBe('open')
    expect(entryTo(placeOf('/window/W4'), session('window/W3'))).toBe('pair')
  })

  it('leads devices to pairing and people to the sign-in', () => {
    for (const path of ['/wall', '/queue', '/kiosk', '/window/W1', '/rate/W1', '/staff'])
      expect(entryTo(placeOf(path), session()), path).toBe('pair')
    expect(entryTo(placeOf('/manage'), session('wall'))).toBe('signIn')
  })

  it('is open to everybody where visitors look', () => {
    for (const path of ['/privacy', '/ticket/20261123-A001', '/sign-in', '/nowhere'])
      expect(entryTo(placeOf(path), session()), path).toBe('open')
  })

  it('is not shut by a hall that is away', () => expect(entryTo(placeOf('/kiosk'), undefined)).toBe('open'))

  it('tells a kiosk what it was paired as, and no other page', () => {
    const paired: Session = { badges: [{ role: 'kiosk', by: 'kiosk-1', place: 'K1' }], pages: ['kiosk'] }
    expect(kioskOf(placeOf('/kiosk'), paired)).toBe('K1')
    expect(kioskOf(placeOf('/staff'), paired)).toBeUndefined()
    expect(kioskOf(placeOf('/kiosk'), undefined)).toBeUndefined()
  })

  it('knows what kind of device shows a screen', () =>
    expect(['wall', 'rate', 'staff', 'manage'].map(kindOf)).toEqual(['wall', 'rating', 'tablet', undefined]))
})

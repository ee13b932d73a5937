/** Finding a service by a few letters. */
import { describe, expect, it } from 'vitest'
import { type Entry, entryOf, found, lettersAhead } from '#dashboard/kiosk/searching.ts'
import { loadSpelling } from '#dashboard/kiosk/spelling.ts'

const spell = await loadSpelling()
const service = (serviceId: string, zh: string, en: string, more: { ja?: string; ko?: string } = {}): Entry =>
  entryOf({ serviceId, names: { zh, en, ...more } }, spell)

const entries = [
  service('residence', '居住证办理', 'Residence permit', { ja: '居住証', ko: '거주증' }),
  service('marriage', '婚姻登记', 'Marriage registration', { ja: '婚姻届' }),
  service('job', '就业登记', 'Employment registration'),
  service('pension', '养老保险转移', 'Pension transfer'),
  service('claim', '医疗费用报销', 'Medical claim'),
  service('green', '绿色通道', 'Green lane'),
  service('bank', '银行开户ABC', 'Bank account'),
]

describe('searching for a service', () => {
  it('finds a Chinese name by the initials of its pinyin', () => expect(found(entries, 'jzz')).toEqual(['residence']))

  it('finds it by the whole pinyin, with or without spaces and capitals', () => {
    expect(found(entries, 'juzhuzheng')).toEqual(['residence'])
    expect(found(entries, 'Ju Zhu Z')).toEqual(['residence'])
  })

  it('finds it by whole syllables and initials mixed', () => expect(found(entries, 'juzz')).toEqual(['residence']))

  it('finds a word in the middle by its pinyin', () =>
    expect(found(entries, 'dengji').sort()).toEqual(['job', 'marriage']))

  it('reads a character as it is read in its word', () => expect(found(entries, 'yinhang')).toEqual(['bank']))

  it('takes v for ü', () => expect(found(entries, 'lv')).toEqual(['green']))

  it('finds a name as it is written, in any language', () => {
    expect(found(entries, '婚姻')).toEqual(['marriage'])
    expect(found(entries, '거주')).toEqual(['residence'])
    expect(found(entries, 'pension')).toEqual(['pension'])
    expect(found(entries, 'registration').sort()).toEqual(['job', 'marriage'])
  })

  it('takes wide letters for narrow ones', () => expect(found(entries, 'ＪＺＺ')).toEqual(['residence']))

  it('lists what begins with the letters before what only contains them', () =>
    expect(found(entries, 'me')).toEqual(['claim', 'job']))

  it('finds nothing for nothing, nor for letters that fit nowhere', () => {
    expect(found(entries, ' ')).toEqual([])
    expect(found(entries, 'qqq')).toEqual([])
  })

  it('knows which letters lead on', () => {
    const ahead = lettersAhead(entries, 'jz')
    expect(ahead.has('z')).toBe(true)
    expect(ahead.has('q')).toBe(false)
  })

  it('goes on with names alone while the spelling is not there', () => {
    const bare = entryOf({ serviceId: 'residence', names: { zh: '居住证办理', en: 'Residence permit' } }, () => [])
    expect(found([bare], 'res')).toEqual(['residence'])
    expect(found([bare], 'jzz')).toEqual([])
  })
})

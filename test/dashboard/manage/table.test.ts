import { describe, expect, it } from 'vitest'
import type { Column } from '#dashboard/manage/table/columns.ts'
import { found, pressed, sorted } from '#dashboard/manage/table/rows.ts'
import { csvOf, sheetOf, workbookOf } from '#dashboard/manage/table/sheets.ts'

interface Desk {
  label: string
  minutes?: number
}
const label: Column<Desk> = { id: 'label', title: 'Window', value: (desk) => desk.label }
const minutes: Column<Desk> = {
  id: 'minutes',
  title: 'Wait',
  value: (desk) => desk.minutes,
  said: (desk) => (desk.minutes === undefined ? '—' : `${desk.minutes} min`),
  figures: true,
  unit: 'min',
}
const columns = [label, minutes]
const desks: Desk[] = [{ label: '10', minutes: 4 }, { label: '2' }, { label: 'Ａ1', minutes: 12 }]
const labels = (rows: readonly Desk[]) => rows.map((desk) => desk.label)
const by = (columnId: string, descending = false) => labels(sorted(desks, columns, { columnId, descending }, 'zh'))

describe('filtering rows', () => {
  it('finds every word anywhere in what is shown, in any width and case', () => {
    expect(labels(found(desks, columns, ' 12  a1 '))).toEqual(['Ａ1'])
    expect(labels(found(desks, columns, 'MIN'))).toEqual(['10', 'Ａ1'])
    expect(labels(found(desks, columns, ''))).toHaveLength(3)
  })
})

describe('sorting rows', () => {
  it('goes by figures as numbers, and puts what is missing last either way', () => {
    expect(by('label')).toEqual(['2', '10', 'Ａ1'])
    expect(by('minutes')).toEqual(['10', 'Ａ1', '2'])
    expect(by('minutes', true)).toEqual(['Ａ1', '10', '2'])
  })

  it('turns with each press on the head: up, down, as it came; figures down first', () => {
    expect([pressed(undefined, label), pressed(undefined, minutes)]).toEqual([
      { columnId: 'label', descending: false },
      { columnId: 'minutes', descending: true },
    ])
    expect(pressed({ columnId: 'label', descending: false }, label)).toEqual({ columnId: 'label', descending: true })
    expect(pressed({ columnId: 'label', descending: true }, label)).toBeUndefined()
  })
})

describe('exporting rows', () => {
  it('writes what is shown, figures as numbers, with the mark of UTF-8 and nothing that passes for a formula', () => {
    const sheet = sheetOf(columns, [{ label: '=1+1', minutes: -3 }, { label: 'a, "b"' }])
    expect(sheet).toEqual([
      ['Window', 'Wait (min)'],
      ['=1+1', -3],
      ['a, "b"', undefined],
    ])
    expect(csvOf(sheet)).toBe('\uFEFFWindow,Wait (min)\r\n\'=1+1,-3\r\n"a, ""b""",\r\n')
  })

  it('makes a workbook', async () => {
    const bytes = new Uint8Array(await (await workbookOf(sheetOf(columns, desks))).arrayBuffer())
    expect([...bytes.slice(0, 2)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PK')
  })
})

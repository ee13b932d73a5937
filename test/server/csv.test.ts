import { expect, it } from 'vitest'
import { csvOf } from '#server/csv.ts'

it('writes columns in their order, empty where there is nothing, and quotes what would break a line', () => {
  const rows = [{ b: 2, a: 'x, "y"' }, { a: 'two\nlines' }, { b: 0 }]
  expect(csvOf(['a', 'b'], rows)).toBe('a,b\r\n"x, ""y""",2\r\n"two\nlines",\r\n,0\r\n')
})

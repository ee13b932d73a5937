import { expect, it } from 'vitest'
import { csvOf } from '#server/csv.ts'

it('lets no text pass for a formula', () => {
  expect(csvOf(['a', 'b'], [{ a: '=1+1', b: -1 }])).toBe("a,b\r\n'=1+1,-1\r\n")
})

it('writes columns in their order, empty where there is nothing, and quotes what would break a line', () => {
  const rows = [{ b: 2, a: 'x, "y"' }, { a: 'two\nlines' }, { b: 0 }]
  expect(csvOf(['a', 'b'], rows)).toBe('a,b\r\n"x, ""y""",2\r\n"two\nlines",\r\n,0\r\n')
})

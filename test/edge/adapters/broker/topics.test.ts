/** Topic filters against topics and against each other. */
import { describe, expect, it } from 'vitest'
import { covers, isFilter, isTopic } from '#edge/adapters/broker/topics.ts'

describe('matching a topic', () => {
  it.each([
    ['a/b', 'a/b', true],
    ['a/b', 'a/c', false],
    ['a/b', 'a/b/c', false],
    ['a/b/c', 'a/b', false],
    ['a/+/c', 'a/b/c', true],
    ['a/+', 'a', false],
    ['a/+', 'a/', true],
    ['a/#', 'a', true],
    ['a/#', 'a/b/c', true],
    ['#', 'a/b', true],
    ['#', '$SYS/broker', false],
    ['+/broker', '$SYS/broker', false],
    ['$SYS/#', '$SYS/broker', true],
  ])('%s and %s: %s', (filter, topic, expected) => {
    expect(covers(filter, topic)).toBe(expected)
  })
})

describe('holding another filter', () => {
  it.each([
    ['a/+', 'a/+', true],
    ['a/b', 'a/+', false],
    ['a/+', 'a/#', false],
    ['a/+/#', 'a/#', false],
    ['a/#', 'a/+/c/#', true],
    ['+/b', '#', false],
    ['#', '$share/group/a', false],
  ])('%s holds %s: %s', (filter, asked, expected) => {
    expect(covers(filter, asked)).toBe(expected)
  })
})

describe('writing filters and topics', () => {
  it.each(['a', 'a/+/b', '+', '#', 'a/#', '/a'])('%s is a filter', (text) => expect(isFilter(text)).toBe(true))
  it.each(['', 'a/#/b', 'a+/b', 'a/b#', 'a\0'])('%j is none', (text) => expect(isFilter(text)).toBe(false))
  it.each(['', 'a/+', '#', 'a\0'])('%j is not a topic', (text) => expect(isTopic(text)).toBe(false))
})

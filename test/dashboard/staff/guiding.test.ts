/** One visitor after the other at the guide desk. */
import { describe, expect, it } from 'vitest'
import { SiteService } from '#contracts/site.ts'
import type { Answer } from '#dashboard/live/asks.ts'
import { type Given, Guiding } from '#dashboard/staff/guide/guiding.svelte.ts'

const paper = (zh: string) => ({ zh, en: zh })
const service = (serviceId: string, ...documents: string[]) =>
  SiteService.parse({
    serviceId,
    letter: 'A',
    names: paper(serviceId),
    department: paper('d'),
    usualMinutes: 5,
    documents: documents.map(paper),
  })
const card = service('card', '身份证', '照片')
const tax = service('tax', '身份证')
const refused: Answer<Given> = { ok: false, problem: { code: 'hallClosed', title: '', status: 409 } }

const deskThat = (answer: Answer<Given>) => {
  const asked: { key: string; wish: unknown }[] = []
  const take = async (key: string, wish: unknown) => {
    asked.push({ key, wish })
    return answer
  }
  return { guiding: new Guiding({ take, checkIn: take }), asked }
}

describe('the guide desk', () => {
  it('asks for each paper once, also when several services want it', () => {
    const { guiding } = deskThat(refused)
    guiding.choose(card)
    guiding.choose(tax)
    expect(guiding.papers.map(({ zh }) => zh)).toEqual(['身份证', '照片'])
    guiding.check(paper('身份证'))
    expect(guiding.missing).toBe(1)
    guiding.check(paper('照片'))
    expect(guiding.missing).toBe(0)
    guiding.check(paper('照片'))
    expect(guiding.missing).toBe(1)
  })

  it('takes one number for all, under one key however often it is pressed', async () => {
    const { guiding, asked } = deskThat(refused)
    guiding.choose(card)
    guiding.choose(tax)
    guiding.chooseReason('elderly')
    await guiding.take()
    await guiding.take()
    expect(asked.map(({ wish }) => wish)[0]).toEqual({
      serviceIds: ['card', 'tax'],
      language: 'zh',
      lane: 'priority',
      priorityReason: 'elderly',
    })
    expect(asked[0]?.key).toBe(asked[1]?.key)
    expect(guiding.problem?.code).toBe('hallClosed')
  })

  it('draws another key for what is another wish, and keeps nothing of the last visitor', async () => {
    const { guiding, asked } = deskThat(refused)
    guiding.choose(card)
    await guiding.take()
    guiding.next()
    expect([guiding.chosen, guiding.missing, guiding.problem]).toEqual([[], 0, undefined])
    guiding.choose(card)
    await guiding.take()
    expect(asked[0]?.key).not.toBe(asked[1]?.key)
  })

  it('takes five services at most', () => {
    const { guiding } = deskThat(refused)
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) guiding.choose(service(id))
    expect([guiding.chosen.length, guiding.mayAdd]).toEqual([5, false])
  })
})

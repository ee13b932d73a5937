/** What every Journal must keep. */
import { expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import type { Journal } from '#edge/ports.ts'
import { commandId, windowId } from '../support/names.ts'

export const someFact = (seq: number): Fact => ({
  seq,
  at: seq * 1000,
  by: 'test',
  cause: commandId(seq),
  event: { type: 'windowClosed', windowId: windowId('W1') },
})

export const readAll = async (journal: Journal, seq = 1): Promise<number[]> => {
  const seqs: number[] = []
  for await (const fact of journal.read(seq)) seqs.push(fact.seq)
  return seqs
}

export const behavesLikeAJournal = (opened: () => Promise<Journal>): void => {
  it('gives back what was written, in order, from where one asks', async () => {
    const journal = await opened()
    await journal.append([someFact(1), someFact(2)])
    await journal.append([someFact(3), ...Array.from({ length: 20 }, (_, i) => someFact(i + 4))])
    expect(await readAll(journal)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1))
    expect(await readAll(journal, 22)).toEqual([22, 23])
    await journal.close()
  })

  it('forgets what lies before', async () => {
    const journal = await opened()
    await journal.append([1, 2, 3, 4].map(someFact))
    await journal.forget(3)
    expect(await readAll(journal)).toEqual([3, 4])
    await journal.close()
  })
}

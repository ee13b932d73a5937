/** Advice: what would help now, doing it, and what is still to come. */
import { z } from 'zod'
import { AdviceId } from '#contracts/ids.ts'
import { AdviceAnswer, ForecastAnswer, WindowAnswer } from '../answers.ts'
import { adviceSentence } from '../words/advice.ts'
import { send } from './commanding.ts'
import { touched } from './deed.ts'
import { look } from './look.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

const OfAdvice = z.object({ adviceId: AdviceId })

/** The deed of the advice is one command; it is gone once it no longer stands among what is advised. */
const accepting: Route = {
  method: 'post',
  path: '/api/advice/:adviceId/accept',
  summary: 'Do what is advised, while it still is.',
  takes: OfAdvice,
  gives: WindowAnswer,
  status: 200,
  answer: async (house, asked, id, who): Promise<Answer<z.output<typeof WindowAnswer>>> => {
    const parsed = OfAdvice.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { adviceId } = parsed.data
    const advised = house.mirror.readings('advised').flatMap(({ reading }) => reading.advice)
    const command = advised.find((advice) => advice.adviceId === adviceId)?.deed
    if (!command) return no({ code: 'adviceGone', adviceId })
    const receipt = await send(house, { id, by: who.by('advice accepted'), command })
    if (!receipt.ok) return receipt
    const record = touched(house, 'window', command, receipt.body)
    return record ? yes({ window: record.window }) : no({ code: 'keyReused' })
  },
}

export const adviceRoutes: readonly Route[] = [
  look({
    path: '/api/advice',
    summary: 'What to open, close or change now, best first, each with its reason and its simulated effect.',
    takes: z.object({}),
    gives: AdviceAnswer,
    find: ({ mirror }) => {
      const [told] = mirror.readings('advised')
      const site = mirror.all('site')[0]?.site
      if (!told || !site) return no({ code: 'notReckoned' })
      const { advice, horizonMinutes, seconds } = told.reading
      const said = advice.map((one) => ({ ...one, sentence: adviceSentence(one, site) }))
      return yes({ at: told.at, advice: said, horizonMinutes, seconds })
    },
  }),
  accepting,
  look({
    path: '/api/forecast',
    summary: 'Arrivals still to come today and on the next open day, and how many windows keep the wait at the target.',
    takes: z.object({}),
    gives: ForecastAnswer,
    find: ({ mirror }) => {
      const [told] = mirror.readings('forecast')
      if (!told) return no({ code: 'notReckoned' })
      const { targetMinutes, days } = told.reading
      return yes({ at: told.at, targetMinutes, days })
    },
  }),
]

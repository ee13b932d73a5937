/** The VDA 5050 2.x instant actions, with the dialects robots of 2.0 know. */
import { z } from 'zod'
import { Header } from './header.ts'
import { Action } from './order.ts'

/** The schema of 2.0.0 calls the type `actionName`; its text, and 2.1.0, say `actionType`. */
export const InstantAction = Action.extend({ actionName: z.string().min(1).optional() })
export type InstantAction = z.infer<typeof InstantAction>

/** The list stands under `actions`; some robots of 2.0 look for it under `instantActions`. Both may be there. */
export const InstantActions = Header.extend({
  actions: z.array(InstantAction).optional(),
  instantActions: z.array(InstantAction).optional(),
}).refine(({ actions, instantActions }) => actions || instantActions, 'actions or instantActions')
export type InstantActions = z.infer<typeof InstantActions>

/** What a clerk can look at beside the visitor. */
export const tabs = ['line', 'papers', 'services'] as const
export type Tab = (typeof tabs)[number]

import type { StoredStep } from './list-steps'

/** What a process tells the others when steps were saved. `steps` are those after `since`; too many travel without. */
export type StepNews = { articleId: string; since: number; version: number; steps?: StoredStep[] }

let last: { payload: string; news: StepNews } | null = null

/** Reads the payload of `standfirst_steps`. Each open tab hears the same one: it is parsed once. */
export function readStepNews(payload: string): StepNews {
  if (last?.payload !== payload) last = { payload, news: JSON.parse(payload) as StepNews }
  return last.news
}

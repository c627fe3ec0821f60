import { isId } from '@/lib/document/addresses'

const VIEWS = ['inline', 'side', 'play'] as const
export type View = (typeof VIEWS)[number]

/** What somebody looks at: which two versions, how, and which part of the list. */
export type Choice = {
  from?: string | undefined
  to?: string | undefined
  view: View
  only?: 'milestones' | undefined
  /** The next page of the list begins after this one. */
  before?: string | undefined
  /** The version at which the play begins. */
  at?: number | undefined
}

type SearchParams = Record<string, string | string[] | undefined>

/** Reads the choice from an address; what makes no sense is left out. */
export function readChoice(params: SearchParams): Choice {
  const { from, to, view, only, before, at } = params
  return {
    from: versionId(from),
    to: versionId(to),
    view: VIEWS.find((known) => known === view) ?? 'inline',
    only: only === 'milestones' ? 'milestones' : undefined,
    before: typeof before === 'string' && isId(before) ? before : undefined,
    at: typeof at === 'string' && /^\d{1,9}$/.test(at) ? Number(at) : undefined,
  }
}

/** The address of a choice, as short as it can be. */
export function historyAddress(articleId: string, choice: Partial<Choice>): string {
  const params = new URLSearchParams()
  for (const key of ['from', 'to', 'view', 'only', 'before', 'at'] as const) {
    const value = choice[key]
    if (value !== undefined && !(key === 'view' && value === 'inline')) params.set(key, String(value))
  }
  const query = params.toString()
  return `/desk/articles/${articleId}/history${query === '' ? '' : `?${query}`}`
}

function versionId(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && (value === 'now' || isId(value)) ? value : undefined
}

import { database } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise, can } from '@/lib/policy/policy'
import { readSettings } from '@/lib/settings/settings'
import type { Rule } from './rule'

/** A rule as those see it who write them. */
export type ListedRule = Rule & { isActive: boolean; updatedAt: Date }

/** The most rules that a house style may have. All of them are tried on every paragraph. */
export const RULES_MOST = 1000

export const WORDS_MOST = 20_000

/** Every rule, switched off or not: phrases in the order of the alphabet, then patterns. */
export async function listRules(actor: Actor): Promise<ListedRule[]> {
  authorise(actor, 'style.edit')
  const rules = await database().styleRule.findMany({
    orderBy: [{ find: 'asc' }, { id: 'asc' }],
    select: { ...ofRule, isActive: true, updatedAt: true },
    take: RULES_MOST,
  })
  return rules.sort(
    (a, b) => Number(a.isPattern) - Number(b.isPattern) || a.find.localeCompare(b.find, 'en', { sensitivity: 'base' }),
  )
}

export type ListedWord = { id: string; word: string }

/** The house dictionary, in alphabetical order. */
export async function listWords(actor: Actor): Promise<ListedWord[]> {
  authorise(actor, 'style.edit')
  const words = await database().dictionaryWord.findMany({ select: { id: true, word: true }, take: WORDS_MOST })
  return words.sort((a, b) => a.word.localeCompare(b.word, 'en', { sensitivity: 'base' }))
}

/** What an open article is checked with. */
export type HouseStyle = {
  rules: Rule[]
  words: string[]
  /** The language that the paper is written in, BCP 47. */
  language: string
  /** May this person change rules and words? */
  mayEdit: boolean
}

export async function readHouseStyle(actor: Actor): Promise<HouseStyle> {
  authorise(actor, 'newsroom.enter')
  const [rules, words, { language }] = await Promise.all([
    database().styleRule.findMany({
      where: { isActive: true },
      orderBy: { id: 'asc' },
      select: ofRule,
      take: RULES_MOST,
    }),
    database().dictionaryWord.findMany({ orderBy: { word: 'asc' }, select: { word: true }, take: WORDS_MOST }),
    readSettings(),
  ])
  return { rules, words: words.map(({ word }) => word), language, mayEdit: can(actor, 'style.edit') }
}

const ofRule = {
  id: true,
  find: true,
  isPattern: true,
  isWholeWord: true,
  isCaseSensitive: true,
  replacement: true,
  reason: true,
} as const

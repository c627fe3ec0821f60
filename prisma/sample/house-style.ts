import { database } from '@/lib/db/database'
import { addWords } from '@/lib/house-style/add-words'
import { createRule } from '@/lib/house-style/create-rule'
import { StyleRuleInput } from '@/lib/house-style/style-rule-input'
import type { PersonActor } from '@/lib/policy/actor'

type SampleRule = {
  find: string
  write: string | null
  why: string
  as?: 'pattern'
  mindsCapitals?: boolean
  inWords?: boolean
}

const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'

/** What the Courier writes and what it does not. */
export const rules: readonly SampleRule[] = [
  { find: 'toward', write: 'towards', why: 'Towards, afterwards and backwards have their s.' },
  { find: 'afterward', write: 'afterwards', why: 'Towards, afterwards and backwards have their s.' },
  { find: 'amongst', write: 'among', why: 'Among and while: nobody says amongst or whilst on the tram.' },
  { find: 'whilst', write: 'while', why: 'Among and while: nobody says amongst or whilst on the tram.' },
  { find: 'prior to', write: 'before', why: 'The short word is the clear one.' },
  { find: 'in order to', write: 'to', why: 'Two of the three words do nothing.' },
  { find: 'in the event that', write: 'if', why: 'The short word is the clear one.' },
  { find: 'at this moment in time', write: 'now', why: 'The short word is the clear one.' },
  { find: 'utilise', write: 'use', why: 'The short word is the clear one.' },
  { find: 'upcoming', write: 'coming', why: 'It is on its way up nowhere.' },
  { find: 'very', write: '', why: 'Find the stronger word, or do without.' },
  { find: 'different than', write: 'different from', why: 'From, as in “it differs from”.' },
  { find: 'comprised of', write: 'made up of', why: 'The whole comprises its parts: nothing is comprised of them.' },
  { find: 'bored of', write: 'bored with', why: 'With, or by.' },
  { find: 'meet with', write: 'meet', why: 'People meet each other; only ideas meet with approval.' },
  { find: 'chairman', write: 'chair', why: 'Say chair, unless a title in law says otherwise.' },
  { find: 'policemen', write: 'police officers', why: 'We write of officers, firefighters and crew.' },
  { find: 'a number of', write: null, why: 'Say how many. Where nobody knows, say several.' },
  { find: 'allegedly', write: null, why: 'Say who alleges it, and to whom. The word alone protects nobody.' },
  {
    find: 'committed suicide',
    write: null,
    why: 'It is not a crime. Write that somebody took their own life, and leave the method out.',
  },
  {
    as: 'pattern',
    find: '(\\d+(?:\\.\\d+)?)\\s?(?:%|percent)',
    write: '$1 per cent',
    why: 'Per cent in two words; the sign is for tables.',
  },
  {
    as: 'pattern',
    find: `(?:this|next|last|this coming) (${DAYS})`,
    write: 'on $1',
    why: 'On Monday: readers do not know on which day you wrote it. Add the date when it is more than a week away.',
  },
  {
    as: 'pattern',
    find: '(\\d{1,2}(?:[.:]\\d\\d)?)\\s?a\\.?m\\.?',
    write: '$1am',
    why: 'Times are 9am and 7.30pm, without points and spaces.',
  },
  {
    as: 'pattern',
    find: '(\\d{1,2}(?:[.:]\\d\\d)?)\\s?p\\.?m\\.?',
    write: '$1pm',
    why: 'Times are 9am and 7.30pm, without points and spaces.',
  },
  {
    as: 'pattern',
    find: '(organ|real|recogn|critic|apolog|author|emphas|modern|priorit)iz(e|es|ed|ing|ation)',
    write: '$1is$2',
    why: 'We spell with -ise.',
  },
  {
    as: 'pattern',
    find: 'the\\s+(the)|a\\s+(a)|of\\s+(of)|to\\s+(to)|in\\s+(in)|and\\s+(and)|is\\s+(is)|for\\s+(for)|on\\s+(on)',
    write: '$1$2$3$4$5$6$7$8$9',
    why: 'The same word twice.',
  },
  {
    as: 'pattern',
    find: '\\b(the|this|a) Government',
    write: '$1 government',
    why: 'Lower case, in every country.',
    mindsCapitals: true,
  },
  { as: 'pattern', find: '\\.\\.\\.', write: '…', why: 'One character, not three points.', inWords: true },
]

/** Names that a browser would take for mistakes. */
const words = [
  'Aldermouth',
  'Achter',
  'Belmara',
  'Calvara',
  'Calvaran',
  'Castelvaux',
  'Corvane',
  'Holloran',
  'Kestria',
  'Kestrian',
  'Okoro-Wells',
  'Quillbridge',
  'Skerra',
  'Tarrick',
  'Valdren',
  'Verhoeve',
]

/** Writes the house style. What an interrupted run has written already is left as it is. */
export async function writeHouseStyle(author: PersonActor): Promise<void> {
  const there = new Set((await database().styleRule.findMany({ select: { find: true } })).map(({ find }) => find))
  for (const rule of rules.filter(({ find }) => !there.has(find)))
    await createRule(author, StyleRuleInput.parse(inputOf(rule)))
  await addWords(author, { words: words.join('\n') })
}

function inputOf({ find, write, why, as, mindsCapitals = false, inWords = false }: SampleRule) {
  return {
    find,
    replacement: write,
    reason: why,
    isPattern: as === 'pattern',
    isWholeWord: !inWords,
    isCaseSensitive: mindsCapitals,
  }
}

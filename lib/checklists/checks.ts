/** What a paper makes of a finding, or of a question nobody has ticked. */
export const LEVELS = ['BLOCK', 'WARN', 'OFF'] as const
/**
 * - `BLOCK`: it holds the article back, unless somebody with article.override says why it goes out all the same
 * - `WARN`: worth a look
 * - `OFF`: nobody is told
 */
export type Level = (typeof LEVELS)[number]

type Check = {
  /** The codes of the issues that it finds. An issue whose code stands nowhere here cannot be weighed. */
  codes: readonly string[]
  name: string
  /** What it looks for, in a sentence. */
  about: string
  /** Where the paper says nothing. */
  level: Level
}

/**
 * The built-in checks that a paper may weigh. What is not here can never go out (no headline, no address, a link to nowhere, words of
 * others without their source), is asked for by the template itself, or is only good to know.
 */
export const CHECKS = {
  alt: {
    codes: ['no-alt'],
    name: 'Alternative text',
    about: 'Every picture says what is to be seen on it, or is marked as decorative.',
    level: 'BLOCK',
  },
  credit: {
    codes: ['no-credit'],
    name: 'Picture credits',
    about: 'Every picture says who made it.',
    level: 'WARN',
  },
  source: {
    codes: ['no-speaker', 'no-address'],
    name: 'Sources of quotations',
    about: 'Every quotation says who speaks, and every quoted post has a link to the original.',
    level: 'WARN',
  },
  origins: {
    codes: ['no-origin', 'no-said-on'],
    name: 'Origins of quotations',
    about: 'Every quotation says where we have the words from, and on which day they were said.',
    level: 'WARN',
  },
  toDo: {
    codes: ['tk', 'to-do'],
    name: 'TKs and to-dos',
    about: 'Nothing is left that somebody meant to come back to.',
    level: 'BLOCK',
  },
  statedClaims: {
    codes: ['states-claim'],
    name: 'Headlines and claims',
    about: 'No headline, standfirst or trail text states as fact what somebody says and nobody has confirmed.',
    level: 'BLOCK',
  },
  denials: {
    codes: ['no-denial'],
    name: 'Denials',
    about: 'Where a claim was denied, the denial stands in the story, and not further down than the paper allows.',
    level: 'BLOCK',
  },
  changedClaims: {
    codes: ['claim-changed'],
    name: 'Changed claims',
    about: 'Somebody has looked at every claim that changed since the story was written.',
    level: 'WARN',
  },
  reply: {
    codes: ['not-asked'],
    name: 'Right of reply',
    about: 'Everybody whom a marked claim is against was asked for a reply, and the log says when and how.',
    level: 'BLOCK',
  },
  openReplies: {
    codes: ['reply-open'],
    name: 'Open replies',
    about: 'Everybody who was asked for a reply has answered, or the time they were given is over.',
    level: 'WARN',
  },
  suggestions: {
    codes: ['open-suggestions'],
    name: 'Open suggestions',
    about: 'Every suggestion was accepted or rejected. Readers get the text without those that were not.',
    level: 'WARN',
  },
  deadLinks: {
    codes: ['dead-link'],
    name: 'Dead links',
    about: 'Every page outside the paper that the text points at was there when it was last looked at.',
    level: 'WARN',
  },
  length: {
    codes: ['over-length'],
    name: 'Length',
    about: 'The text is no more than a tenth longer than it was commissioned.',
    level: 'WARN',
  },
  headlines: {
    codes: ['long-headline'],
    name: 'Length of headlines',
    about: 'No headline is cut off where it will be read: on a phone, on cards, in search results, in mail.',
    level: 'WARN',
  },
  trailText: {
    codes: ['no-trail-text'],
    name: 'Trail text',
    about: 'Cards and lists have words of their own.',
    level: 'OFF',
  },
  mainImage: {
    codes: ['no-main-image'],
    name: 'Main image',
    about: 'There is a picture above the text.',
    level: 'OFF',
  },
} as const satisfies Record<string, Check>

export type CheckName = keyof typeof CHECKS

export const CHECK_NAMES = Object.keys(CHECKS) as [CheckName, ...CheckName[]]

const BY_CODE = new Map<string, CheckName>(
  CHECK_NAMES.flatMap((name) => CHECKS[name].codes.map((code) => [code, name] as const)),
)

/** The check that finds issues with this code; undefined where the paper has no say. */
export function checkOf(code: string): CheckName | undefined {
  return BY_CODE.get(code)
}

/** How long a question of the paper's own may be, in characters. */
export const QUESTION_MOST = 300

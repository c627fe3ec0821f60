import type { RequiredField } from './field-words'

type BlockJson = { type: string; text?: string; attrs?: Record<string, string>; content?: BlockJson[] }

/** A template that a new newsroom begins with: its blocks with words that say what belongs there. TK marks a missing fact. */
export type StarterTemplate = {
  name: string
  description: string
  kicker?: string
  commissionedWords: number
  /** The section that it goes to, where there is one with this slug. */
  sectionSlug?: string
  requiredFields: RequiredField[]
  body: BlockJson[]
}

const text = (words: string): BlockJson => ({ type: 'text', text: words })
const p = (words: string): BlockJson => ({ type: 'paragraph', content: [text(words)] })
const crosshead = (words: string): BlockJson => ({ type: 'crosshead', content: [text(words)] })
const bullets = (...items: string[]): BlockJson => ({
  type: 'bulletedList',
  content: items.map((words) => ({ type: 'listItem', content: [p(words)] })),
})
const quotation = (words: string): BlockJson => ({
  type: 'quotation',
  attrs: { speaker: '', role: '' },
  content: [p(words)],
})

export const STARTER_TEMPLATES: readonly StarterTemplate[] = [
  {
    name: 'News report',
    description: 'What happened, who says so, what comes next.',
    commissionedWords: 500,
    requiredFields: ['trailText'],
    body: [
      p('TK: what happened, to whom, where and when, in one sentence.'),
      p('TK: why it matters to readers here, and how we know it.'),
      quotation('TK: the words of somebody who was there or decides.'),
      p('TK: the other side. Say when we asked for comment and what they answered.'),
      crosshead('What comes next'),
      p('TK: the next date, vote or decision.'),
    ],
  },
  {
    name: 'Court report',
    description: 'Who is charged with what, in which court, and what was said there.',
    kicker: 'Court',
    commissionedWords: 450,
    requiredFields: ['kicker', 'dateline', 'trailText'],
    body: [
      p('TK: name, age and street of the defendant, the charge in plain words, the plea or the verdict.'),
      p('TK: name of the court, the judge, and the date of the hearing.'),
      crosshead('What the court was told'),
      p('TK: the prosecution’s case. Only what was said in open court.'),
      p('TK: the defence’s case, at fair length.'),
      quotation('TK: the judge’s words on sentence, from the note taken in court.'),
      crosshead('Reporting limits'),
      p('TK: any order that limits what may be reported. Take this part out before publication.'),
      p('TK: the next hearing, and whether the defendant is on bail or in custody.'),
    ],
  },
  {
    name: 'Match report',
    description: 'The score, the turning points, what the coaches said.',
    kicker: 'Match report',
    commissionedWords: 600,
    sectionSlug: 'sport',
    requiredFields: ['kicker', 'mainImage', 'shortHeadline'],
    body: [
      p('TK: the result and what it means, in one sentence.'),
      p('TK: the moment that decided it, with the minute.'),
      crosshead('First half'),
      p('TK: chances, goals, injuries.'),
      crosshead('Second half'),
      p('TK: what changed and who changed it.'),
      quotation('TK: a coach, after the match.'),
      crosshead('The teams'),
      bullets('TK: home side, with substitutes', 'TK: away side, with substitutes', 'TK: referee and attendance'),
    ],
  },
  {
    name: 'Obituary',
    description: 'A life: what it was known for, how it went, who survives.',
    kicker: 'Obituary',
    commissionedWords: 900,
    requiredFields: ['kicker', 'trailText', 'mainImage'],
    body: [
      p('TK: full name, what they are remembered for, date and place of death, age.'),
      p('TK: the scene or the saying that shows who they were.'),
      crosshead('Early life'),
      p('TK: birth, parents, school, the first work.'),
      crosshead('The work'),
      p('TK: what they did, in the order in which it mattered.'),
      quotation('TK: somebody who knew them well.'),
      p('TK: who survives them. Names and dates as the family gave them.'),
      p('TK: full name, born on date; died on date.'),
    ],
  },
]

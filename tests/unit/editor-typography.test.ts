import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { conventionsOf } from '@/components/editor/typography/conventions'
import { editsIn } from '@/components/editor/typography/in-text'
import { withSmartSigns } from '@/components/editor/typography/smart-signs'
import { whileTyping } from '@/components/editor/typography/while-typing'
import { schema } from '@/lib/document/schema'

/** N is a narrow no-break space, B a no-break space: nobody could tell them apart here. */
function spaced(text: string): string {
  return text.replaceAll('{N}', '\u202f').replaceAll('{B}', '\u00a0')
}

function typed(language: string, keys: string): string {
  const conventions = conventionsOf(language)
  let text = ''
  for (const key of keys) {
    text += key
    const change = conventions === null ? null : whileTyping(text, conventions)
    if (change !== null) text = text.slice(0, text.length - change.remove) + change.insert
  }
  return text
}

function rewritten(language: string, text: string): string {
  const conventions = conventionsOf(language)
  if (conventions === null) return text
  return editsIn(text, conventions)
    .toReversed()
    .reduce((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), text)
}

/** Language, keys, and what is written: while typing, and for text that stood there already. */
const BOTH: [string, string, string][] = [
  ['en-GB', '"Hello"', '“Hello”'],
  ['en-GB', 'She said "go" and left', 'She said “go” and left'],
  ['en-GB', '"One," she said, "two."', '“One,” she said, “two.”'],
  ['en-GB', "'Hello'", '‘Hello’'],
  ['en-GB', '"He called it \'odd\'," she said', '“He called it ‘odd’,” she said'],
  ['en-GB', '"\'Odd\'?"', '“‘Odd’?”'],
  ['en-GB', '\'"Odd"?\'', '‘“Odd”?’'],
  ['en-GB', "don't", 'don’t'],
  ['en-GB', "the 1990's and the paper's", 'the 1990’s and the paper’s'],
  ['en-GB', "the '90s were", 'the ’90s were'],
  ['en-GB', "in '68, when", 'in ’68, when'],
  ['en-GB', "'90 people died'", '‘90 people died’'],
  ['en-GB', "rock 'n' roll", 'rock ’n’ roll'],
  ['en-GB', "rock-'n'-roll", 'rock-’n’-roll'],
  ['en-GB', "'n is a letter'", '‘n is a letter’'],
  ['en-GB', "'tis the season", '’tis the season'],
  ['en-GB', "Get 'em now", 'Get ’em now'],
  ['en-GB', "'Time' magazine", '‘Time’ magazine'],
  ['en-GB', "the workers' union", 'the workers’ union'],
  ['en-GB', 'word -- word', 'word – word'],
  ['en-US', 'word--word', 'word—word'],
  ['en-US', '1914--18', '1914–18'],
  ['en-GB', 'word---word', 'word—word'],
  ['en-GB', 'and then...', 'and then…'],
  ['en-GB', '"...and then"', '“…and then”'],
  ['en-GB', '"Wait..."', '“Wait…”'],
  ['en-GB', '"But--"', '“But–”'],
  ['en-GB', 'he paused--"no"', 'he paused–“no”'],
  ['en-GB', '("Yes")', '(“Yes”)'],
  ['en-GB', '["Yes"]', '[“Yes”]'],
  ['en-GB', 'a 12" record', 'a 12" record'],
  ['en-GB', '"All 12"', '“All 12”'],
  ['en-GB', 'https://example.com/a--b...c', 'https://example.com/a--b...c'],
  ['en-GB', "www.example.com/it's", "www.example.com/it's"],
  ['en-GB', '"See https://example.com/a--b" -- or not', '“See https://example.com/a--b” – or not'],
  ['en-GB', 'a well-known fact', 'a well-known fact'],
  ['en-GB', '<!-- note', '<!-- note'],
  ['de', '"Hallo"', '„Hallo“'],
  ['de', '"Er sagte \'nein\'", sagte sie', '„Er sagte ‚nein‘“, sagte sie'],
  ['de', "Wie geht's?", 'Wie geht’s?'],
  ['de', "'Wie geht's?'", '‚Wie geht’s?‘'],
  ['de-AT', 'so -- und so', 'so – und so'],
  ['de-CH', '"Grüezi"', '«Grüezi»'],
  ['fr', '"Bonjour"', '«{N}Bonjour{N}»'],
  ['fr-FR', "L'été, c'est l'eau", 'L’été, c’est l’eau'],
  ['fr', 'Quoi ?', 'Quoi{N}?'],
  ['fr', 'Non ! Oui ; voici : rien', 'Non{N}! Oui{N}; voici{B}: rien'],
  ['fr', 'Quoi?', 'Quoi?'],
  ['fr', '« Bonjour »', '«{N}Bonjour{N}»'],
  ['fr', '"Bonjour" et "Adieu"', '«{N}Bonjour{N}» et «{N}Adieu{N}»'],
  ['fr-CA', 'Quoi ?', 'Quoi ?'],
  ['es', '"Hola"', '«Hola»'],
  ['es-MX', '"Hola"', '“Hola”'],
  ['es', 'uno -- dos', 'uno — dos'],
  ['it', '"Ciao"', '«Ciao»'],
  ['it', "l'acqua dell'altro", 'l’acqua dell’altro'],
  ['pl', '"Dobry"', '„Dobry”'],
  ['pl', "Kennedy'ego", 'Kennedy’ego'],
  ['sv', '"Hej" \'du\'', '”Hej” ’du’'],
  ['nl', "'s ochtends", '’s ochtends'],
  ['ru', '"Да" -- нет', '«Да» — нет'],
  ['ar', '"مرحبا" -- \'a\'...', '"مرحبا" -- \'a\'...'],
  ['he', '"שלום"', '"שלום"'],
]

describe('signs while typing', () => {
  test.each(BOTH)('%s: %s', (language, keys, expected) => {
    expect(typed(language, keys)).toBe(spaced(expected))
  })

  const TYPED: [string, string, string][] = [
    ['en-GB', '---', '---'],
    ['en-GB', '-- he said', '– he said'],
    ['es', '--Hola', '—Hola'],
    ['en-GB', 'line\n-- he said', 'line\n-- he said'],
    ['fr', '"Bonjour " et', '«{N}Bonjour{N}» et'],
    ['en-GB', '....', '….'],
  ]
  test.each(TYPED)('%s, as keys alone: %s', (language, keys, expected) => {
    expect(typed(language, keys)).toBe(spaced(expected))
  })
})

describe('signs in text that stands there already', () => {
  test.each(BOTH)('%s: %s', (language, text, expected) => {
    expect(rewritten(language, text)).toBe(spaced(expected))
  })

  test.each(BOTH)('%s, twice: %s', (language, text) => {
    const once = rewritten(language, text)
    expect(rewritten(language, once)).toBe(once)
  })

  test('marks stay where they were and everything is one change', () => {
    const bold = schema.mark('bold')
    const doc = schema.node('doc', null, [
      schema.node('headline', null, [schema.text('"Yes" -- "no"')]),
      schema.node('standfirst'),
      schema.node('paragraph', null, [
        schema.text('"He said ', [bold]),
        schema.text('no"'),
        schema.node('hardBreak'),
        schema.text('"Yes"'),
      ]),
    ])
    const { tr, count } = withSmartSigns(EditorState.create({ doc }), 'en-GB')
    expect(count).toBe(9)
    expect(tr.doc.child(0).textContent).toBe('“Yes” – “no”')
    const paragraph = tr.doc.child(2)
    expect(paragraph.child(0).text).toBe('“He said ')
    expect(paragraph.child(0).marks).toEqual([bold])
    expect(paragraph.textBetween(0, paragraph.content.size)).toBe('“He said no”\n“Yes”')
  })
})

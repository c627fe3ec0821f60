/** How a language writes what a typewriter could not. */
export type Conventions = {
  double: readonly [open: string, close: string]
  single: readonly [open: string, close: string]
  /** What stands between double quotation marks and the words in them. */
  inside: '' | '\u202f'
  dash: '–' | '—'
  /** Are high signs of punctuation set apart by a space that does not break? */
  setsSignsApart: boolean
  /** Words that begin with an apostrophe, not with a quotation mark. */
  elided: RegExp | null
}

const NNBSP = '\u202f'
const CURLY = ['“', '”'] as const
const LOW = ['„', '“'] as const
const GUILLEMETS = ['«', '»'] as const
const SINGLE = ['‘', '’'] as const
const PLAIN = { inside: '', dash: '–', setsSignsApart: false, elided: null, single: SINGLE } as const

const ENGLISH = { ...PLAIN, double: CURLY, elided: /^(n|em|til|tis|twas|twere|twill|twould|bout|cos|coz)$/i } as const
const GERMAN = { ...PLAIN, double: LOW, single: ['‚', '‘'] } as const
const FRENCH = { ...PLAIN, double: GUILLEMETS, inside: NNBSP, setsSignsApart: true } as const
const SWEDISH = { ...PLAIN, double: ['”', '”'], single: ['’', '’'] } as const
const SPANISH = { ...PLAIN, double: GUILLEMETS, dash: '—' } as const
const PORTUGUESE = { ...PLAIN, double: CURLY, dash: '—' } as const
const RUSSIAN = { ...PLAIN, double: GUILLEMETS, single: ['„', '“'], dash: '—' } as const
const POLISH = { ...PLAIN, double: ['„', '”'], single: ['‚', '’'] } as const

/** By language, and by language and region where a region writes otherwise. After the CLDR, with the dashes that papers use. */
const CONVENTIONS: Record<string, Conventions> = {
  en: ENGLISH,
  'en-US': { ...ENGLISH, dash: '—' },
  'en-CA': { ...ENGLISH, dash: '—' },
  de: GERMAN,
  'de-CH': { ...PLAIN, double: GUILLEMETS, single: ['‹', '›'] },
  'de-LI': { ...PLAIN, double: GUILLEMETS, single: ['‹', '›'] },
  fr: FRENCH,
  'fr-CA': { ...FRENCH, setsSignsApart: false },
  es: SPANISH,
  'es-419': PORTUGUESE,
  'es-MX': PORTUGUESE,
  'es-US': PORTUGUESE,
  it: { ...PLAIN, double: GUILLEMETS },
  pl: POLISH,
  sv: SWEDISH,
  fi: SWEDISH,
  da: { ...PLAIN, double: CURLY },
  nb: { ...PLAIN, double: GUILLEMETS },
  nn: { ...PLAIN, double: GUILLEMETS },
  nl: { ...PLAIN, double: CURLY, elided: /^[kmnrst]$/i },
  pt: PORTUGUESE,
  'pt-PT': { ...PORTUGUESE, double: GUILLEMETS },
  cs: GERMAN,
  sk: GERMAN,
  ru: RUSSIAN,
  uk: RUSSIAN,
  ro: { ...PLAIN, double: ['„', '”'], single: GUILLEMETS },
  hu: { ...PLAIN, double: ['„', '”'], single: ['»', '«'] },
  ca: { ...PLAIN, double: GUILLEMETS },
}

/** Null for a language that is left as it is typed. */
export function conventionsOf(language: string): Conventions | null {
  const { language: name, region } = new Intl.Locale(language)
  return CONVENTIONS[`${name}-${region}`] ?? CONVENTIONS[name ?? ''] ?? null
}

/** What a source may be. */
export const SOURCE_KINDS = ['PERSON', 'DOCUMENT', 'ACCOUNT'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const KIND_WORDS: Record<SourceKind, { name: string; known: string }> = {
  PERSON: { name: 'Person', known: 'We know who this is' },
  DOCUMENT: { name: 'Document', known: 'We have checked that it is genuine' },
  ACCOUNT: { name: 'Account', known: 'We know who is behind it' },
}

/** What was agreed with a source about its words. */
export const SOURCE_TERMS = ['ON_THE_RECORD', 'BACKGROUND', 'DEEP_BACKGROUND', 'OFF_THE_RECORD'] as const
export type SourceTerms = (typeof SOURCE_TERMS)[number]

export const TERMS_WORDS: Record<SourceTerms, { name: string; means: string }> = {
  ON_THE_RECORD: { name: 'On the record', means: 'Words and name may be printed.' },
  BACKGROUND: { name: 'Background', means: 'Words may be printed, without the name.' },
  DEEP_BACKGROUND: { name: 'Deep background', means: 'What is said may be printed, and not that a source said it.' },
  OFF_THE_RECORD: { name: 'Off the record', means: 'Nothing may be printed. It counts in no stamp.' },
}

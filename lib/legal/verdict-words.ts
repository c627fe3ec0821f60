/** What an answer is called, everywhere. */
export const VERDICT_WORDS = {
  ASKED: 'Asked',
  SIGNED: 'Signed',
  CONDITIONS: 'Signs with conditions',
  REFUSED: 'Refused to sign',
} as const

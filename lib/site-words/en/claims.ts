import type { Numbers } from '../numbers'
import type { Pieces } from '../pieces'

/** Who says what. None of it says that something did not happen: a draft may know better. */
export const claims = ({ count }: Numbers) => ({
  claim: 'Claim',
  title: 'Who says what',
  /** The same on the page of one claim. */
  happened: 'Who said what',
  about: (speaker: string | null, standing: string) =>
    `${speaker === null ? '' : `${speaker} says so. `}${standing}. Who said what of it, when, and where we told of it.`,
  toldIn: 'Told in',
  /** Where it stands, as a line of its own. */
  standing: {
    ASSERTED: 'Not confirmed',
    REPEATED: 'Not confirmed, and said again',
    DENIED: 'Denied',
    DENIED_REPEATED: 'Denied, and said again since',
    DISPUTED: 'Disputed',
    CONFIRMED: 'Confirmed',
    WITHDRAWN: 'Taken back',
    CORRECTED: 'Corrected',
  },
  /** What somebody did about it. */
  did: {
    ASSERTED: 'said so',
    REPEATED: 'said so again',
    DENIED: 'denied it',
    DISPUTED: 'disputed it',
    CONFIRMED: 'confirmed it',
    WITHDRAWN: 'took it back',
    CORRECTED: 'corrected it',
  },
  didBy: <Part>(speaker: Part, did: string): Pieces<Part> => [speaker, ` ${did}`],
  /** That, and when. */
  on: <Part>(did: Pieces<Part>, date: Part): Pieces<Part> => [...did, ', ', date],
  evidence: 'Evidence',
  /** What the link says of itself to whoever hears it alone. */
  evidenceThat: (did: string) => ` that ${did}`,
  /** What the paper found when it looked into it itself. */
  ratings: {
    True: 'True',
    'Mostly true': 'Mostly true',
    Unproven: 'Unproven',
    Misleading: 'Misleading',
    False: 'False',
  },
  review: (rating: string) => `We looked into it: ${rating}.`,
  reviewedIn: <Part>(story: Part, date: Part): Pieces<Part> => [story, ', ', date],
  stamps: {
    title: 'What we know it from',
    single: 'Single source',
    independent: (voices: number) => `${capital(NUMBERS[voices - 2] ?? count(voices))} independent sources`,
    documents: 'Documents seen',
    notVerified: 'Not verified by us',
  },
})

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The rules of English headlines. Patterns meet a line in lower case with straight quotation marks. */
const GROUPS = [
  'talk spoke speak spoken meet met conversation chat converse conversed',
  'quit quits resign resignation exit leave left leaves depart',
  'kill killed dead death die died murder murdered slain',
  'close closure shut axe axed shutter',
  'cut slash slashed reduce reduced trim',
  'sack sacked fire fired dismissal oust ousted',
  'steal stole stolen theft robbed loot swipe swiped',
  'lie lied lying mislead misled deceive deceived',
  'pay paid payment bribe bribed',
  'buy bought purchase purchased acquire acquired',
  'sell sold sale selling',
  'hit struck strike punch punched beat attack attacked assault assaulted',
  'hide hid hidden conceal concealed bury buried',
  'take took taken accept accepted',
  'lose lost loss losses',
  'begin began start started launch launched',
  'join sign signed',
  'blaze inferno',
  'fake faked rig rigged falsify falsified',
  'know knew known aware',
  'give gave given hand handed',
  'break broke broken breach breached',
  'cheat cheated',
  'plan plans plot',
  'boss chief head',
  'firm company',
  'police officer cop',
  'row dispute feud',
  'secret secretly',
  'two twice second double 2',
  'once one 1',
  'three 3 thrice',
  'six 6',
  'ten 10',
  'thirty 30',
  'half halve halves halved',
  'order ordered command commanded',
  'dump dumped',
  'vote voted',
  'holiday trip vacation',
  'leak leaked',
  'win won',
]
export const synonyms: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) =>
    group.split(' ').flatMap((word) => [word, stem(word)].map((key) => [key, `=${group.split(' ')[0]}`] as const)),
  ),
)

export const stopWords: ReadonlySet<string> = new Set(
  'a an the hold held holds make made makes do does did of to in on at by for from with and or his her its their own he she it they him them is are was were be been being has have had will would after before over about under into that this who which while when as than then out up off s past dr mr mrs ms'.split(
    ' ',
  ),
)

export const numberWords: ReadonlyMap<string, string> = new Map([
  ['year and a half', '18 months'],
  ['a dozen', '12'],
])

/** Words that hand what follows them, or the line they end, to somebody else. */
export const reporting =
  /\b(says?|said|saying|claims?|claimed|claiming|alleges?|alleged|allegedly|reportedly|reports?|reported|tells?|told|accused?|accuses|accusing|according to|suggests?|suggested|insists?|insisted|argues?|argued|warns?|warned|charged (?:with|over)|suspected of|thought to|believed to|rumou?red)\b/
/** Words that are attribution wherever they stand in a clause. */
export const adverbs =
  /\b(allegedly|reportedly|alleged|according to|(?:is|are|was|were) said to|accused of|charged (?:with|over)|suspected of)\b/
export const denying =
  /\b(den(?:y|ies|ied|ying)|rejects?|rejected|dismisses|dismissed|refutes?|refuted|rebuts?|disputes?|disputed|no evidence|never|not|n't|no)\b/
export const question = /^(did|does|do|is|are|was|were|will|would|has|have|had|can|could|should)\b.*\?$/
/** Where a clause ends that what stood in front of it does not govern. */
export const clauseBreak = /\s(?:as|while|but)\s|;|\.\s|\s[–—-]\s/g
export const sourceNouns =
  /^(?:\w+ ){0,2}(whistleblowers?|witness(?:es)?|report|source|sources|lawyers?|family|union|police|campaigners|study|court|minister|mp|agent|coach|doctor)$/

const GERUNDS: Record<string, string> = {
  took: 'taking',
  met: 'meeting',
  spoke: 'speaking',
  sold: 'selling',
  hid: 'hiding',
  lied: 'lying',
  stole: 'stealing',
  hit: 'hitting',
  paid: 'paying',
  broke: 'breaking',
  lost: 'losing',
  knew: 'knowing',
  bought: 'buying',
  gave: 'giving',
  killed: 'killing',
  ordered: 'ordering',
  dumped: 'dumping',
  voted: 'voting',
  failed: 'failing',
  started: 'starting',
  faked: 'faking',
}
/** "took" to "taking"; undefined where the rule would be a guess. */
export const gerundOf = (past: string): string | undefined => (Object.hasOwn(GERUNDS, past) ? GERUNDS[past] : undefined)

/** A crude stem: enough to bring "selling", "sells" and "sell" together. */
export function stem(word: string): string {
  const bare = word.replace(/(?:ing|ed|es|s)$/, (end) => (word.length - end.length >= 3 ? '' : end))
  return bare
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(.{3,})e$/, '$1')
    .replace(/ie?$|y$/, 'i')
}

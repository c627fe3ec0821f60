import type { ClaimEventKind } from './standing'

/** A claim of this story, as far as a guess needs it. */
type KnownClaim = { id: string; statement: string; speaker: string }

export type GuessedTelling = {
  /** Who seems to speak: '' where nobody is named near the words. */
  speaker: string
  kind: ClaimEventKind
  /** The claim that the words seem to tell of; null for one that nobody has marked yet. */
  claimId: string | null
}

export type Telling = {
  /** The paragraph of the marked words, and where in it they stand: offsets in UTF-16 units. */
  paragraph: string
  from: number
  to: number
  /** The text before the paragraph, and the whole story, for names that stand there in full. */
  before: string
  story: string
  /** Who says the quoted words, where they are marked as a quotation already. */
  quotedSpeaker: string
  claims: readonly KnownClaim[]
}

const SAYS =
  'says?|said|saying|wr[io]tes?|writing|written by|adds?|added|repl(?:y|ies|ied)|claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|tweet(?:s|ed)?|post(?:s|ed)|tells?|told|insist(?:s|ed|ing)?|argu(?:es?|ed|ing)|stat(?:es|ed|ing)|respond(?:s|ed)|answer(?:s|ed)|warn(?:s|ed|ing)?|accus(?:es|ed|ing)|maintain(?:s|ed)|suggest(?:s|ed)|report(?:s|ed)|explain(?:s|ed)|repeat(?:s|ed)'
const DENIES =
  'den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|rebut(?:s|ted)?|contradict(?:s|ed)?'
const DISPUTES = 'disput(?:es?|ed|ing)|question(?:s|ed)|doubt(?:s|ed)|challeng(?:es|ed|ing)'
const CONFIRMS = 'confirm(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:es|ed)|conced(?:es|ed)'
const WITHDRAWS =
  'withdr[ae]ws?|withdrew|retract(?:s|ed|ing)?|backtrack(?:s|ed)|(?:took|takes) back|apologi[sz](?:es|ed)'
const TELLS = [SAYS, DENIES, DISPUTES, CONFIRMS, WITHDRAWS].join('|')

/** One to four words with capitals, "of" and its kin between them. */
const NAME = String.raw`\p{Lu}[\p{L}’'-]*(?:\s(?:(?:of|de|van|von|al|bin|the|for)\s)?\p{Lu}[\p{L}’'-]*){0,4}`
/** "Moor flatly denied", "said Ines Moor": a name, at most three words, the verb; or the other way round. */
const NAMED = new RegExp(
  String.raw`(?<subject>${NAME})(?:[’']s)?(?:,[^,.!?]{1,60},)?(?:,?\s(?!(?:${TELLS})\b)\p{Ll}[\p{L}-]*){0,3}\s(?<verb>${TELLS})(?![\p{L}])|(?<before>${TELLS})\s(?<behind>${NAME})`,
  'gu',
)

// At the beginning of sentences anything has a capital.
const NO_NAMES = new Set(
  'a an and as at but by despite during he her his however i in is it its meanwhile my no not nobody of on or our she since that the their then there these they this those though to we when while who with yes yesterday you'.split(
    ' ',
  ),
)
const PRONOUN = new RegExp(String.raw`\b(?:he|she|they|the latter)\b(?:\s\p{Ll}+){0,2}?\s(?:${TELLS})(?![\p{L}])`, 'iu')
const NEGATION = /\b(?:no|not|never|nothing|none|false|untrue|nonsense|lie|lies|wrong)\b|n[’']t\b/iu

/**
 * Who seems to say marked words, what they do by it, and of which claim. A guess that a person confirms with one key or puts right: by the
 * nearest name that stands with a verb of saying, and by words that a statement shares with the marked ones. English.
 */
export function guessTelling(telling: Telling): GuessedTelling {
  const { paragraph, from, to, quotedSpeaker } = telling
  const words = paragraph.slice(from, to)
  const near = nearest(paragraph, from, to)
  const bySomebody = quotedSpeaker || near?.name || pronounOf(telling)
  const speaker = bySomebody === '' ? '' : fullName(bySomebody, telling)
  const like = likest(words, telling.claims)
  const verb = near?.verb ?? PRONOUN.exec(paragraph)?.[0] ?? ''
  const deed = deedOf(verb, words)
  if (deed !== null && telling.claims.length > 0) {
    const others = telling.claims.filter((claim) => deed === 'WITHDRAWN' || claim.speaker !== speaker)
    return { speaker, kind: deed, claimId: like?.id ?? others.at(-1)?.id ?? telling.claims.at(-1)?.id ?? null }
  }
  return like === null ? { speaker, kind: 'ASSERTED', claimId: null } : { speaker, kind: 'REPEATED', claimId: like.id }
}

const TELLER = new RegExp(
  String.raw`^["“‘]?(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?${NAME}(?:\shas|\shad)?\s(?:${SAYS})\s(?:that\s)?(?=\S)`,
  'u',
)

/** What is claimed, of words that begin with who claims it: "Moor claiming that the bridge was sold" is "the bridge was sold". */
export function withoutTeller(words: string): string {
  return words.replace(TELLER, '')
}

function deedOf(verb: string, words: string): ClaimEventKind | null {
  const does = (verbs: string) => new RegExp(`\\b(?:${verbs})$`, 'iu').test(verb)
  if (does(DISPUTES)) return 'DISPUTED'
  if (does(WITHDRAWS)) return 'WITHDRAWN'
  if (does(DENIES)) return 'DENIED'
  if (does(CONFIRMS)) return 'CONFIRMED'
  return NEGATION.test(words) ? 'DENIED' : null
}

type Named = { name: string; verb: string; distance: number }

/** The name with a verb of saying that stands nearest to the words, in their sentence rather than beyond it. */
function nearest(paragraph: string, from: number, to: number): Named | null {
  let best: Named | null = null
  const isQuoted = /^[“"‘«„]/u.test(paragraph.slice(from))
  for (const found of paragraph.matchAll(NAMED)) {
    const { subject, verb, before, behind } = found.groups ?? {}
    const name = withoutCapitals(subject ?? behind ?? '')
    if (name === '') continue
    const start = found.index
    const end = start + found[0].length
    // What stands inside a quotation is said by whoever is quoted.
    if (isQuoted && start > from && end <= to) continue
    const gap = end <= from ? from - end : start >= to ? start - to : 0
    const isBeyond =
      gap > 0 && /[.!?]["”’]?\s/u.test(end <= from ? paragraph.slice(end, from) : paragraph.slice(to, start))
    const distance = gap + (isBeyond ? 120 : 0)
    if (best === null || distance < best.distance) best = { name, verb: verb ?? before ?? '', distance }
  }
  return best
}

/** Without words that have a capital only because a sentence begins with them, and without a possessive. */
function withoutCapitals(name: string): string {
  const words = name.replace(/[’']s$/u, '').split(/\s/u)
  while (words[0] !== undefined && NO_NAMES.has(words[0].toLowerCase())) words.shift()
  return words.join(' ')
}

/** "He added": whoever was named last with a verb of saying. */
function pronounOf({ paragraph, before }: Telling): string {
  if (!PRONOUN.test(paragraph)) return ''
  let last = ''
  for (const found of before.matchAll(NAMED)) {
    const name = withoutCapitals(found.groups?.subject ?? found.groups?.behind ?? '')
    if (name !== '') last = name
  }
  return last
}

/** "Moor" is "Ines Moor" where the story, or a claim in it, names her so. */
function fullName(name: string, { story, claims }: Telling): string {
  if (/\s/u.test(name)) return name
  const known = claims.map(({ speaker }) => speaker).find((speaker) => speaker.split(' ').at(-1) === name)
  if (known !== undefined) return known
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const full = new RegExp(
    String.raw`(?<![\p{L}.!?]\s|^)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?\s${escaped}(?![\p{L}])`,
    'mu',
  ).exec(story)
  const anywhere = full ?? new RegExp(String.raw`\p{Lu}[\p{L}’'-]+\s${escaped}(?![\p{L}])`, 'u').exec(story)
  return anywhere === null ? name : withoutCapitals(anywhere[0]) || name
}

/** So many words of a statement must stand in the marked ones. */
const SHARED_LEAST = 2

function likest(words: string, claims: readonly KnownClaim[]): KnownClaim | null {
  const said = contentOf(words)
  let best: { claim: KnownClaim; shared: number } | null = null
  for (const claim of claims) {
    const shared = [...contentOf(claim.statement)].filter((word) => said.has(word)).length
    if (shared >= SHARED_LEAST && (best === null || shared >= best.shared)) best = { claim, shared }
  }
  return best?.claim ?? null
}

/** Words of four letters and more, cut to what their forms have in common. */
function contentOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return new Set(
    words.map((word) => word.replace(/(?:ing|ed|es|s|ly|en)$/u, '').slice(0, 5)).filter((word) => !COMMON.has(word)),
  )
}

const COMMON = new Set(
  'about after again also been befor could didn from have here into like more most only other over said same says some such than that their them then there these they this those very want were what when where which while whom will with would your'.split(
    ' ',
  ),
)

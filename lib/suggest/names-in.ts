/** A name in a text, and how often it stands there. */
export type NamedTimes = { name: string; times: number }

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A capital letter, then what a name may hold: Aalders, O’Neill, McKay, Al-Masri, EU. */
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}’'-]*$/u
/** Small words inside a name: Port of Rotterdam, Marijke van der Aa. Never its first or last. */
const INSIDE = new Set(['of', 'de', 'la', 'le', 'van', 'der', 'den', 'von', 'di', 'da', 'al'])
/** The longest name that is looked for. */
const WORDS_MOST = 5
/** Words that begin sentences and titles, and name nobody. */
const NO_NAMES = new Set(
  'I We You He She They It The A An This That These Those But And Or In On At By For From To Of With As If When While After Before Then Later Now Here There Once Also Still Yet So Only Even Both No Not Yes Mr Mrs Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)

/**
 * The names in a text: words with capitals that stand together, or one alone inside of a sentence, where nothing but a name
 * has a capital. The most frequent first, the longer one before the shorter; at most 30. Without a dictionary, so a headline in
 * capitals or a language that writes all nouns with capitals gives too many: whoever uses this looks whether others have them.
 */
export function namesIn(text: string): NamedTimes[] {
  const found = [...sentences.segment(text)].flatMap(({ segment }) => namesOf(segment))
  const certain = new Set(found.flatMap(({ name, isUncertain }) => (isUncertain ? [] : name)))
  const times = new Map<string, number>()
  for (const { name, isUncertain } of found) {
    // "Later Cas Dorn wrote": where Cas Dorn is met elsewhere, the word before is the sentence's.
    const rest = name.slice(name.indexOf(' ') + 1)
    add(times, isUncertain && rest.includes(' ') && certain.has(rest) ? rest : name)
  }
  return [...times]
    .map(([name, count]) => ({ name, times: count }))
    .sort((one, other) => other.times - one.times || other.name.length - one.name.length)
    .slice(0, 30)
}

function add(times: Map<string, number>, name: string): void {
  times.set(name, (times.get(name) ?? 0) + 1)
}

type Word = { text: string; isFirst: boolean; endsHere: boolean }

/** `isUncertain`: its first word begins the sentence and may be no part of it. */
type Found = { name: string; isUncertain: boolean }

function namesOf(sentence: string): Found[] {
  const names: Found[] = []
  let run: Word[] = []
  const close = () => {
    const name = nameOf(run)
    if (name !== null) names.push({ name, isUncertain: run[0]?.isFirst === true && name.includes(' ') })
    run = []
  }
  for (const word of wordsOf(sentence)) {
    const isName = CAPITALISED.test(word.text) && !NO_NAMES.has(word.text)
    if (isName || (run.length > 0 && INSIDE.has(word.text))) run.push(word)
    else close()
    if (word.endsHere) close()
  }
  close()
  return names
}

function wordsOf(sentence: string): Word[] {
  return sentence
    .split(/\s+/)
    .filter(Boolean)
    .map((raw, index) => {
      const text = raw.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/[’']s$/u, '')
      // A comma, a bracket or a possessive ends a name.
      return { text, isFirst: index === 0, endsHere: /[^\p{L}\p{M}-]$/u.test(raw) || /[’']s\P{L}*$/u.test(raw) }
    })
}

function nameOf(run: readonly Word[]): string | null {
  let words = run
  while (words.length > 0 && INSIDE.has(words.at(-1)?.text ?? '')) words = words.slice(0, -1)
  if (words.length === 0 || words.length > WORDS_MOST) return null
  // Alone at the beginning of a sentence it may be any word.
  if (words.length === 1 && (words[0]?.isFirst || (words[0]?.text.length ?? 0) < 3)) return null
  return words.map(({ text }) => text).join(' ')
}

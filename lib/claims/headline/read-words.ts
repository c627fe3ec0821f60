import { numberWords, stem, stopWords, synonyms } from './english'

/** A word of a line: where it stands (UTF-16 offsets), the notion it stands for, and whether it looks like a name. */
export type Word = { from: number; to: number; notion: string; capital: boolean; quoted: boolean }

/** The content words of a line, in order; stop words are left out. */
export function readWords(line: string): Word[] {
  const text = straighten(line)
  const quoted = [...text.matchAll(/"[^"]+"|(?<![\w])'(?=\S)[^"]+?'(?!\w)/g)].map((m) => [
    m.index,
    m.index + m[0].length,
  ])
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
    const word = match[0].toLowerCase()
    if (stopWords.has(word)) return []
    const [from, to] = [match.index, match.index + match[0].length]
    return [
      {
        from,
        to,
        notion: notionOf(word),
        capital: /^\p{Lu}/u.test(match[0]),
        quoted: quoted.some(([start = 0, end = 0]) => from >= start && to <= end),
      },
    ]
  })
}

/** The line with straight quotation marks; its length does not change. */
export const straighten = (line: string): string => line.replace(/[‘’]/g, "'").replace(/[“”«»]/g, '"')

/** Plain durations and dozens as digits. */
export function withDigits(text: string): string {
  let digits = text
  for (const [words, number] of numberWords) digits = digits.replaceAll(words, number)
  return digits
}

function notionOf(word: string): string {
  const root = stem(word)
  return synonyms.get(word) ?? synonyms.get(root) ?? root.replace(/^(\d+)m$/, '$1')
}

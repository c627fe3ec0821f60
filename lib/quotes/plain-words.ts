/** Small letters and digits without accents and signs, one space between words: what is left of a quotation when only its words count. */
export function plainWords(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

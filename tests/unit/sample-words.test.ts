import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const original = path.join(root, '../shared/seed/article.txt')

/** Shorter than this and two people may write the same by chance. */
const FEWEST_WORDS = 6

// The page that the product was designed after belongs to somebody else.
test.skipIf(!existsSync(original))('no sentence of the original page stands in the repository', () => {
  const sentences = sentencesOf(readFileSync(original, 'utf8'))
  expect(sentences.length).toBeGreaterThan(10)
  const found = textFiles().flatMap((file) => {
    const words = plain(readFileSync(path.join(root, file), 'utf8'))
    return sentences.filter((sentence) => words.includes(sentence)).map((sentence) => `${file}: ${sentence}`)
  })
  expect(found).toEqual([])
})

function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?]["”’']?\s|\n|[“”"]/)
    .map(plain)
    .filter((sentence) => sentence.trim().split(' ').length >= FEWEST_WORDS)
}

/** Lower case, words alone: neither line breaks nor kinds of quotation mark hide a sentence. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** What git has or would take. */
function textFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  return list
    .split('\0')
    .filter((file) => file !== '' && !/\.(png|jpe?g|webp|gif|ico|woff2?)$/.test(file))
    .filter((file) => existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile())
}

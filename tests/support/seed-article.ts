import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type SeedBlock =
  | { kind: 'paragraph'; text: string; hasQuotation: boolean }
  | { kind: 'readMore' }
  | { kind: 'signUp'; text: string }
  | { kind: 'related' }

export type SeedArticle = { headline: string; standfirst: string; blocks: SeedBlock[]; source: string }

/**
 * The article that the main job is about: the real page where it lies beside the repository, else one of our own with the
 * same elements and the same turns.
 */
export function seedArticle(): SeedArticle {
  const real = join(import.meta.dirname, '../../../shared/seed/article.txt')
  const own = join(import.meta.dirname, 'article.txt')
  const lines = readFileSync(existsSync(real) ? real : own, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [headline = '', standfirst = '', ...rest] = lines
  const source = rest.find((line) => line.startsWith('Source: '))?.slice('Source: '.length) ?? ''
  const blocks = rest.filter((line) => !line.startsWith('Source: ') && !line.startsWith('•')).map(toBlock)
  return { headline, standfirst, blocks: [...blocks, { kind: 'related' }], source }
}

function toBlock(line: string): SeedBlock {
  if (line.startsWith('READ MORE: ')) return { kind: 'readMore' }
  if (/sign up to/i.test(line)) return { kind: 'signUp', text: line }
  return { kind: 'paragraph', text: line, hasQuotation: /[“”"]/.test(line) }
}

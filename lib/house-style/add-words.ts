import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { DICTIONARY_WORD, WORD_LONGEST } from './dictionary'
import { WORDS_MOST } from './readers'
import { lockHouseStyle, tellOpenTabs } from './tell-open-tabs'

/** Words, one to a line. Empty lines are nothing. */
export const AddWords = z.strictObject({ words: z.string().max(200_000, 'This is more than we take at once.') })

/**
 * Puts words into the house dictionary: browsers do not mark them as misspelt any more. Those that are in it already are
 * passed over.
 * @returns how many are new
 * @throws Invalid when a line is no word, naming it; then none is put in
 * @throws Conflict when there would be too many
 */
export async function addWords(actor: Actor, input: z.output<typeof AddWords>): Promise<{ added: number }> {
  authorise(actor, 'style.edit')
  if (actor.kind !== 'person') throw new Forbidden('Only a person adds words.')
  const words = parseWords(input.words)
  return transaction(async (tx) => {
    await lockHouseStyle(tx)
    const at = now()
    const { count: added } = await tx.dictionaryWord.createMany({
      data: words.map((word) => ({ id: newId(), word, createdById: actor.id, createdAt: at })),
      skipDuplicates: true,
    })
    if ((await tx.dictionaryWord.count()) > WORDS_MOST) {
      throw new Conflict(`The dictionary has room for ${WORDS_MOST} words. Take some out that nobody needs.`)
    }
    if (added === 0) return { added }
    await recordEvent(tx, actor, { action: 'style.addWords', thing: 'dictionaryWord', detail: { added } })
    await tellOpenTabs(tx)
    return { added }
  })
}

function parseWords(text: string): string[] {
  const words = new Set<string>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const word = line.trim().normalize('NFC')
    if (word === '') continue
    const problem = problemOf(word)
    if (problem !== null) throw refusal(`Line ${index + 1}: ${problem}`)
    words.add(word)
  }
  if (words.size === 0) throw refusal('Write a word.')
  return [...words]
}

function problemOf(word: string): string | null {
  if (/\s/u.test(word)) return 'one word to a line. Write the parts of a name one under the other.'
  if (word.length > WORD_LONGEST) return `a word has at most ${WORD_LONGEST} characters.`
  return DICTIONARY_WORD.test(word) ? null : `“${word}” is not a word.`
}

function refusal(message: string): Invalid {
  return new Invalid(message, [{ field: 'words', code: 'words', message, severity: 'blocking' }])
}

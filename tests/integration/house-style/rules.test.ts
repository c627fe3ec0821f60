import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import { listen } from '@/lib/db/listen'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { addWords } from '@/lib/house-style/add-words'
import { createRule } from '@/lib/house-style/create-rule'
import { deleteRule } from '@/lib/house-style/delete-rule'
import { listRules, listWords, readHouseStyle } from '@/lib/house-style/readers'
import { removeWord } from '@/lib/house-style/remove-word'
import { StyleRuleInput } from '@/lib/house-style/style-rule-input'
import { switchRule } from '@/lib/house-style/switch-rule'
import { updateRule } from '@/lib/house-style/update-rule'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { rules, writeHouseStyle } from '@/prisma/sample/house-style'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  reporter = await aPerson('REPORTER')
})

beforeEach(async () => {
  await database().styleRule.deleteMany()
  await database().dictionaryWord.deleteMany()
})

const written = { find: 'prior to', isPattern: false, isWholeWord: true, isCaseSensitive: false }
const aRule = (more: object = {}) =>
  StyleRuleInput.parse({ ...written, replacement: 'before', reason: 'Plain words first.', ...more })
const problemsOf = (more: object) => {
  const parsed = StyleRuleInput.safeParse({ ...written, replacement: 'before', reason: 'Plain.', ...more })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('A rule', () => {
  test('is written, changed, switched off and deleted, and each leaves an event', async () => {
    const { id } = await createRule(editor, aRule())
    expect(await listRules(editor)).toMatchObject([{ id, find: 'prior to', replacement: 'before', isActive: true }])
    const [before] = await listRules(editor)
    await updateRule(editor, { id, seenAt: before?.updatedAt ?? new Date(), rule: aRule({ replacement: null }) })
    await switchRule(editor, { id, isActive: false })
    expect(await listRules(editor)).toMatchObject([{ replacement: null, isActive: false }])
    await deleteRule(editor, { id })
    await deleteRule(editor, { id })
    expect(await listRules(editor)).toEqual([])
    const events = await database().auditEvent.findMany({ where: { thingId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ action, personId }) => [action, personId])).toEqual([
      ['style.createRule', editor.id],
      ['style.updateRule', editor.id],
      ['style.switchRule', editor.id],
      ['style.deleteRule', editor.id],
    ])
  })

  test('reaches everybody who writes while it is switched on', async () => {
    const { id } = await createRule(editor, aRule())
    await addWords(editor, { words: 'Aldermouth' })
    expect(await readHouseStyle(reporter)).toMatchObject({
      rules: [{ id, find: 'prior to', reason: 'Plain words first.' }],
      words: ['Aldermouth'],
      language: 'en-GB',
      mayEdit: false,
    })
    await switchRule(editor, { id, isActive: false })
    expect(await readHouseStyle(editor)).toMatchObject({ rules: [], mayEdit: true })
  })

  test('tells open tabs of each change', async () => {
    let told = 0
    let stop = () => {}
    await new Promise<void>((resolve) => {
      stop = listen('standfirst_style', {
        onGap: resolve,
        onPayload: () => {
          told += 1
        },
      })
    })
    const { id } = await createRule(editor, aRule())
    await switchRule(editor, { id, isActive: false })
    await deleteRule(editor, { id })
    await addWords(editor, { words: 'Tarrick' })
    await expect.poll(() => told, { timeout: 10_000 }).toBe(4)
    stop()
  })

  test('cannot be touched by a reporter, nor by nobody', async () => {
    const { id } = await createRule(editor, aRule())
    for (const [who, refusal] of [
      [reporter, Forbidden],
      [{ kind: 'nobody' } as const, NotSignedIn],
    ] as const) {
      await expect(createRule(who, aRule({ find: 'other' }))).rejects.toThrow(refusal)
      await expect(updateRule(who, { id, seenAt: new Date(), rule: aRule() })).rejects.toThrow(refusal)
      await expect(switchRule(who, { id, isActive: false })).rejects.toThrow(refusal)
      await expect(deleteRule(who, { id })).rejects.toThrow(refusal)
      await expect(listRules(who)).rejects.toThrow(refusal)
      await expect(listWords(who)).rejects.toThrow(refusal)
      await expect(addWords(who, { words: 'Word' })).rejects.toThrow(refusal)
      await expect(removeWord(who, { id })).rejects.toThrow(refusal)
    }
    await expect(readHouseStyle({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
    expect(await listRules(editor)).toHaveLength(1)
  })

  test('with a twin is refused, also when two people write it at once', async () => {
    const results = await Promise.allSettled([
      createRule(editor, aRule()),
      createRule(editor, aRule({ find: 'Prior  To' })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(createRule(editor, aRule({ find: 'PRIOR TO' }))).rejects.toThrow(Conflict)
    const { id } = await createRule(editor, aRule({ find: 'toward' }))
    const { updatedAt } = await database().styleRule.findUniqueOrThrow({ where: { id } })
    await expect(updateRule(editor, { id, seenAt: updatedAt, rule: aRule() })).rejects.toThrow('There is a rule for')
  })

  test('that somebody else changed or deleted meanwhile is not written over', async () => {
    const { id } = await createRule(editor, aRule())
    const [seen] = await listRules(editor)
    const seenAt = seen?.updatedAt ?? new Date(0)
    const results = await Promise.allSettled([
      updateRule(editor, { id, seenAt, rule: aRule({ reason: 'One.' }) }),
      updateRule(editor, { id, seenAt, rule: aRule({ reason: 'Two.' }) }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await deleteRule(editor, { id })
    await expect(updateRule(editor, { id, seenAt, rule: aRule() })).rejects.toThrow(NotFound)
    await expect(switchRule(editor, { id, isActive: true })).rejects.toThrow(NotFound)
    await expect(switchRule(editor, { id: newId(), isActive: true })).rejects.toThrow(NotFound)
  })

  test.each([
    [{ find: '' }, 'find', 'Write the phrase that should not stand in the paper.'],
    [{ find: 'x'.repeat(201) }, 'find', 'A phrase has at most 200 characters.'],
    [{ find: 'x'.repeat(501), isPattern: true }, 'find', 'A pattern has at most 500 characters.'],
    [{ find: 'a(b', isPattern: true }, 'find', 'Character 2: this bracket is never closed.'],
    [{ find: 'a*', isPattern: true }, 'find', 'It matches where nothing is: it would mark every place.'],
    [{ find: '(a)', isPattern: true, replacement: '$2' }, 'find', /says \$2/],
    [{ find: 'before' }, 'find', 'The replacement is the phrase itself.'],
    [{ reason: ' ' }, 'reason', 'Say why: writers read it beside their words.'],
    [{ reason: 'x'.repeat(301) }, 'reason', 'A reason has at most 300 characters.'],
    [{ replacement: 'x'.repeat(201) }, 'replacement', 'A replacement has at most 200 characters.'],
    [{ replacement: 'a\nb' }, 'replacement', 'One line, please.'],
  ])('%j is refused at %s', (more, field, message) => {
    expect(problemsOf(more)).toEqual([[field, typeof message === 'string' ? message : expect.stringMatching(message)]])
  })
})

describe('The dictionary', () => {
  test('takes many words at once, each once, and gives them back in order', async () => {
    expect(await addWords(editor, { words: 'Tarrick\n\n Aldermouth \r\nTarrick\n' })).toEqual({ added: 2 })
    expect(await addWords(editor, { words: 'Belmara\nTarrick' })).toEqual({ added: 1 })
    const words = await listWords(editor)
    expect(words.map(({ word }) => word)).toEqual(['Aldermouth', 'Belmara', 'Tarrick'])
    await removeWord(editor, { id: words[0]?.id ?? '' })
    expect(await listWords(editor)).toHaveLength(2)
  })

  test('two people who add the same word at once add it once', async () => {
    const results = await Promise.all([addWords(editor, { words: 'Orrin' }), addWords(editor, { words: 'Orrin' })])
    expect(results.map(({ added }) => added).sort()).toEqual([0, 1])
  })

  test.each([
    ['One\nTwo words', 'Line 2: one word to a line.'],
    ['<b>', 'Line 1: “<b>” is not a word.'],
    ['x'.repeat(61), 'Line 1: a word has at most 60 characters.'],
    [' \n ', 'Write a word.'],
  ])('%j is refused whole', async (words, message) => {
    const refusal = await addWords(editor, { words: `${words}` }).catch((error: Invalid) => error)
    expect(refusal).toBeInstanceOf(Invalid)
    expect((refusal as Invalid).message).toContain(message)
    expect(await listWords(editor)).toEqual([])
  })
})

test('the house style of the sample newsroom is written once, however often it is begun', async () => {
  await writeHouseStyle(editor)
  const written = await listRules(editor)
  expect(written).toHaveLength(rules.length)
  await database().styleRule.deleteMany({ where: { find: 'toward' } })
  await writeHouseStyle(editor)
  expect(await listRules(editor)).toHaveLength(rules.length)
  expect((await listWords(editor)).map(({ word }) => word)).toContain('Aldermouth')
})

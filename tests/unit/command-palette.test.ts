import { defaultFilter } from 'cmdk'
import { describe, expect, test } from 'vitest'
import { KEYS } from '@/components/editor/extensions/key-list'
import { shortcutText } from '@/components/editor/shortcut-text'
import type { Command } from '@/components/newsroom/commands/command-store'
import { rankCommands } from '@/components/newsroom/commands/rank-commands'

function command(id: string, group: string, label: string, more: Partial<Command> = {}): Command {
  return { id, group, label, run: () => {}, ...more }
}

const commands = [
  command('go', 'Go to', 'Go to articles'),
  command('publish', 'Article', 'Publish', { unavailable: 'An editor publishes.' }),
  command('public', 'Article', 'View public page'),
  command('bullets', 'Blocks', 'Bulleted list', { alsoCalled: 'points unordered' }),
  command('bold', 'Text', 'Bold', { keys: 'Mod-B' }),
  command('new', 'Start', 'New article'),
]

const shown = (typed: string, recent: string[] = []) =>
  rankCommands(commands, typed, recent, defaultFilter).map(({ group, commands }) => [
    group,
    commands.map(({ id }) => id),
  ])

describe('The command palette', () => {
  test('with nothing typed everything is there by heading, what was used lately above it', () => {
    expect(shown('', ['bold', 'publish', 'gone'])).toEqual([
      ['Recently used', ['bold']],
      ['Start', ['new']],
      ['Article', ['publish', 'public']],
      ['Text', ['bold']],
      ['Blocks', ['bullets']],
      ['Go to', ['go']],
    ])
  })

  test('letters left out still find a command, and the best stands first', () => {
    expect(shown('bld')[0]).toEqual(['Text', ['bold']])
    expect(shown('bul')[0]).toEqual(['Blocks', ['bullets']])
  })

  test('another word for it finds it, too, from its beginning', () => {
    expect(shown('unord')).toEqual([['Blocks', ['bullets']]])
    expect(shown('ordered')).toEqual([])
  })

  test('what cannot be done now comes after what can', () => {
    expect(shown('publi')).toEqual([['Article', ['public', 'publish']]])
  })

  test('what was used lately is preferred to its like', () => {
    const like = [command('one', 'Text', 'Bold words'), command('two', 'Text', 'Bold lines')]
    const ids = (recent: string[]) =>
      rankCommands(like, 'bold', recent, defaultFilter).flatMap(({ commands }) => commands.map(({ id }) => id))
    expect(ids([])).toEqual(['one', 'two'])
    expect(ids(['two'])).toEqual(['two', 'one'])
  })

  test('words that mean nothing here find nothing', () => {
    expect(shown('zeppelin')).toEqual([])
  })
})

describe('The list of keys', () => {
  test('no two entries are the same', () => {
    const entries = KEYS.map(({ keys, does }) => `${keys} ${does}`)
    expect(new Set(entries).size).toBe(entries.length)
  })

  test('keys are named as the machine names them', () => {
    expect(shortcutText('Mod-Shift-P', true)).toBe('⌘ ⇧ P')
    expect(shortcutText('Mod-Shift-P', false)).toBe('Ctrl Shift P')
  })
})

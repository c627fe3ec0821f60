'use client'

import type { Editor } from '@tiptap/core'
import type { Command } from '@/components/newsroom/commands/command-store'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import type { ArticleFacts } from './article-facts'
import type { Ask } from './asks'
import { BLOCKS } from './blocks'
import { focusBlockFields } from './extensions/block-fields'
import { moveBlockDown, moveBlockUp } from './extensions/move-block'
import { focusStart, focusTitle } from './publishing/focus-issue'
import { useSurface } from './surface-context.client'

/** The fields of the panel as it labels them, and what it calls their boxes. */
const FIELDS: readonly { box: string; label: string; alsoCalled?: string }[] = [
  { box: 'kicker', label: 'Kicker' },
  { box: 'section', label: 'Section' },
  { box: 'topics', label: 'Topics', alsoCalled: 'tags' },
  { box: 'slug', label: 'Slug', alsoCalled: 'address url' },
  { box: 'bylines', label: 'Bylines', alsoCalled: 'author writer credit' },
  { box: 'dateline', label: 'Dateline', alsoCalled: 'place' },
  { box: 'commissionedWords', label: 'Commissioned length', alsoCalled: 'words count' },
  { box: 'shortHeadline', label: 'Short headline', alsoCalled: 'card front' },
  { box: 'searchHeadline', label: 'Search headline', alsoCalled: 'seo google title' },
  { box: 'socialHeadline', label: 'Social headline', alsoCalled: 'facebook share' },
  { box: 'mailHeadline', label: 'Mail headline', alsoCalled: 'newsletter subject' },
  { box: 'trailText', label: 'Trail text', alsoCalled: 'summary description' },
  { box: 'mainImage', label: 'Main image', alsoCalled: 'picture photo' },
  { box: 'source', label: 'Source name', alsoCalled: 'original' },
  { box: 'reply', label: 'Right of reply', alsoCalled: 'asked comment response deadline declined' },
]

type Verbs = {
  onWorkflow: () => void
  onPanel: () => void
  onFile: () => void
  onPublish: () => void
  onNote: () => void
  onUnpublish: () => void
  onTemplate: () => void
  /** Goes to a field around the text by the name of its box. */
  onField: (box: string) => void
}

/** Puts into the palette whatever has a button in the toolbar, the header or the panel. */
export function EditorCommands({ hasChanges, ...verbs }: Verbs & Standing) {
  const { editor, facts, ask } = useSurface()
  useCommands([
    ...articleCommands(facts, { hasChanges }, verbs),
    ...fieldCommands(verbs),
    ...wordCommands(editor, ask, facts),
    ...blockCommands(editor, ask, facts),
    ...placeCommands(editor, ask),
  ])
  return null
}

type Standing = {
  /** Is there anything that readers do not have yet? */
  hasChanges: boolean
}

const READ_ONLY = 'You can read this article, but not change it.'

/** A key that is there only with a reason in it. */
function unless(isPossible: boolean, reason: string): { unavailable?: string } {
  return isPossible ? {} : { unavailable: reason }
}

function articleCommands(facts: ArticleFacts, { hasChanges }: Standing, verbs: Verbs): Command[] {
  const group = 'Article'
  const isOut = facts.state === 'PUBLISHED'
  const held = facts.hold !== null && !facts.can.edit ? `${facts.hold.name} holds this article.` : null
  return [
    {
      id: 'article file',
      label: 'File',
      group,
      alsoCalled: 'hand in send desk submit',
      ...unless(facts.can.file, held ?? (facts.state === 'DRAFT' ? READ_ONLY : 'It has been filed already.')),
      run: verbs.onFile,
    },
    {
      id: 'article publish',
      label: isOut ? 'Publish changes' : 'Publish',
      group,
      alsoCalled: 'release live go out',
      ...unless(facts.can.publish, held ?? 'An editor publishes.'),
      ...unless(!facts.can.publish || !isOut || hasChanges, 'Readers have the latest already.'),
      run: verbs.onPublish,
    },
    {
      id: 'article note',
      label: 'Correction or note to readers',
      group,
      alsoCalled: 'correct clarify clarification update retract retraction mistake error',
      ...unless(
        isOut && facts.can.publish,
        held ?? (isOut ? 'An editor publishes.' : 'Readers do not have this article.'),
      ),
      run: verbs.onNote,
    },
    {
      id: 'article unpublish',
      label: 'Unpublish',
      group,
      alsoCalled: 'withdraw take down kill',
      ...unless(facts.can.unpublish, held ?? (isOut ? 'An editor unpublishes.' : 'It is not public.')),
      run: verbs.onUnpublish,
    },
    {
      id: 'article workflow',
      label: 'Workflow',
      group,
      alsoCalled: 'state approve schedule embargo kill spike legal hold send back',
      run: verbs.onWorkflow,
    },
    ...(facts.publicPath === null
      ? []
      : [
          {
            id: 'article view',
            label: 'View public page',
            group,
            alsoCalled: 'open site readers',
            run: () => window.open(facts.publicPath ?? '/', '_blank', 'noopener'),
          },
        ]),
    ...(facts.can.template
      ? [
          {
            id: 'article template',
            label: 'Save as template',
            group,
            alsoCalled: 'kind pattern',
            run: verbs.onTemplate,
          },
        ]
      : []),
    {
      id: 'article panel',
      label: 'Around the text',
      group,
      alsoCalled: 'panel side fields show hide',
      run: verbs.onPanel,
    },
  ]
}

function fieldCommands({ onField }: Verbs): Command[] {
  return FIELDS.map(({ box, label, alsoCalled }) => ({
    id: `field ${box}`,
    label: `Go to ${label.toLowerCase()}`,
    group: 'Fields',
    alsoCalled: `edit field ${alsoCalled ?? ''}`.trim(),
    run: () => onField(box),
  }))
}

function wordCommands(editor: Editor, ask: (ask: Ask) => void, { can }: ArticleFacts): Command[] {
  const group = 'Text'
  const state = unless(can.edit, READ_ONLY)
  return [
    {
      id: 'text bold',
      label: 'Bold',
      group,
      keys: 'Mod-B',
      alsoCalled: 'strong',
      ...state,
      run: () => editor.chain().focus().toggleMark('bold').run(),
    },
    {
      id: 'text italic',
      label: 'Italic',
      group,
      keys: 'Mod-I',
      alsoCalled: 'emphasis',
      ...state,
      run: () => editor.chain().focus().toggleMark('italic').run(),
    },
    {
      id: 'text link',
      label: 'Link',
      group,
      keys: 'Mod-K',
      alsoCalled: 'url address article',
      ...state,
      run: () => ask({ kind: 'link words' }),
    },
    {
      id: 'text speaker',
      label: 'Quote speaker',
      group,
      keys: 'Mod-Shift-S',
      alsoCalled: 'who said quoted',
      ...state,
      run: () => ask({ kind: 'quote speaker' }),
    },
    {
      id: 'text claim',
      label: 'Mark a claim',
      group,
      keys: 'Mod-Alt-A',
      alsoCalled: 'who says so denied asserted attribution',
      ...state,
      run: () => ask({ kind: 'mark claim' }),
    },
    {
      id: 'text explanation',
      label: 'Explain words',
      group,
      keys: 'Mod-Alt-E',
      alsoCalled: 'annotation glossary define popup',
      ...state,
      run: () => ask({ kind: 'explain words' }),
    },
    { id: 'text undo', label: 'Undo', group, keys: 'Mod-Z', ...state, run: () => travel(editor, 'undo') },
    { id: 'text redo', label: 'Redo', group, keys: 'Shift-Mod-Z', ...state, run: () => travel(editor, 'redo') },
  ]
}

function travel(editor: Editor, way: 'undo' | 'redo'): void {
  editor.commands[way]()
  editor.view.focus()
}

function blockCommands(editor: Editor, ask: (ask: Ask) => void, { can }: ArticleFacts): Command[] {
  const group = 'Blocks'
  const state = unless(can.edit, READ_ONLY)
  const move = (direction: typeof moveBlockUp) => () => {
    direction(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  return [
    ...BLOCKS.map(({ name, label, alsoCalled, shortcut, run }) => ({
      id: `block ${name}`,
      label,
      group,
      alsoCalled: `insert block ${alsoCalled}`,
      ...(shortcut === undefined ? {} : { keys: shortcut }),
      ...state,
      run: () => run(editor, ask),
    })),
    { id: 'block up', label: 'Move block up', group, keys: 'Alt-↑', ...state, run: move(moveBlockUp) },
    { id: 'block down', label: 'Move block down', group, keys: 'Alt-↓', ...state, run: move(moveBlockDown) },
  ]
}

function placeCommands(editor: Editor, ask: (ask: Ask) => void): Command[] {
  const group = 'Text'
  return [
    { id: 'place headline', label: 'Go to the headline', group, run: () => focusTitle(editor) },
    {
      id: 'place start',
      label: 'Go to the first words',
      group,
      alsoCalled: 'body text',
      run: () => focusStart(editor),
    },
    {
      id: 'place fields',
      label: 'Go to the fields of the block',
      group,
      keys: 'F2',
      alsoCalled: 'alt alternative caption credit speaker picture',
      ...unless(editor.isEditable, READ_ONLY),
      run: () => {
        if (!focusBlockFields(editor.view)) editor.view.focus()
      },
    },
    {
      id: 'place toolbar',
      label: 'Go to the toolbar',
      group,
      keys: 'Alt-F10',
      ...unless(editor.isEditable, READ_ONLY),
      run: () => ask({ kind: 'toolbar' }),
    },
  ]
}

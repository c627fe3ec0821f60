'use client'

import { Toolbar as Base } from '@base-ui/react/toolbar'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { Editor } from '@tiptap/react'
import {
  ArrowDown,
  ArrowUp,
  Bold,
  Info,
  Italic,
  Link2,
  Megaphone,
  MessageSquarePlus,
  Plus,
  Redo2,
  Speech,
  Undo2,
} from 'lucide-react'
import { memo, type ReactNode, type Ref } from 'react'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu.client'
import { BLOCKS } from './blocks'
import { markAt } from './extensions/links'
import { moveBlockDown, moveBlockUp } from './extensions/move-block'
import { shortcutText } from './shortcut-text'
import { useSurface } from './surface-context.client'
import { useFollowed } from './use-followed.client'

/**
 * What can be done to the words and the blocks that can be put between them. One stop for Tab; the arrow keys move inside.
 * Above the text on a wide screen, a bar at the bottom on a phone.
 */
export const EditorToolbar = memo(function EditorToolbar({
  editor,
  ref,
}: {
  editor: Editor
  ref: Ref<HTMLDivElement>
}) {
  const { ask } = useSurface()
  const at = useFollowed(editor, whatIsAt)
  const command = (name: 'undo' | 'redo') => () => {
    editor.commands[name]()
    editor.view.focus()
  }

  return (
    <Base.Root ref={ref} aria-label="Formatting" className="editor-toolbar">
      <Tool
        label="Bold"
        shortcut="Mod-B"
        icon={<Bold />}
        pressed={at.bold}
        disabled={!at.canMark}
        onPress={() => editor.chain().focus().toggleMark('bold').run()}
      />
      <Tool
        label="Italic"
        shortcut="Mod-I"
        icon={<Italic />}
        pressed={at.italic}
        disabled={!at.canItalic}
        onPress={() => editor.chain().focus().toggleMark('italic').run()}
      />
      <Tool
        label="Link"
        shortcut="Mod-K"
        icon={<Link2 />}
        pressed={at.link}
        disabled={!at.canMark}
        onPress={() => ask({ kind: 'link words' })}
      />
      <Tool
        label="Quote speaker"
        shortcut="Mod-Shift-S"
        icon={<Speech />}
        pressed={at.quote}
        disabled={!at.canMark}
        onPress={() => ask({ kind: 'quote speaker' })}
      />
      <Tool
        label="Claim"
        shortcut="Mod-Alt-A"
        icon={<Megaphone />}
        pressed={at.claim}
        disabled={!at.canEdit}
        onPress={() => ask({ kind: 'mark claim' })}
      />
      <Tool
        label="Comment"
        shortcut="Mod-Alt-M"
        icon={<MessageSquarePlus />}
        onPress={() => ask({ kind: 'comment' })}
      />
      <Base.Separator className="editor-toolbar-gap" />
      {COMMON.map((block) => (
        <Tool
          key={block.name}
          label={block.label}
          shortcut={block.shortcut}
          icon={<block.icon />}
          pressed={TOGGLES.has(block.name) ? at.block === block.name : undefined}
          disabled={!at.canEdit}
          onPress={() => block.run(editor, ask)}
        />
      ))}
      <MoreBlocks editor={editor} disabled={!at.canEdit} />
      <Base.Separator className="editor-toolbar-gap" />
      <Tool label="Undo" shortcut="Mod-Z" icon={<Undo2 />} disabled={!at.canUndo} onPress={command('undo')} />
      <Tool label="Redo" shortcut="Shift-Mod-Z" icon={<Redo2 />} disabled={!at.canRedo} onPress={command('redo')} />
      <Base.Separator className="editor-toolbar-gap" />
      <Tool
        label="Move block up"
        shortcut="Alt-↑"
        icon={<ArrowUp />}
        disabled={!at.canEdit}
        onPress={() => moveBlockUp(editor.state, editor.view.dispatch)}
      />
      <Tool
        label="Move block down"
        shortcut="Alt-↓"
        icon={<ArrowDown />}
        disabled={!at.canEdit}
        onPress={() => moveBlockDown(editor.state, editor.view.dispatch)}
      />
    </Base.Root>
  )
})

const COMMON = BLOCKS.slice(1).filter(({ isRare }) => !isRare)
const RARE = BLOCKS.filter(({ isRare }) => isRare)

/** What is needed once in a while: a list to drop down keeps the bar short. */
function MoreBlocks({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const { ask } = useSurface()
  // The menu gives the focus back to its button when it closes; what is chosen in it wants it in the text.
  const later = (run: () => void) => () => void setTimeout(run, 0)
  return (
    <Menu
      align="center"
      trigger={
        <Base.Button
          disabled={disabled}
          focusableWhenDisabled
          render={<IconButton label="More blocks" icon={<Plus aria-hidden="true" className="size-4.5" />} />}
        />
      }
    >
      {RARE.map((block) => (
        <MenuItem
          key={block.name}
          icon={<block.icon aria-hidden="true" />}
          shortcut={block.shortcut === undefined ? undefined : shortcutText(block.shortcut)}
          onSelect={later(() => block.run(editor, ask))}
        >
          {block.label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        icon={<Info aria-hidden="true" />}
        shortcut={shortcutText('Mod-Alt-E')}
        onSelect={later(() => ask({ kind: 'explain words' }))}
      >
        Explain words
      </MenuItem>
    </Menu>
  )
}

/** Pressed again, these give back plain words. */
const TOGGLES = new Set<string>(['crosshead', 'bulletedList', 'numberedList', 'quotation'])

function Tool({
  label,
  shortcut,
  icon,
  pressed,
  disabled,
  onPress,
}: {
  label: string
  shortcut?: string | undefined
  icon: ReactNode
  pressed?: boolean | undefined
  disabled?: boolean
  onPress: () => void
}) {
  return (
    <Base.Button
      disabled={disabled}
      focusableWhenDisabled
      render={
        <IconButton
          label={label}
          shortcut={shortcut === undefined ? undefined : shortcutText(shortcut)}
          icon={<span className="[&_svg]:size-4.5">{icon}</span>}
          pressed={pressed}
        />
      }
      // The words keep the focus and the selection while somebody presses with a pointer.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    />
  )
}

function whatIsAt(editor: Editor) {
  const { state } = editor
  const { $from } = state.selection
  const marks = state.storedMarks ?? $from.marks()
  const has = (name: string) =>
    state.selection.empty ? marks.some((mark) => mark.type.name === name) : editor.isActive(name)
  const allows = (name: string) =>
    $from.parent.isTextblock && $from.parent.type.allowsMarkType(state.schema.mark(name).type)
  const names = new Set(Array.from({ length: $from.depth }, (_, index) => $from.node(index + 1).type.name))
  return {
    canEdit: editor.isEditable,
    canMark: editor.isEditable && allows('bold'),
    canItalic: editor.isEditable && allows('italic'),
    bold: has('bold'),
    italic: has('italic'),
    link: markAt(state, 'link') !== null,
    quote: markAt(state, 'quote') !== null,
    claim: markAt(state, 'claim') !== null,
    block: [...TOGGLES].find((name) => names.has(name)) ?? null,
    canUndo: editor.isEditable && undoDepth(state) > 0,
    canRedo: editor.isEditable && redoDepth(state) > 0,
  }
}

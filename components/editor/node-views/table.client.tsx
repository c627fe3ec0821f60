'use client'

import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  Table as TableIcon,
} from 'lucide-react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { isHeaderRow } from '@/lib/document/table-shape'
import { changeTable, type TableCommand } from '../tables/table-commands'
import { TABLE_LABELS } from '../tables/table-labels'
import { goAbove, goInside } from './beside-block'
import { BlockFrame } from './block-frame.client'
import { InPlaceField } from './in-place-field.client'

/** Rows and columns, with a caption above and the tools for their shape while the cursor is inside. */
export function TableView(block: ReactNodeViewProps) {
  const { editor, node } = block
  return (
    <BlockFrame
      label="Table"
      icon={<TableIcon />}
      isSelected={block.selected}
      canEdit={editor.isEditable}
      onRemove={block.deleteNode}
    >
      {editor.isEditable && block.selectionInside ? <TableTools block={block} /> : null}
      <div contentEditable={false} className="px-3 pt-2.5">
        <InPlaceField
          block={block}
          name="caption"
          label="Caption"
          most={300}
          placeholder="Caption: what the table shows"
          onUp={() => goAbove(block)}
          onDown={() => goInside(block)}
          className="px-1 py-0.5 font-semibold text-base"
        />
      </div>
      <div className="table-room">
        <NodeViewContent<'table'> as="table" data-header={isHeaderRow(node.child(0)) || undefined} />
      </div>
    </BlockFrame>
  )
}

const ADDING: readonly (readonly [TableCommand, LucideIcon])[] = [
  ['rowAbove', BetweenHorizontalStart],
  ['rowBelow', BetweenHorizontalEnd],
  ['columnBefore', BetweenVerticalStart],
  ['columnAfter', BetweenVerticalEnd],
]

function TableTools({ block: { editor, node } }: { block: ReactNodeViewProps }) {
  const run = (command: TableCommand) => {
    changeTable(editor.view, command)
    editor.view.focus()
  }
  useCommands(
    Object.entries(TABLE_LABELS).map(([command, label]) => ({
      id: `table.${command}`,
      label: `Table: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
      group: 'Blocks',
      run: () => run(command as TableCommand),
    })),
  )
  const isHeaderColumn = node.children.every((row) => row.firstChild?.type.name === 'tableHeader')

  return (
    <div
      contentEditable={false}
      role="toolbar"
      aria-label="Table"
      className="flex gap-0.5 overflow-x-auto border-line border-b px-1.5 py-0.5"
      // The cell keeps the cursor while somebody presses with a pointer.
      onMouseDown={(event) => event.preventDefault()}
    >
      {ADDING.map(([command, Icon]) => (
        <IconButton
          key={command}
          label={TABLE_LABELS[command]}
          size="small"
          icon={<Icon aria-hidden="true" className="size-4" />}
          onClick={() => run(command)}
        />
      ))}
      {(['deleteRow', 'deleteColumn'] as const).map((command) => (
        <Button key={command} variant="quiet" size="small" className="h-7" onClick={() => run(command)}>
          {TABLE_LABELS[command]}
        </Button>
      ))}
      <span aria-hidden="true" className="mx-1 my-1 w-px shrink-0 bg-line" />
      <IconButton
        label={TABLE_LABELS.headerRow}
        size="small"
        pressed={isHeaderRow(node.child(0))}
        icon={<PanelTop aria-hidden="true" className="size-4" />}
        onClick={() => run('headerRow')}
      />
      <IconButton
        label={TABLE_LABELS.headerColumn}
        size="small"
        pressed={isHeaderColumn}
        icon={<PanelLeft aria-hidden="true" className="size-4" />}
        onClick={() => run('headerColumn')}
      />
    </div>
  )
}

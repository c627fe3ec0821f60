'use client'

import { type Editor, getMarkRange } from '@tiptap/react'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { DialogClose } from '@/components/ui/dialog.client'
import { RELATED_MOST } from '@/lib/document/nodes/related'
import type { LinkTarget } from './api/articles'
import type { Ask } from './asks'
import { ClaimDialog } from './claims/claim-dialog.client'
import type { ClaimsHandle } from './claims/use-claims.client'
import { ExplanationDialog } from './explanation-dialog.client'
import { insertBlock } from './extensions/insert-block'
import { canLink, linkWords, markAt } from './extensions/links'
import { insertPicture } from './extensions/picture-files'
import { ToDoDialog } from './house-style/to-do-dialog.client'
import { type LinkChoice, LinkDialog } from './linking/link-dialog.client'
import { headlineOf } from './linking/target-line'
import { removeMark } from './mark-bubble.client'
import { PictureDialog } from './pictures/picture-dialog.client'
import { ReportsDialog } from './reader-reports/reports-dialog.client'
import { SpeakerDialog } from './speaker-dialog.client'

type DialogProps = { editor: Editor; articleId: string; onClose: () => void }

/** The form for whatever the text asked. */
export function AskedDialog({
  editor,
  articleId,
  asked,
  claims,
  onClose,
}: DialogProps & { asked: Ask; claims: ClaimsHandle }) {
  switch (asked.kind) {
    case 'link words':
      return <WordsLinkDialog editor={editor} articleId={articleId} onClose={onClose} />
    case 'explain words':
      return <ExplanationDialog editor={editor} onClose={onClose} />
    case 'quote speaker':
      return <SpeakerDialog editor={editor} place={asked.place} onClose={onClose} />
    case 'mark claim':
      return <ClaimDialog editor={editor} handle={claims} eventId={asked.eventId} onClose={onClose} />
    case 'read more':
      return <ReadMoreDialog editor={editor} articleId={articleId} position={asked.position} onClose={onClose} />
    case 'related':
      return <RelatedDialog editor={editor} articleId={articleId} position={asked.position} onClose={onClose} />
    case 'image':
      return (
        <PictureDialog
          title="Insert an image"
          finalFocus={{ current: editor.view.dom }}
          onClose={onClose}
          onChoose={(picture) => {
            onClose()
            insertPicture(editor.view, picture)
          }}
        />
      )
    case 'reader reports':
      return <ReportsDialog editor={editor} articleId={articleId} reports={asked.reports} onClose={onClose} />
    case 'to-do':
      return <ToDoDialog editor={editor} onClose={onClose} />
    case 'keys':
    case 'toolbar':
    case 'comment':
    case 'who wrote':
      return null
  }
}

/** Links the selected words, changes the link under the cursor, or puts linked words where the cursor is. */
function WordsLinkDialog({ editor, articleId: ownId, onClose }: DialogProps) {
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  const [existing] = useState(() => markAt(editor.state, 'link'))

  function choose(choice: LinkChoice) {
    onClose()
    const target =
      choice.kind === 'article' ? { articleId: choice.article.id, href: null } : { articleId: null, href: choice.href }
    const { state, view } = editor
    const mark = state.schema.mark('link', target)
    const range = existing && getMarkRange(state.doc.resolve(state.selection.from), mark.type)
    if (range) view.dispatch(state.tr.addMark(range.from, range.to, mark))
    else if (canLink(state)) view.dispatch(linkWords(state, target))
    else if (state.selection.$from.parent.type.allowsMarkType(mark.type)) {
      const words = choice.kind === 'article' ? headlineOf(choice.article) : choice.href.replace(/^(mailto|tel):/, '')
      view.dispatch(state.tr.replaceSelectionWith(state.schema.text(words, [mark]), false).removeStoredMark(mark))
    }
    view.focus()
  }

  return (
    <LinkDialog
      title={existing === null ? 'Link words' : 'Change the link'}
      takesAddresses
      initialWords={existing?.mark.attrs.href ?? ''}
      ownId={ownId}
      closesOnChoice
      onChoose={choose}
      onClose={onClose}
      finalFocus={finalFocus}
      footer={
        existing === null ? undefined : (
          <>
            <Button
              onClick={() => {
                onClose()
                removeMark(editor, 'link')
              }}
            >
              Remove link
            </Button>
            <DialogClose render={<Button>Cancel</Button>} />
          </>
        )
      }
    />
  )
}

function ReadMoreDialog({
  editor,
  articleId: ownId,
  position,
  onClose,
}: DialogProps & { position: number | undefined }) {
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])

  function choose(choice: LinkChoice) {
    onClose()
    if (choice.kind !== 'article') return
    const { state, view } = editor
    const articleId = choice.article.id
    const isThere = position !== undefined && state.doc.nodeAt(position)?.type.name === 'readMore'
    view.dispatch(
      isThere
        ? state.tr.setNodeAttribute(position, 'articleId', articleId)
        : insertBlock(state, state.schema.node('readMore', { articleId })),
    )
    view.focus()
  }

  return (
    <LinkDialog
      title="Read more"
      description="A card in the text that always shows the other article's own headline."
      takesAddresses={false}
      ownId={ownId}
      closesOnChoice
      onChoose={choose}
      onClose={onClose}
      finalFocus={finalFocus}
    />
  )
}

/** Collects articles and puts them into the text together, or adds them to a list that is there. */
function RelatedDialog({
  editor,
  articleId: ownId,
  position,
  onClose,
}: DialogProps & { position: number | undefined }) {
  const finalFocus = useMemo(() => ({ current: editor.view.dom }), [editor])
  const [chosen, setChosen] = useState<LinkTarget[]>([])
  const list = position === undefined ? null : editor.state.doc.nodeAt(position)
  const already: string[] = list?.type.name === 'related' ? list.attrs.articleIds : []
  const count = already.length + chosen.length

  function add() {
    onClose()
    const { state, view } = editor
    const articleIds = [...already, ...chosen.map(({ id }) => id)]
    view.dispatch(
      list?.type.name === 'related' && position !== undefined
        ? state.tr.setNodeAttribute(position, 'articleIds', articleIds)
        : insertBlock(state, state.schema.node('related', { articleIds })),
    )
    view.focus()
  }

  return (
    <LinkDialog
      title="Related articles"
      description={`Choose articles to read next, up to ${RELATED_MOST}. ${count} of ${RELATED_MOST} chosen.`}
      takesAddresses={false}
      ownId={ownId}
      closesOnChoice={false}
      chosenIds={[...already, ...chosen.map(({ id }) => id)]}
      onChoose={(choice) => {
        if (choice.kind === 'article' && count < RELATED_MOST) setChosen([...chosen, choice.article])
      }}
      onClose={onClose}
      finalFocus={finalFocus}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" disabled={chosen.length === 0} onClick={add}>
            {chosen.length === 0 ? 'Add to article' : `Add ${chosen.length} to article`}
          </Button>
        </>
      }
    >
      {chosen.length > 0 ? (
        <ol aria-label="Chosen" className="flex list-decimal flex-col gap-1 rounded-md bg-side py-2 pr-3 pl-8 text-sm">
          {chosen.map((article) => (
            <li key={article.id} className="text-pretty">
              {headlineOf(article)}
            </li>
          ))}
        </ol>
      ) : null}
    </LinkDialog>
  )
}

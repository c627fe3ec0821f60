'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Button } from '@/components/ui/button.client'
import { rewireLinks } from '@/lib/links/rewire-links'
import type { LinkTarget } from '../api/articles'
import type { LinkNotice } from '../api/links'
import { LinkDialog } from '../linking/link-dialog.client'
import { headlineOf } from '../linking/target-line'
import { useSurface } from '../surface-context.client'
import type { LinkNoticesHandle } from './use-link-notices.client'

const NOTICE_WORDS: Record<LinkNotice['reason'], { happened: string; after: string }> = {
  UNPUBLISHED: {
    happened: 'was taken from readers',
    after: 'Links to it are plain words for now, and its cards are gone.',
  },
  KILLED: {
    happened: 'was killed',
    after: 'It does not come back: links to it are plain words, and its cards are gone.',
  },
  CORRECTED: {
    happened: 'was corrected',
    after: 'See whether what is said here still holds. Its cards say “Corrected”.',
  },
  RETRACTED: {
    happened: 'was retracted',
    after: 'The paper does not stand by it any more. Its cards say “Retracted”.',
  },
}

/** What happened to articles that this one points at, and what can be done about it here. */
export function LinkNotices({ handle, canEdit }: { handle: LinkNoticesHandle; canEdit: boolean }) {
  const { editor, articleId } = useSurface()
  const [moving, setMoving] = useState<LinkNotice | null>(null)
  const { notices, problem } = handle
  if (notices.length === 0 && problem === null) return null

  async function change(notice: LinkNotice, to: LinkTarget | null) {
    changeLinks(editor, notice.target.id, to?.id ?? null)
    await handle.clear(notice.id)
  }

  return (
    <section aria-label="Wants a look" className="mb-6 flex flex-col gap-3">
      <h3 className="font-semibold text-sm">Wants a look</h3>
      {problem === null ? null : (
        <p role="alert" className="text-danger-ink text-sm">
          {problem}
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {notices.map((notice) => (
          <li key={notice.id} className="rounded-md bg-warn-wash px-3 py-2.5 text-sm">
            <p className="text-pretty">
              <a href={`/desk/articles/${notice.target.id}`} className="font-medium hover:underline">
                {headlineOf(notice.target)}
              </a>{' '}
              {NOTICE_WORDS[notice.reason].happened} <RelativeTime at={new Date(notice.createdAt)} now={new Date()} />.{' '}
              {NOTICE_WORDS[notice.reason].after}
            </p>
            {canEdit ? (
              <div className="mt-2 flex flex-wrap gap-1.5">
                <Button size="small" onClick={() => void change(notice, null)}>
                  Unlink
                </Button>
                <Button size="small" onClick={() => setMoving(notice)}>
                  Link elsewhere…
                </Button>
                <Button size="small" onClick={() => void handle.clear(notice.id)}>
                  Leave it
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {moving === null ? null : (
        <LinkDialog
          title="Link elsewhere"
          description={`Instead of “${headlineOf(moving.target)}”.`}
          takesAddresses={false}
          ownId={articleId}
          chosenIds={[moving.target.id]}
          closesOnChoice
          onChoose={(choice) => {
            if (choice.kind === 'article') void change(moving, choice.article)
            setMoving(null)
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  )
}

function changeLinks(editor: Editor, from: string, to: string | null): void {
  const { tr } = editor.state
  if (rewireLinks(tr, { from, to }) > 0) editor.view.dispatch(tr)
}

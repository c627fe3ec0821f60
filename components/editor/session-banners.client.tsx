'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { buttonClasses } from '@/components/ui/button-classes'
import { Callout } from '@/components/ui/callout'
import type { ArticleFacts } from './article-facts'
import type { DocumentSessionHandle } from './session/use-document-session.client'
import { useTrouble } from './session/use-save-status.client'

/** What went wrong with saving, in whole sentences, with what can be done; and words that found no place in the text. */
export function SessionBanners({ session, hold }: { session: DocumentSessionHandle; hold: ArticleFacts['hold'] }) {
  const status = useTrouble(session.saving)
  return (
    <div className="flex flex-col gap-3 px-4 pt-4 empty:hidden md:px-8">
      {status.kind === 'signed-out' ? (
        <Callout
          tone="danger"
          title={status.reason}
          actions={
            <>
              <a
                href="/login"
                target="_blank"
                rel="noopener"
                className={buttonClasses({ variant: 'primary', size: 'small' })}
              >
                Sign in again
              </a>
              <CopyButton label="Copy my text" text={session.textOfDraft} />
            </>
          }
        >
          {status.isKeptOnDevice
            ? 'What you typed is kept on this device. Sign in in the new tab, then come back here: it is saved from where it stopped.'
            : 'Leave this page open: this browser keeps nothing. Sign in in the new tab and come back, or copy your text.'}
        </Callout>
      ) : null}
      {status.kind === 'stuck' || status.kind === 'refused' ? (
        <Callout
          tone="danger"
          title={status.message}
          actions={
            <>
              <CopyButton label="Copy my text" text={session.textOfDraft} />
              {status.kind === 'stuck' ? (
                <Button size="small" onClick={() => location.reload()}>
                  Reload
                </Button>
              ) : (
                <Button size="small" onClick={session.retry}>
                  Try again
                </Button>
              )}
            </>
          }
        >
          {status.kind === 'refused' && status.hasUnsent ? keptWords(status.isKeptOnDevice, hold !== null) : null}
        </Callout>
      ) : null}
      {session.leftBehind.map((words) => (
        <Callout
          key={words.id}
          tone="warn"
          title={
            words.cause === 'place-removed'
              ? 'Somebody removed the paragraph you were writing in. These are your words:'
              : `Words from ${TIME.format(words.savedAt)} could not be merged:`
          }
          actions={
            <>
              <CopyButton label="Copy" text={() => words.text} />
              <Button size="small" variant="quiet" onClick={() => session.discardLeftBehind(words.id)}>
                Discard
              </Button>
            </>
          }
        >
          <blockquote className="mt-2 max-h-40 overflow-y-auto whitespace-pre-wrap border-warn/40 border-l-2 pl-3 font-serif">
            {words.text}
          </blockquote>
        </Callout>
      ))}
    </div>
  )
}

function keptWords(isKeptOnDevice: boolean, isHeld: boolean): string {
  if (isHeld)
    return 'What you typed is kept here and is put into the text as soon as the hold ends. You can copy it, too.'
  return isKeptOnDevice
    ? 'What you typed since is not in the text. It is kept on this device and is saved should you get the right back. You can copy it, too.'
    : 'What you typed since is not in the text, and this browser keeps nothing: copy it before you leave this page.'
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })

function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState<string | null>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setSaid('Copied')
    } catch {
      setSaid('This browser did not allow it')
    }
  }

  return (
    <>
      <Button size="small" onClick={copy}>
        {label}
      </Button>
      <span role="status" className="self-center text-xs">
        {said}
      </span>
    </>
  )
}

'use client'

import { Button } from '@/components/ui/button.client'
import { buttonClasses } from '@/components/ui/button-classes'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button.client'
import type { ArticleFacts } from './article-facts'
import type { LeftBehind } from './session/drafts'
import type { DocumentSessionHandle } from './session/use-document-session.client'
import { useTrouble } from './session/use-save-status.client'

/** What went wrong with saving, in whole sentences, with what can be done; and words that found no place in the text. */
export function SessionBanners({ session, facts }: { session: DocumentSessionHandle; facts: ArticleFacts }) {
  const status = useTrouble(session.saving)
  const isHeld = facts.hold !== null
  // Whoever may suggest and not edit goes on suggesting, and what they typed as an editor stands in the way.
  const isInTheWay = status.kind === 'refused' && status.hasUnsent && !isHeld && !facts.can.edit && facts.can.comment
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
              <CopyButton size="small" label="Copy my text" text={session.textOfDraft} />
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
              {isInTheWay ? (
                <Button size="small" variant="primary" onClick={session.putAside}>
                  Put those words aside
                </Button>
              ) : null}
              <CopyButton size="small" label="Copy my text" text={session.textOfDraft} />
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
          {status.kind === 'refused' && status.hasUnsent ? keptWords(status.isKeptOnDevice, isHeld) : null}
          {isInTheWay
            ? ' Your suggestions wait until that is settled. Put those words aside to go on: they leave the text and stay here to be copied.'
            : null}
        </Callout>
      ) : null}
      {session.leftBehind.map((words) => (
        <Callout
          key={words.id}
          tone="warn"
          title={TITLES[words.cause](TIME.format(words.savedAt))}
          actions={
            <>
              <CopyButton size="small" label="Copy" text={() => words.text} />
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
    ? 'What you typed since is not saved. It is kept on this device, and is saved if you get the right back. You can copy it, too.'
    : 'What you typed since is not saved, and this browser keeps nothing: copy it before you leave this page.'
}

const TITLES: Record<LeftBehind['cause'], (time: string) => string> = {
  'place-removed': () => 'Somebody removed the paragraph you were writing in. These are your words:',
  'put-aside': () => 'Your right to edit ended. These words were not sent:',
  'not-merged': (time) => `Words from ${time} could not be merged:`,
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })

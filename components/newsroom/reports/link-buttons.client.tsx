'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { BrokenLink } from '@/lib/outside-links/list-broken-links'

type Chosen = { articleId: string; linkId: string }
type Act<Value> = (chosen: Chosen) => Promise<ActionResult<Value>>

export type LinkActions = {
  turnIntoText: Act<{ isPublic: boolean }>
  pointToArchive: Act<{ isPublic: boolean }>
  checkAgain: Act<{ isOk: boolean; words: string }>
  ignore: Act<void>
}

/** What can be done about a link. The first two change the draft, which readers see only when it is published again. */
export function LinkButtons({
  articleId,
  link,
  actions,
}: {
  articleId: string
  link: BrokenLink
  actions: LinkActions
}) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)

  async function run<Value>(name: string, act: Act<Value>, say: (value: Value) => string) {
    setBusy(name)
    try {
      const result = await act({ articleId, linkId: link.id })
      if (result.ok) notify.done(say(result.value))
      else notify.problem(result.problem.message)
      router.refresh()
    } catch {
      notify.problem('The server could not be reached. Try again.')
    }
    setBusy(null)
  }

  const changed = ({ isPublic }: { isPublic: boolean }) =>
    isPublic ? 'The draft is changed. Readers get it when the article is published again.' : 'The draft is changed.'
  const about = `: ${link.words || link.url}`

  return (
    <fieldset className="mt-3 flex flex-wrap gap-2" aria-label={`What to do${about}`}>
      {link.isInWords ? (
        <>
          <Button size="small" busy={busy === 'text'} onClick={() => run('text', actions.turnIntoText, changed)}>
            Turn into text
          </Button>
          <Button
            size="small"
            busy={busy === 'archive'}
            onClick={() => run('archive', actions.pointToArchive, changed)}
          >
            Use the archive address
          </Button>
        </>
      ) : null}
      <Button
        size="small"
        busy={busy === 'again'}
        onClick={() => run('again', actions.checkAgain, ({ words }) => words)}
      >
        Check again now
      </Button>
      <Button
        size="small"
        variant="quiet"
        busy={busy === 'ignore'}
        onClick={() => run('ignore', actions.ignore, () => 'The link is not reported any more.')}
      >
        Ignore
      </Button>
    </fieldset>
  )
}

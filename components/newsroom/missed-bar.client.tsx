'use client'

import { CircleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { messageOf, request } from '@/components/editor/api/request'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { Missed } from '@/lib/schedule/missed'

/** As the browser gets it: `at` is ISO 8601. */
type MissedHere = Omit<Missed, 'at'> & { at: string }

const LOOK_EVERY_MILLISECONDS = 15_000

/** Above every page of the newsroom while something did not go out, or away, at its time. One press has it happen now. */
export function MissedBar({ initial, zone }: { initial: MissedHere[]; zone: string }) {
  const router = useRouter()
  const [missed, setMissed] = useState(initial)
  const [busy, setBusy] = useState<string | null>(null)
  useEffect(() => setMissed(initial), [initial])

  const look = useCallback(async () => {
    const answer = await request<{ missed: MissedHere[] }>('/api/missed').catch(() => null)
    if (answer !== null) setMissed(answer.missed)
  }, [])
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_EVERY_MILLISECONDS)
    return () => clearInterval(timer)
  }, [look])

  async function runNow({ articleId, what }: MissedHere) {
    setBusy(`${articleId} ${what}`)
    try {
      await request('/api/missed', { method: 'POST', body: { articleId, what } })
      notify.done(what === 'publication' ? 'It is with readers now.' : 'Readers do not have it any more.')
      router.refresh()
    } catch (error) {
      notify.problem(messageOf(error))
    } finally {
      setBusy(null)
      await look()
    }
  }

  if (missed.length === 0) return null
  return (
    <section aria-label="Not at its time" role="alert" className="bg-danger px-4 py-2 text-on-danger text-sm md:px-6">
      <ul className="flex flex-col gap-2">
        {missed.map((each) => (
          <li key={`${each.articleId} ${each.what}`} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
            <p className="min-w-0 flex-1 basis-64 text-pretty">
              <LinkIfMay
                needs="article.read"
                href={`/desk/articles/${each.articleId}`}
                className="font-semibold underline underline-offset-2"
              >
                {each.headline}
              </LinkIfMay>{' '}
              {each.what === 'publication' ? 'did not go out' : 'was not taken from readers'} at {clock(each.at, zone)}
              {each.reason === null ? ', and nobody knows why yet.' : `: ${each.reason}`}
            </p>
            {each.mayPublish ? (
              <Button size="small" busy={busy === `${each.articleId} ${each.what}`} onClick={() => runNow(each)}>
                {each.what === 'publication' ? 'Publish now' : 'Unpublish now'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function clock(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso))
}

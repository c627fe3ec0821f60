'use client'

import { LayoutTemplate } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { useFrontDesk } from './front-desk.client'
import { Preview } from './preview.client'

/** A front that nobody lays out: what readers have, and how to begin. */
export function Automatic() {
  const { state, zone, go } = useFrontDesk()
  const { front } = state
  const { key, starter, live, isAutomatic, mayPublish } = front
  return (
    <div className="flex flex-col gap-5">
      <div className="rounded-xl bg-side px-5 py-6">
        <h2 className="font-semibold text-base">This front is laid out by itself</h2>
        <p className="mt-1 max-w-prose text-pretty text-ink-soft text-sm">
          {key === 'home'
            ? 'The newest article with a picture leads, the newest others stand around it, and each section has a column.'
            : 'Readers have the newest articles of the section, one below the other.'}{' '}
          {isAutomatic
            ? 'It changes with each publication, and nobody has to do anything.'
            : 'That is how it will be once you publish: until then readers have what was laid out by hand.'}
        </p>
        {mayPublish ? (
          <div className="mt-4 flex flex-wrap items-center gap-3">
            <Button
              variant="primary"
              icon={<LayoutTemplate aria-hidden="true" className="size-4" />}
              onClick={() => go({ type: 'replace', layout: starter }, 'You lay it out by hand now.')}
            >
              Lay it out by hand
            </Button>
            <p className="max-w-prose text-pretty text-ink-faint text-xs">
              It begins with containers that fill themselves. Readers see nothing of it until you publish.
            </p>
          </div>
        ) : null}
      </div>
      {key === 'home' || !isAutomatic ? (
        <Preview
          frontKey={key}
          edition={isAutomatic ? null : (live?.number ?? null)}
          stamp={`${front.version} ${live?.number}`}
          zone={zone}
          className="h-[44rem]"
        />
      ) : null}
    </div>
  )
}

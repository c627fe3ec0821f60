'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'

/** Whether readers can report errors at all: for administrators. */
export function ReportsSwitch({
  takes,
  turn,
}: {
  takes: boolean
  turn: (input: { takes: boolean }) => Promise<ActionResult<void>>
}) {
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)

  async function press() {
    setIsBusy(true)
    try {
      const result = await turn({ takes: !takes })
      if (!result.ok) notify.problem(result.problem.message)
      else notify.done(takes ? 'Readers see no sign at paragraphs any more.' : 'Readers see a sign at each paragraph.')
      router.refresh()
    } catch {
      notify.problem('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  return (
    <section aria-label="For readers" className="mt-12 border-line border-t pt-5 text-sm">
      <h2 className="font-semibold">For readers</h2>
      <p className="mt-1 mb-3 max-w-prose text-pretty text-ink-soft">
        {takes
          ? 'At the end of each paragraph readers find a small sign, by which they report an error. Turned off, it is gone from every page at once; what has come in stays.'
          : 'Readers cannot report errors. Turned on, each paragraph of a public article has a small sign for it.'}
      </p>
      <Button size="small" busy={isBusy} onClick={() => void press()}>
        {takes ? 'Turn off' : 'Turn on'}
      </Button>
    </section>
  )
}

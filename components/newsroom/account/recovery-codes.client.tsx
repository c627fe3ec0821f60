'use client'

import { Download, Printer } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { CopyButton } from '@/components/ui/copy-button.client'

/** New recovery codes, the only time that they are shown: to be kept on paper or in a file. */
export function RecoveryCodes({
  codes,
  paperName,
  onKept,
}: {
  codes: readonly string[]
  paperName: string
  onKept: () => void
}) {
  const text = codes.join('\n')

  function download() {
    const file = URL.createObjectURL(new Blob([`Recovery codes for ${paperName}\n\n${text}\n`], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = file
    link.download = 'recovery-codes.txt'
    link.click()
    setTimeout(() => URL.revokeObjectURL(file), 1000)
  }

  return (
    <section
      aria-label="New recovery codes"
      data-print-alone
      className="rounded-lg border border-accent/40 bg-accent-wash px-4 py-4"
    >
      <h3 className="font-semibold">Keep these recovery codes</h3>
      <p className="mt-1 text-pretty text-sm">
        Each lets you in once when you have neither your phone nor your passkey. They are shown now and never again.
      </p>
      <ul className="my-4 grid gap-x-8 gap-y-1.5 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton size="small" text={text} />
        <Button size="small" onClick={download} icon={<Download aria-hidden="true" className="size-4" />}>
          Download
        </Button>
        <Button size="small" onClick={() => window.print()} icon={<Printer aria-hidden="true" className="size-4" />}>
          Print
        </Button>
        <Button size="small" variant="primary" onClick={onKept}>
          I have kept them
        </Button>
      </div>
    </section>
  )
}

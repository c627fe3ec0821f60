import '../(site)/site.css'
import './record.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { LookHead } from '@/components/site/look-head'
import { readLook } from '@/lib/look/look'
import { readSettings } from '@/lib/settings/settings'
import { directionOf } from '@/lib/settings/text-direction'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readSettings()
  return {
    title: { template: `%s · ${name}`, default: name },
    robots: { index: false, follow: false },
    icons: { icon: '/favicon.svg' },
  }
}

/** Readers' pages as they were, for the newsroom: with the look that readers have, behind sign-in. */
export default async function RecordLayout({ children }: { children: ReactNode }) {
  const [{ language }, look] = await Promise.all([readSettings(), readLook()])
  const direction = directionOf(language)
  return (
    <html lang={language} dir={direction}>
      <head>
        <LookHead look={look} />
        {direction === 'rtl' ? <link rel="stylesheet" href="/right-to-left.css" /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}

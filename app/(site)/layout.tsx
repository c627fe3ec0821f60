import type { ReactNode } from 'react'
import { LookHead } from '@/components/site/look-head'
import { readPaper } from '@/components/site/paper'
import { directionOf } from '@/lib/settings/text-direction'
import './site.css'

export const dynamic = 'force-dynamic'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { settings, look } = await readPaper()
  const direction = directionOf(settings.language)
  return (
    <html lang={settings.language} dir={direction}>
      <head>
        <LookHead look={look} />
        {settings.aiUse === 'all' ? null : <meta name="tdm-reservation" content="1" />}
        {direction === 'rtl' ? <link rel="stylesheet" href="/right-to-left.css" /> : null}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}

import type { ReactNode } from 'react'
import { LookHead } from '@/components/site/look-head'
import { readPaper } from '@/components/site/paper'
import { directionOf } from '@/lib/settings/text-direction'
import './site.css'

export const dynamic = 'force-dynamic'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { settings, look } = await readPaper()
  return (
    <html lang={settings.language} dir={directionOf(settings.language)}>
      <head>
        <LookHead look={look} />
        {settings.aiUse === 'all' ? null : <meta name="tdm-reservation" content="1" />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}

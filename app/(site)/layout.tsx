import type { ReactNode } from 'react'
import { readPaper } from '@/components/site/paper'
import { directionOf } from '@/lib/settings/text-direction'
import './site.css'

export const dynamic = 'force-dynamic'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { settings } = await readPaper()
  return (
    <html lang={settings.language} dir={directionOf(settings.language)}>
      <head>
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfcf9" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#151413" />
        {settings.aiUse === 'all' ? null : <meta name="tdm-reservation" content="1" />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}

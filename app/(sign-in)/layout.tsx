import '../(newsroom)/desk.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { readSettings } from '@/lib/settings/settings'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readSettings()
  return {
    title: { template: `%s · ${name}`, default: name },
    icons: { icon: '/favicon.svg' },
    robots: { index: false, follow: false },
    // The address of these pages can hold a link that works once.
    referrer: 'no-referrer',
  }
}

export const dynamic = 'force-dynamic'

/** The doorstep: one column, one thing to do. */
export default async function SignInLayout({ children }: { children: ReactNode }) {
  const { name } = await readSettings()
  return (
    <html lang="en">
      <body className="bg-side font-sans text-base text-ink antialiased">
        <div className="mx-auto flex min-h-dvh w-full max-w-[26rem] flex-col px-5 py-8 md:justify-center md:pb-[14vh]">
          <header className="mb-8 font-semibold font-serif text-2xl tracking-tight md:text-center">
            <p>{name}</p>
          </header>
          <main className="md:rounded-xl md:border md:border-line md:bg-raised md:p-8 md:shadow-rest">{children}</main>
        </div>
      </body>
    </html>
  )
}

import './desk.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SecondFactorBanner } from '@/components/newsroom/account/second-factor-banner'
import { Commands } from '@/components/newsroom/commands/commands.client'
import { PaletteButton, PaletteIcon } from '@/components/newsroom/commands/palette-button.client'
import { MayProvider } from '@/components/newsroom/may.client'
import { MissedBar } from '@/components/newsroom/missed-bar.client'
import { navGroupsFor } from '@/components/newsroom/nav-items'
import { NavLinks } from '@/components/newsroom/nav-links.client'
import { Bell } from '@/components/newsroom/notices/bell.client'
import { TellOtherTabs } from '@/components/newsroom/people/tell-other-tabs.client'
import { SiteLink, WhoIAm } from '@/components/newsroom/sidebar'
import { SkipLink } from '@/components/newsroom/skip-link'
import { TopBar } from '@/components/newsroom/top-bar.client'
import { TooltipProvider } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { Toaster } from '@/components/ui/toaster.client'
import { currentActor } from '@/lib/auth/current-actor'
import { countUnread } from '@/lib/notifications/readers'
import { can } from '@/lib/policy/policy'
import { ACTIONS } from '@/lib/policy/role-grants'
import { countNewReports } from '@/lib/reader-reports/list-reports'
import { listMissed } from '@/lib/schedule/missed'
import { readSettings } from '@/lib/settings/settings'
import { listTemplates } from '@/lib/templates/readers'
import { startArticle } from './desk/articles/actions'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#191816' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readSettings()
  return {
    title: { template: `%s · ${name}`, default: name },
    robots: { index: false, follow: false },
    icons: { icon: '/favicon.svg' },
  }
}

/**
 * Everything behind sign-in. There is no loading.tsx at this height: it would begin the answer with a 200 before the page
 * below has said who may see it.
 */
export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  const [actor, { name, timeZone }] = await Promise.all([currentActor(), readSettings()])
  // Signed out: the page itself leads to the sign-in page. Nothing is shown around it meanwhile; nor around the page that sets a second
  // factor up for whoever may do nothing else.
  const isOpen = actor.kind === 'person' && !actor.secondFactor?.isOverdue
  const [templates, unread, missed, newReports] = await Promise.all([
    can(actor, 'article.create') ? listTemplates(actor) : null,
    isOpen ? countUnread(actor) : 0,
    listMissed(actor),
    countNewReports(actor),
  ])
  const groups = navGroupsFor(actor, { '/desk/reports': newReports })
  return (
    <html lang="en">
      <body className="bg-ground font-sans text-base text-ink antialiased">
        <MayProvider actions={ACTIONS.filter((action) => can(actor, action))}>
          <TooltipProvider>
            <SkipLink />
            <div className={isOpen ? 'md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)]' : undefined}>
              {isOpen ? (
                <>
                  <TellOtherTabs personId={actor.id} />
                  <Commands
                    groups={groups}
                    personId={actor.id}
                    start={templates === null ? null : startArticle}
                    templates={templates ?? []}
                  />
                  <TopBar
                    paperName={name}
                    groups={groups}
                    bell={
                      <>
                        <PaletteIcon className="ml-auto" />
                        <Bell initial={unread} />
                      </>
                    }
                  >
                    <SiteLink className="mt-6" />
                    <div className="mt-auto pt-6">
                      <WhoIAm actor={actor} />
                    </div>
                  </TopBar>
                  <header className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-line border-r bg-side px-3 py-4 max-md:hidden">
                    <div className="mb-5 flex items-center gap-1">
                      <Link
                        href="/desk"
                        className="min-w-0 flex-1 truncate rounded-md px-2.5 py-1 font-semibold font-serif text-lg tracking-tight"
                      >
                        {name}
                      </Link>
                      <Bell initial={unread} />
                    </div>
                    <PaletteButton />
                    <NavLinks groups={groups} />
                    <div className="mt-auto pt-6">
                      <SiteLink className="mb-3" />
                      <WhoIAm actor={actor} />
                    </div>
                  </header>
                </>
              ) : null}
              <main id="content" tabIndex={-1} className="min-w-0 outline-none">
                {isOpen && actor.secondFactor ? (
                  <SecondFactorBanner dueAt={actor.secondFactor.dueAt} timeZone={timeZone} />
                ) : null}
                <MissedBar initial={missed.map((each) => ({ ...each, at: each.at.toISOString() }))} zone={timeZone} />
                {children}
              </main>
            </div>
          </TooltipProvider>
        </MayProvider>
        <Toaster />
      </body>
    </html>
  )
}

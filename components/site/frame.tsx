import type { ReactNode } from 'react'
import { Masthead } from './masthead'
import { readPaper } from './paper'
import { SiteFooter } from './site-footer'

type FrameProps = {
  children: ReactNode
  /** The slug of the section that the page belongs to. */
  section?: string | undefined
  /** The front page alone prints a date. */
  date?: { iso: string; printed: string }
}

/** What stands around every page for readers. */
export async function Frame({ children, section, date }: FrameProps) {
  const { settings, words, look, menus } = await readPaper()
  return (
    <>
      <a className="skip" href="#content">
        {words.frame.skip}
      </a>
      {/* The server in front puts the banner here as it sends the page: lib/reader-cache/banner.ts. */}
      <div data-banner="" />
      <Masthead
        name={settings.name}
        words={words.frame}
        tagline={settings.tagline}
        look={look}
        links={menus.bar}
        current={section}
        date={date}
      />
      <main id="content">{children}</main>
      <SiteFooter
        name={settings.name}
        words={words.frame}
        tagline={settings.tagline}
        columns={menus.footer}
        smallPrint={menus.smallPrint}
      />
    </>
  )
}

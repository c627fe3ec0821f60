'use client'

import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { markNoticesRead } from './unread-store'

/** Leads to what a notice is about; following it is reading it. */
export function NoticeLink({
  noticeId,
  href,
  isRead,
  className,
  children,
}: {
  noticeId: string
  href: string
  isRead: boolean
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <Link href={href} className={className} onClick={() => (isRead ? undefined : void markNoticesRead({ noticeId }))}>
      {children}
    </Link>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { KeptRole } from '@/lib/roles/readers'

const LOOK_EVERY_MILLISECONDS = 15_000

/**
 * Which version of a role the form goes out from, and whether somebody saved another one since: it is looked at now and then while the
 * form is open, and when somebody comes back to its window.
 */
export function useFreshRole(role: KeptRole | null): { seen: number; isOld: boolean; catchUp: () => void } {
  const router = useRouter()
  const version = role?.version ?? 0
  const [seen, setSeen] = useState(version)
  const isNew = role === null

  useEffect(() => {
    if (isNew) return
    const look = () => document.visibilityState === 'visible' && router.refresh()
    const timer = setInterval(look, LOOK_EVERY_MILLISECONDS)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [isNew, router])

  return { seen, isOld: version > seen, catchUp: () => setSeen(version) }
}

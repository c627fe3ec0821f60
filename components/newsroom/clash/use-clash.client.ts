'use client'

import { useState } from 'react'
import type { EditResult } from '@/lib/shelves/edit-result'
import { meet } from './meet'

type Field<Values> = keyof Values & string

export type Clash<Values> = {
  by: string
  /** As somebody else saved it. */
  standing: Values
  /** What is still to be decided. */
  asked: Field<Values>[]
  /** What was taken over from the other one, because nobody here had changed it. */
  taken: Field<Values>[]
}

/**
 * The values of a form that others may have open, too. A clash brings theirs in: what only they changed is taken over, what both changed
 * is asked, and nothing that was typed is lost.
 */
export function useClash<Values extends object>(opened: Values, openedVersion: number) {
  const [base, setBase] = useState({ values: opened, version: openedVersion })
  const [values, setValues] = useState(opened)
  const [clash, setClash] = useState<Clash<Values> | null>(null)

  function bringIn({ by, standing, version }: Extract<EditResult<Values>, { kind: 'clash' }>) {
    const { values: met, asked, taken } = meet(base.values, values, standing)
    setBase({ values: standing, version })
    setValues(met)
    setClash({ by, standing, asked, taken })
  }

  function decide(field: Field<Values>, whose: 'mine' | 'theirs') {
    if (clash === null) return
    if (whose === 'theirs') setValues((before) => ({ ...before, [field]: clash.standing[field] }))
    setClash({ ...clash, asked: clash.asked.filter((each) => each !== field) })
  }

  return {
    values,
    base,
    clash,
    put: (part: Partial<Values>) => setValues((before) => ({ ...before, ...part })),
    bringIn,
    decide,
  }
}

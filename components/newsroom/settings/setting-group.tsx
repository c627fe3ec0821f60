import { type ReactNode, useId } from 'react'
import type { Settings } from '@/lib/settings/paper-settings'

/** What the fields of a group get from the form around them. */
export type SettingFields<Values = Settings> = {
  values: Values
  put: (part: Partial<Values>) => void
  problems: Record<string, string | undefined>
}

/** Settings that belong together, under a heading and a sentence. */
export function SettingGroup({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-5">
      <div>
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {about ? <p className="mt-1 text-pretty text-ink-soft text-sm">{about}</p> : null}
      </div>
      {children}
    </section>
  )
}

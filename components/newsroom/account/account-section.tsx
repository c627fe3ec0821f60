import { type ReactNode, useId } from 'react'

/** A part of somebody's account, under a heading and a sentence. */
export function AccountSection({
  title,
  about,
  anchor,
  children,
}: {
  title: string
  about?: ReactNode
  /** What stands behind the # of an address that leads here. */
  anchor?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="scroll-mt-4 max-md:scroll-mt-16 border-line border-t py-8 first:border-t-0 first:pt-0"
    >
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {about ? <p className="mt-1 max-w-prose text-pretty text-ink-soft text-sm">{about}</p> : null}
      <div className="mt-5 flex flex-col gap-4">{children}</div>
    </section>
  )
}

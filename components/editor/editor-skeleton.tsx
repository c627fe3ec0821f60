import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the editor while it opens. */
export function EditorSkeleton() {
  return (
    <div aria-busy="true" className="flex min-h-dvh flex-col">
      <p role="status" className="sr-only">
        Opening the article…
      </p>
      <div className="flex h-14 items-center gap-3 border-line border-b px-4">
        <Skeleton className="size-7" />
        <Skeleton className="h-5 w-20" />
        <span className="flex-1" />
        <Skeleton className="h-9 w-24" />
      </div>
      <div className="mx-auto flex w-full max-w-[42rem] flex-col gap-4 px-4 pt-16">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-3/5" />
        <Skeleton className="mt-2 h-6 w-4/5" />
        <Skeleton className="mt-6 h-4 w-full" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-11/12" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    </div>
  )
}

import { Button } from '@/components/ui/button.client'
import { ButtonLink } from '@/components/ui/button-link'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select.client'
import { ORIGIN_WORDS, ORIGINS } from '@/lib/document/attribution'
import { GAPS, type Gap, type QuotesQuery, quotesHref } from '@/lib/quotes/quotes-query'

const GAP_WORDS: Record<Gap, string> = {
  anything: 'Speaker, origin or date',
  speaker: 'Speaker',
  origin: 'Origin',
  date: 'Date',
}

/** Which quotations are shown: a form whose answer is an address, so that it can be sent and works without script. */
export function QuotesFilter({ query }: { query: QuotesQuery }) {
  const whole = { ...query, cursor: undefined }
  return (
    <>
      <nav aria-label="Which quotes" className="mb-4 flex gap-5 border-line border-b">
        <Tab href={quotesHref({ ...whole, show: undefined })} isHere={query.show === undefined}>
          All quotes
        </Tab>
        <Tab href={quotesHref({ ...whole, show: 'differing' })} isHere={query.show === 'differing'}>
          Quoted differently
        </Tab>
      </nav>
      <form
        // What was chosen before is not to stay in the fields when another link is followed.
        key={quotesHref(query)}
        action="/desk/claims/quotes"
        method="get"
        aria-label="Filter"
        className="mb-8 grid gap-4 rounded-lg border border-line bg-side p-4 sm:grid-cols-2 lg:grid-cols-4"
      >
        {query.show === undefined ? null : <input type="hidden" name="show" value={query.show} />}
        <Field label="Words">
          <Input type="search" name="q" maxLength={200} defaultValue={query.q ?? ''} />
        </Field>
        <Field label="Speaker">
          <Input type="search" name="who" maxLength={200} defaultValue={query.who ?? ''} />
        </Field>
        <Field label="Origin">
          <Select name="origin" defaultValue={query.origin ?? ''}>
            <option value="">Any</option>
            {ORIGINS.map((origin) => (
              <option key={origin} value={origin}>
                {ORIGIN_WORDS[origin]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Missing">
          <Select name="missing" defaultValue={query.missing ?? ''}>
            <option value="">Missing or not</option>
            {GAPS.map((gap) => (
              <option key={gap} value={gap}>
                {GAP_WORDS[gap]}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex flex-wrap items-center gap-2 sm:col-span-full">
          <Button type="submit" variant="primary">
            Show
          </Button>
          {isFiltered({ ...query, show: undefined }) ? (
            <ButtonLink href={quotesHref({ show: query.show })} variant="quiet">
              Show everything
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </>
  )
}

function Tab({ href, isHere, children }: { href: string; isHere: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="-mb-px inline-flex min-h-10 items-center border-transparent border-b-2 font-medium text-ink-soft text-sm hover:text-ink aria-[current]:border-accent aria-[current]:text-ink touch:min-h-11"
    >
      {children}
    </Link>
  )
}

export function isFiltered({ cursor: _, ...filter }: Partial<QuotesQuery>): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

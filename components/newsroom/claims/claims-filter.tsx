import { Button } from '@/components/ui/button.client'
import { ButtonLink } from '@/components/ui/button-link'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import { AGES, type Age, type ClaimsQuery, claimsHref } from '@/lib/claims/claims-query'
import { STANDINGS } from '@/lib/claims/standing'

const AGE_WORDS: Record<Age, string> = {
  day: 'In the last day',
  week: 'In the last week',
  month: 'In the last month',
  older: 'Longer ago',
}

/** Which claims are shown: a form whose answer is an address, so that it can be sent and works without script. */
export function ClaimsFilter({ query }: { query: ClaimsQuery }) {
  return (
    <form
      // What was chosen before is not to stay in the fields when another link is followed.
      key={claimsHref(query)}
      action="/desk/claims"
      method="get"
      aria-label="Filter"
      className="mb-6 grid gap-4 rounded-lg border border-line bg-side p-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <Field label="Words">
        <Input type="search" name="q" maxLength={200} defaultValue={query.q ?? ''} />
      </Field>
      <Field label="Person or organisation">
        <Input type="search" name="who" maxLength={200} defaultValue={query.who ?? ''} />
      </Field>
      <Field label="Standing">
        <Select name="standing" defaultValue={query.standing ?? ''}>
          <option value="">Any</option>
          {STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {STANDING_WORDS[standing]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Changed">
        <Select name="age" defaultValue={query.age ?? ''}>
          <option value="">At any time</option>
          {AGES.map((age) => (
            <option key={age} value={age}>
              {AGE_WORDS[age]}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap items-center gap-2 sm:col-span-full">
        <Button type="submit" variant="primary">
          Show
        </Button>
        {isFiltered(query) ? (
          <ButtonLink href="/desk/claims" variant="quiet">
            Show everything
          </ButtonLink>
        ) : null}
      </div>
    </form>
  )
}

export function isFiltered({ cursor: _, ...filter }: ClaimsQuery): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

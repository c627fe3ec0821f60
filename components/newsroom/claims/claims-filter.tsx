import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import type { ClaimsQuery } from './claims-query'

/** A form that works without script: what is looked for stands in the address. */
export function ClaimsFilter({ query }: { query: ClaimsQuery }) {
  return (
    <search className="mb-6">
      <form action="/desk/claims" className="grid items-end gap-3 sm:grid-cols-[1fr_auto_auto_auto]">
        <Field label="Words, a person or an organisation">
          <Input type="search" name="q" defaultValue={query.q} />
        </Field>
        <Field label="Standing">
          <Select name="standing" defaultValue={query.standing ?? ''}>
            <option value="">Any</option>
            {Object.entries(STANDING_WORDS).map(([standing, words]) => (
              <option key={standing} value={standing}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Changed">
          <Select name="days" defaultValue={query.days === null ? '' : String(query.days)}>
            <option value="">At any time</option>
            <option value="1">In the last day</option>
            <option value="7">In the last week</option>
            <option value="31">In the last month</option>
          </Select>
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </search>
  )
}

import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import type { ReportsQuery } from '@/lib/reader-reports/list-reports'
import { REPORT_STATES, REPORT_WORDS } from '@/lib/reader-reports/report-states'

type Named = { id: string; name: string }

/** An ordinary form: each choice is an address. */
export function ReportsFilter({
  query,
  desks,
  sections,
}: {
  query: ReportsQuery
  desks: readonly Named[]
  sections: readonly Named[]
}) {
  const states: Named[] = REPORT_STATES.map((state) => ({ id: state, name: REPORT_WORDS[state] }))
  return (
    <form action="/desk/reports" aria-label="Filter" className="mb-6 flex flex-wrap items-end gap-2">
      {query.article === undefined ? null : <input type="hidden" name="article" value={query.article} />}
      <Choice label="State" name="state" chosen={query.state} all="Waiting" choices={[...states, EVERY]} />
      <Choice label="Desk" name="desk" chosen={query.desk} all="All desks" choices={desks} />
      <Choice label="Section" name="section" chosen={query.section} all="All sections" choices={sections} />
      <Button type="submit">Show</Button>
    </form>
  )
}

const EVERY: Named = { id: 'ALL', name: 'All' }

function Choice({
  label,
  name,
  chosen,
  all,
  choices,
}: {
  label: string
  name: string
  chosen: string | undefined
  all: string
  choices: readonly Named[]
}) {
  return (
    <Field label={label} className="w-40">
      <Select name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

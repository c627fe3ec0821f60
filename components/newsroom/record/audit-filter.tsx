import { X } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { ButtonLink } from '@/components/ui/button-link'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import type { NamedPerson } from '@/lib/people/list-names'
import { type AuditQuery, auditHref } from '@/lib/record/audit-query'
import { EVENT_GROUPS, GROUP_WORDS } from '@/lib/record/event-groups'
import { split } from '@/lib/record/event-words'

/** Which part of the log is shown: a form whose answer is an address, so that it can be sent and works without script. */
export function AuditFilter({
  query,
  people,
  things,
  about,
}: {
  query: AuditQuery
  people: readonly NamedPerson[]
  things: readonly string[]
  /** What the one thing that was asked for is called. */
  about: string | null
}) {
  return (
    <form
      // What was chosen before is not to stay in the fields when another link is followed.
      key={auditHref(query)}
      action="/admin/audit"
      method="get"
      aria-label="Filter"
      className="mb-6 grid gap-4 rounded-lg border border-line bg-side p-4 grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_9.5rem_9.5rem]"
    >
      <Field label="Who" className="max-sm:col-span-2">
        <Select name="person" defaultValue={query.person ?? ''}>
          <option value="">Everybody</option>
          {people.map(({ id, name, isActive }) => (
            <option key={id} value={id}>
              {isActive ? name : `${name} (left)`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="What happened">
        <Select name="group" defaultValue={query.group ?? ''}>
          <option value="">Everything</option>
          {EVENT_GROUPS.map((group) => (
            <option key={group} value={group}>
              {GROUP_WORDS[group]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Kind of thing">
        <Select name="thing" defaultValue={query.thing ?? ''}>
          <option value="">All kinds</option>
          {things.map((thing) => (
            <option key={thing} value={thing}>
              {split(thing)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="From">
        <Input type="date" name="from" defaultValue={query.from ?? ''} />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={query.to ?? ''} />
      </Field>
      {query.id === undefined ? null : <input type="hidden" name="id" value={query.id} />}
      <div className="col-span-full flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary">
          Show
        </Button>
        {isFiltered(query) ? (
          <ButtonLink href="/admin/audit" variant="quiet">
            Show everything
          </ButtonLink>
        ) : null}
        {about === null ? null : (
          <ButtonLink
            href={auditHref({ ...query, id: undefined, before: undefined })}
            variant="quiet"
            className="min-w-0 max-w-full"
            icon={<X aria-hidden="true" className="size-4" />}
            title="Stop showing only what was done to this"
          >
            <span className="truncate">Only about “{about}”</span>
          </ButtonLink>
        )}
      </div>
    </form>
  )
}

function isFiltered({ before: _, ...filter }: AuditQuery): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

'use client'

import type { ChosenFiles } from '@/components/newsroom/claims/use-chosen-files.client'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Radio } from '@/components/ui/radio'
import { Select } from '@/components/ui/select.client'
import { BASES, BASIS_WORDS, type ClaimBasis, EVENT_WORDS } from '@/lib/claims/claim-words'
import { type ClaimEventKind, EVENT_KINDS } from '@/lib/claims/standing'
import { searchParties } from '../api/claims'
import type { OfferedClaim } from './claim-dialog.client'
import { EvidenceFields, type QuotedPost } from './evidence-fields.client'
import { itemOf, newItem, type PartyItem, type TellingForm } from './telling-form'

const NEW_CLAIM = 'new'

/** Who, what, of which claim; the rest is behind "More". `claims` is null where the claim is settled already. */
export function TellingFields({
  form,
  onChange,
  claims,
  posts,
  files,
  isBusy,
  problem,
}: {
  form: TellingForm
  onChange: (change: Partial<TellingForm>) => void
  claims: readonly OfferedClaim[] | null
  /** What the story quotes, for evidence. */
  posts: readonly QuotedPost[]
  files: ChosenFiles
  isBusy: boolean
  problem: string | null
}) {
  const choices = claims ?? []
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[3fr_2fr]">
        <Field label="Who" error={problem}>
          <PartyPicker value={form.speaker} onChange={(speaker) => onChange({ speaker })} />
        </Field>
        <Field label="Does what">
          <Select
            value={form.kind}
            onChange={(event) => {
              const kind = event.target.value as ClaimEventKind
              const isOfEarlier = kind !== 'ASSERTED' && form.claimId === null
              onChange({ kind, ...(isOfEarlier ? { claimId: choices[0]?.id ?? null } : {}) })
            }}
          >
            {EVENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {EVENT_WORDS[kind].name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {form.speaker?.isNew === true ? (
        <Checkbox
          label={`${form.speaker.label} is an organisation`}
          checked={form.speaker.kind === 'ORGANISATION'}
          onChange={(event) => {
            const kind = event.target.checked ? 'ORGANISATION' : 'PERSON'
            if (form.speaker !== null) onChange({ speaker: { ...form.speaker, kind } })
          }}
        />
      ) : null}
      {choices.length === 0 ? null : (
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1.5 font-medium text-sm">Of which claim?</legend>
          <Choice
            isChosen={form.claimId === null}
            value={NEW_CLAIM}
            onChoose={() => onChange({ claimId: null, kind: 'ASSERTED' })}
            statement="A new claim"
            detail="Nobody has marked it yet"
          />
          {choices.map(({ id, statement, detail }) => (
            <Choice
              key={id}
              isChosen={form.claimId === id}
              value={id}
              onChoose={() =>
                onChange({ claimId: id, ...(form.kind === 'ASSERTED' ? { kind: 'REPEATED' as const } : {}) })
              }
              statement={statement}
              detail={detail}
            />
          ))}
        </fieldset>
      )}
      <details className="group rounded-md border border-line">
        <summary className="cursor-default select-none rounded-md px-3 py-2 font-medium text-sm hover:bg-sunken">
          When, where, how we know, evidence
        </summary>
        <div className="grid gap-3 px-3 pt-1 pb-3 sm:grid-cols-2">
          <Field label="When it was said" hint="In the time of this machine. Leave it empty where nobody knows.">
            <Input
              type="datetime-local"
              value={form.saidAt}
              onChange={(event) => onChange({ saidAt: event.target.value })}
            />
          </Field>
          <Field label="How we know">
            <Select value={form.basis} onChange={(event) => onChange({ basis: event.target.value as ClaimBasis | '' })}>
              <option value="">Not said</option>
              {BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {BASIS_WORDS[basis]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="To whom">
            <Input maxLength={200} value={form.toWhom} onChange={(event) => onChange({ toWhom: event.target.value })} />
          </Field>
          <Field label="Where">
            <Input maxLength={200} value={form.place} onChange={(event) => onChange({ place: event.target.value })} />
          </Field>
          <EvidenceFields form={form} posts={posts} files={files} isBusy={isBusy} onChange={onChange} />
          <Field label="Against whom" hint="Of whom something bad is said, where it is." className="sm:col-span-2">
            <PartyPicker value={form.against} onChange={(against) => onChange({ against })} />
          </Field>
        </div>
      </details>
    </>
  )
}

/** People and organisations of the register; a name that is not on it is put there with what it says. */
export function PartyPicker({
  value,
  onChange,
}: {
  value: PartyItem | null
  onChange: (item: PartyItem | null) => void
}) {
  return (
    <Combobox<PartyItem>
      value={value}
      onChange={onChange}
      search={async (words, signal) => (await searchParties(words, signal)).map(itemOf)}
      create={async (words) => newItem(words)}
      createLabel={(words) => `“${words}”, new on the register`}
      placeholder="A person or an organisation"
      emptyText="Nobody of this name. Type the whole name to add it."
    />
  )
}

function Choice({
  isChosen,
  value,
  onChoose,
  statement,
  detail,
}: {
  isChosen: boolean
  value: string
  onChoose: () => void
  statement: string
  detail: string
}) {
  return (
    <label className="flex items-start gap-2.5 rounded-md border border-line px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-wash">
      <Radio name="claim" value={value} checked={isChosen} onChange={onChoose} className="mt-1" />
      <span className="min-w-0">
        <span className="line-clamp-2">{statement}</span>
        <span className="block text-ink-faint text-xs">{detail}</span>
      </span>
    </label>
  )
}

import type { ComboboxItem } from '@/components/ui/combobox.client'
import type { ClaimBasis } from '@/lib/claims/claim-words'
import type { ClaimEventKind } from '@/lib/claims/standing'
import type { EventDetails, Party, PartyChoice } from '../api/claims'

/** Somebody in a list: of the register, or a name that is not on it yet. */
export type PartyItem = ComboboxItem & { kind: Party['kind']; isNew: boolean }

/** What the form about marked words holds. */
export type TellingForm = {
  kind: ClaimEventKind
  claimId: string | null
  speaker: PartyItem | null
  against: PartyItem | null
  /** As the browser's own field writes it, `2026-11-26T14:30`, in the time of this machine. */
  saidAt: string
  toWhom: string
  place: string
  basis: ClaimBasis | ''
  evidenceUrl: string
  /** A source to put behind these words; '' where there is none to add. */
  sourceId: string
}

export function itemOf({ id, name, kind }: Party): PartyItem {
  return { id, label: name, kind, isNew: false, ...(kind === 'ORGANISATION' ? { detail: 'Organisation' } : {}) }
}

/** A name that is put on the register with the first thing it says. */
export function newItem(name: string): PartyItem {
  const isOrganisation = ORGANISATION.test(name)
  const kind = isOrganisation ? 'ORGANISATION' : 'PERSON'
  return { id: `new:${name.toLowerCase()}`, label: name, kind, isNew: true, detail: 'Not on the register yet' }
}

const ORGANISATION =
  /\b(?:plc|ltd|inc|gmbh|council|ministry|department|police|university|court|party|union|bank|company|group|association|government|commission|agency|board|trust|institute|committee|service|council)\b/iu

export function choiceOf(item: PartyItem): PartyChoice {
  return item.isNew ? { name: item.label, kind: item.kind } : { id: item.id }
}

export function detailsOf({ saidAt, toWhom, place, basis, evidenceUrl }: TellingForm): EventDetails {
  const time = new Date(saidAt)
  return {
    saidAt: saidAt === '' || Number.isNaN(time.getTime()) ? null : time.toISOString(),
    toWhom,
    place,
    basis: basis === '' ? null : basis,
    evidenceUrl: evidenceUrl.trim(),
  }
}

/** An instant as the browser's own field takes it, in the time of this machine. */
export function localOf(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

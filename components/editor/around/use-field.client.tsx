'use client'

import { useSyncExternalStore } from 'react'
import type { FieldEntry, FieldName, FieldSaver, FieldsSummary, FieldValues } from './field-saver'

/** One field around the text: its value, how saving goes, and how to change it. */
export function useField<Name extends FieldName>(
  saver: FieldSaver,
  name: Name,
): Omit<FieldEntry, 'value'> & { value: FieldValues[Name]; set: (value: FieldValues[Name]) => void } {
  const entry = useSyncExternalStore(
    saver.subscribe,
    () => saver.entry(name),
    () => saver.entry(name),
  )
  return { ...entry, value: entry.value as FieldValues[Name], set: (value) => saver.set(name, value) }
}

/** How saving goes for all fields together. */
export function useFieldsSummary(saver: FieldSaver): FieldsSummary {
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.summary(),
    () => saver.summary(),
  )
}

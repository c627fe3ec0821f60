import type { LookSettings } from './look-settings'

/** What most machines have one of. */
export const SYSTEM_SERIF = '"Iowan Old Style", Charter, "Palatino Linotype", "Book Antiqua", Georgia, serif'

/** What each choice of type says to a browser. All of it is there already, or comes with the reader's own machine. */
export const TYPE_RULES: Record<LookSettings['type'], string> = {
  standfirst: '',
  sansHeadlines: 'h1,h2,h3,.nameplate{font-family:var(--sans)}',
  systemSerif: `:root:root{--serif:${SYSTEM_SERIF}}`,
  systemSans: ':root:root{--serif:var(--sans)}',
}

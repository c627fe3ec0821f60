import type { CSSProperties } from 'react'
import { PictureWithin } from '@/components/editor/pictures/picture-within.client'
import { parseColour } from '@/lib/look/colour'
import { mastheadInk } from '@/lib/look/judge-colour'
import { DEFAULT_LOOK, type LookSettings } from '@/lib/look/look-settings'
import { ON_OWN_ACCENT, PALETTE, type Scheme } from '@/lib/look/palette'
import { SYSTEM_SERIF } from '@/lib/look/type-faces'

const SERIF = 'var(--font-serif)'
const SANS = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

/** Headlines, then text. */
const FACES: Record<LookSettings['type'], [headlines: string, text: string]> = {
  standfirst: [SERIF, SERIF],
  sansHeadlines: [SANS, SERIF],
  systemSerif: [SYSTEM_SERIF, SYSTEM_SERIF],
  systemSans: [SANS, SANS],
}

/** A masthead, a headline, a link and a button as readers would get them: what is being typed, before it is saved. */
export function LookSpecimen({ paper, look }: { paper: string; look: LookSettings }) {
  const schemes: readonly Scheme[] = look.scheme === 'device' ? ['light', 'dark'] : [look.scheme]
  return (
    <section aria-label="How it looks" className="flex flex-col gap-4">
      {schemes.map((scheme) => (
        <Specimen key={scheme} paper={paper} look={look} scheme={scheme} />
      ))}
    </section>
  )
}

function Specimen({ paper, look, scheme }: { paper: string; look: LookSettings; scheme: Scheme }) {
  const { accent, onAccent, ground, groundInk, logo } = coloursOf(look, scheme)
  const palette = PALETTE[scheme]
  const [headlines, text] = FACES[look.type]
  const page: CSSProperties = { background: palette.paper, color: palette.ink, fontFamily: text, colorScheme: scheme }
  return (
    <figure className="overflow-hidden rounded-lg border border-line">
      <div style={page}>
        <div className="px-4 py-3" style={{ background: ground, color: groundInk, fontFamily: headlines }}>
          {logo === '' ? (
            <p className="truncate font-bold text-xl tracking-tight">{paper}</p>
          ) : (
            <PictureWithin id={logo} alt={paper} className="max-h-10 bg-transparent object-left" />
          )}
        </div>
        <div className="flex flex-col gap-2 px-4 pt-3 pb-4">
          <p className="font-semibold text-xs" style={{ color: accent, fontFamily: SANS }}>
            Harbour
          </p>
          <p className="font-semibold text-lg leading-tight" style={{ fontFamily: headlines }}>
            The night ferry sails again
          </p>
          <p className="text-sm">
            After nine weeks at the quay it left <span className="underline">with the evening tide</span>.
          </p>
          <span
            className="mt-1 self-start rounded-sm px-3 py-1.5 font-semibold text-sm"
            style={{ background: accent, color: onAccent, fontFamily: SANS }}
          >
            Sign up
          </span>
        </div>
      </div>
      <figcaption className="border-line border-t bg-side px-4 py-1.5 text-ink-faint text-xs">
        {scheme === 'light' ? 'In the light' : 'In the dark'}
      </figcaption>
    </figure>
  )
}

/** While something is typed that is no colour, the one that the paper came with is shown. */
function coloursOf(look: LookSettings, scheme: Scheme) {
  const [accent, masthead] = scheme === 'light' ? [look.accent, look.masthead] : [look.accentDark, look.mastheadDark]
  const usual = scheme === 'light' ? DEFAULT_LOOK.accent : DEFAULT_LOOK.accentDark
  const own = parseColour(accent) ?? usual
  const ground = parseColour(masthead)
  return {
    accent: own,
    onAccent: own === usual ? PALETTE[scheme]['on-accent'] : ON_OWN_ACCENT[scheme],
    ground: ground ?? PALETTE[scheme].paper,
    groundInk: ground === null ? PALETTE[scheme].ink : mastheadInk(ground),
    logo: scheme === 'dark' && look.logo !== '' && look.logoDark !== '' ? look.logoDark : look.logo,
  }
}

/** What WCAG 2.2 asks for between ordinary words and what is behind them (1.4.3, level AA). */
export const CONTRAST_LEAST = 4.5

/** A colour as it is kept: "#8f1d21". Null where that is none; three digits are taken for six. */
export function parseColour(text: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

/** How far two colours are apart, from 1 (the same) to 21 (black and white): WCAG's contrast ratio. @param one "#rrggbb" */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** The least contrast of a colour with several. */
export function leastContrast(colour: string, others: readonly string[]): number {
  return Math.min(...others.map((other) => contrastOf(colour, other)))
}

/** The same colour made darker or lighter, as little as it takes until it is right; null where no shade of it is. */
export function nearestShade(colour: string, isRight: (colour: string) => boolean): string | null {
  const { hue, saturation, lightness } = toHsl(colour)
  for (let step = 0; step <= STEPS; step += 1) {
    for (const shade of [lightness - step / STEPS, lightness + step / STEPS]) {
      if (shade < 0 || shade > 1) continue
      const candidate = step === 0 ? colour : fromHsl(hue, saturation, shade)
      if (isRight(candidate)) return candidate
    }
  }
  return null
}

/** Half a hundredth of the way from black to white each: nobody sees the difference. */
const STEPS = 200

/** "4.53:1", never rounded up to what it is not. */
export function contrastInWords(contrast: number): string {
  return `${(Math.floor(contrast * 100) / 100).toFixed(2).replace(/\.?0+$/, '')}:1`
}

/** WCAG's relative luminance, from 0 to 1. */
function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((value) =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Red, green and blue from 0 to 1. */
function channelsOf(colour: string): [number, number, number] {
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16) / 255
  return [at(1), at(3), at(5)]
}

function toHsl(colour: string): { hue: number; saturation: number; lightness: number } {
  const [red, green, blue] = channelsOf(colour)
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  const lightness = most - range / 2
  if (range === 0) return { hue: 0, saturation: 0, lightness }
  const saturation = range / (1 - Math.abs(2 * lightness - 1))
  if (most === red) return { hue: 60 * (((green - blue) / range + 6) % 6), saturation, lightness }
  return { hue: 60 * (most === green ? (blue - red) / range + 2 : (red - green) / range + 4), saturation, lightness }
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const strength = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12
    const value = lightness - strength * Math.max(-1, Math.min(at - 3, 9 - at, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

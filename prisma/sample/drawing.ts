/** The size of the sheet that scenes are drawn on: three to two, as a press camera gives it. */
export const WIDTH = 1600
export const HEIGHT = 1067

export type Point = readonly [x: number, y: number]
/** Where a colour stands in a gradient (0 to 1), the colour, and how much of it (0 to 1, whole when left out). */
export type Stop = readonly [offset: number, color: string, opacity?: number]

/** A sheet of SVG that is drawn on from back to front. The same seed gives the same sheet on every machine. */
export type Drawing = ReturnType<typeof createDrawing>

export function createDrawing(seed: number) {
  const random = randomFrom(seed)
  const definitions: string[] = []
  const marks: string[] = []
  const ids = new Map<string, string>()

  /** A number between `low` and `high`, from the seed. */
  const between = (low: number, high: number) => low + random() * (high - low)

  /** What is defined twice in the same words stands in the file once. */
  function define(markup: (id: string) => string): string {
    const words = markup('')
    const known = ids.get(words) ?? `d${ids.size + 1}`
    if (!ids.has(words)) definitions.push(markup(known))
    ids.set(words, known)
    return `url(#${known})`
  }

  /** A straight gradient over the shape it fills; from top to bottom unless other corners are given. */
  const linear = (stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]) =>
    define(
      (id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${inSvg(stops)}</linearGradient>`,
    )

  const radial = (stops: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]) =>
    define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${inSvg(stops)}</radialGradient>`)

  const blur = (radius: number) =>
    define(
      (id) =>
        `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${radius}"/></filter>`,
    )

  const draw = (markup: string) => {
    marks.push(markup)
  }
  const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
    draw(`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}" ${more}/>`)
  const circle = (x: number, y: number, radius: number, fill: string, more = '') =>
    draw(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}" ${more}/>`)
  const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
    draw(`<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`)
  const path = (d: string, fill: string, more = '') => draw(`<path d="${d}" fill="${fill}" ${more}/>`)
  const polygon = (points: readonly Point[], fill: string, more = '') =>
    path(`M${points.map(pair).join('L')}Z`, fill, more)
  const line = (points: readonly Point[], stroke: string, width: number, more = '') =>
    path(
      `M${points.map(pair).join('L')}`,
      'none',
      `stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}`,
    )
  const group = (attributes: string, inside: () => void) => {
    marks.push(`<g ${attributes}>`)
    inside()
    marks.push('</g>')
  }

  /** Light around a lamp, a window or the sun. */
  const glow = (x: number, y: number, radius: number, color: string, strength = 0.8) =>
    circle(
      x,
      y,
      radius,
      radial([
        [0, color, strength],
        [0.18, color, strength * 0.62],
        [0.42, color, strength * 0.25],
        [0.7, color, strength * 0.07],
        [1, color, 0],
      ]),
    )

  /** An ellipse without an edge: cloud, mist, shadow. Far cheaper than a blurred one. */
  const soft = (x: number, y: number, rx: number, ry: number, color: string, strength: number) =>
    ellipse(
      x,
      y,
      rx,
      ry,
      radial([
        [0, color, strength],
        [0.4, color, strength * 0.72],
        [0.75, color, strength * 0.22],
        [1, color, 0],
      ]),
    )

  /** The whole sheet in one fill. */
  const wash = (fill: string, more = '') => rect(0, 0, WIDTH, HEIGHT, fill, more)

  /** A skyline of hills: `roughness` is how far the line strays, in pixels; it is filled down to `bottom`. */
  const hills = (y: number, roughness: number, fill: string, { bottom = HEIGHT, detail = 7, lean = 0 } = {}) => {
    const points = ridge(y, roughness, detail, lean)
    path(`M0,${n(bottom)}L${points.map(pair).join('L')}L${WIDTH},${n(bottom)}Z`, fill)
    return points
  }

  /**
   * A chain of mountains: each peak has a side in the light (towards the left unless `sun` is 1) and a side in shadow, and snow down to
   * `snowline` pixels below its top.
   */
  const peaks = (
    y: number,
    tall: number,
    amount: number,
    {
      light,
      shade,
      snowLight = '#fffaf0',
      snowShade = '#c9d8e6',
      snowline = 0.38,
      sun = -1,
    }: { light: string; shade: string; snowLight?: string; snowShade?: string; snowline?: number; sun?: number },
  ) => {
    const order = Array.from({ length: amount }, (_, index) => index).sort(
      (a, b) => ((a * 7) % amount) - ((b * 7) % amount),
    )
    for (const index of order) {
      const x = ((index + between(0.2, 0.8)) / amount) * (WIDTH + 200) - 100
      const height = tall * between(0.55, 1)
      const wide = height * between(0.8, 1.15)
      const [left, right] = [flank(x, y, height, -wide), flank(x, y, height, wide)]
      const crest = backbone(x, y, height, wide * 0.16)
      const [lit, dark] = sun < 0 ? [left, right] : [right, left]
      polygon([...lit, ...[...crest].reverse()], light)
      polygon([...dark, ...[...crest].reverse()], shade)
      const cap = Math.round(lit.length * snowline)
      polygon(jag([...lit.slice(0, cap), ...crest.slice(0, cap).reverse()], height), snowLight, 'fill-opacity="0.95"')
      polygon(jag([...dark.slice(0, cap), ...crest.slice(0, cap).reverse()], height), snowShade, 'fill-opacity="0.9"')
    }
  }

  /** From the top down one side, a little uneven. */
  function flank(x: number, y: number, height: number, reach: number): Point[] {
    const steps = 14
    return Array.from({ length: steps + 1 }, (_, step): Point => {
      const t = step / steps
      const stray = step === 0 ? 0 : between(-0.022, 0.022) * height
      return [x + reach * t ** 1.12 + stray, y - height * (1 - t) + stray * 0.5]
    })
  }

  /** The line down the middle that parts light from shadow. */
  function backbone(x: number, y: number, height: number, sway: number): Point[] {
    const steps = 14
    return Array.from({ length: steps + 1 }, (_, step): Point => {
      const t = step / steps
      return [x + (step === 0 ? 0 : sway * t + between(-0.05, 0.05) * height), y - height * (1 - t)]
    })
  }

  /** Fingers of snow at the lower end of a cap. */
  function jag(points: Point[], height: number): Point[] {
    const middle = points.length / 2
    return points.flatMap((point, index): Point[] => {
      if (index !== Math.floor(middle) - 1) return [point]
      const next = points[index + 1] ?? point
      return [1, 2, 3, 4].flatMap((finger): Point[] => {
        const t = finger / 5
        const along: Point = [point[0] + (next[0] - point[0]) * t, point[1] + (next[1] - point[1]) * t]
        return [
          [along[0], along[1] + between(0.02, 0.12) * height],
          [along[0] + (next[0] - point[0]) * 0.08, along[1] - between(0.02, 0.07) * height],
        ]
      })
    })
  }

  /** Midpoint displacement from edge to edge. */
  function ridge(y: number, roughness: number, detail: number, lean: number): Point[] {
    let heights = [y + between(-roughness, roughness), y + lean + between(-roughness, roughness)]
    let reach = roughness
    for (let step = 0; step < detail; step += 1) {
      heights = heights.flatMap((height, index) => {
        const next = heights[index + 1]
        return next === undefined ? [height] : [height, (height + next) / 2 + between(-reach, reach)]
      })
      reach *= 0.52
    }
    return heights.map((height, index) => [(index / (heights.length - 1)) * WIDTH, height] as const)
  }

  /** Short level strokes: light on water. They grow longer and rarer towards `bottom`. */
  const ripples = (
    top: number,
    bottom: number,
    color: string,
    amount: number,
    { x = WIDTH / 2, spread = WIDTH / 2, opacity = 0.5 } = {},
  ) => {
    for (let index = 0; index < amount; index += 1) {
      const depth = random() ** 1.4
      const y = top + depth * (bottom - top)
      const length = (12 + depth * 110) * between(0.4, 1.4)
      const middle = x + (random() + random() - 1) * spread * (0.55 + depth * 0.6)
      ellipse(middle, y, length / 2, 0.8 + depth * 2.6, color, `fill-opacity="${n(opacity * between(0.25, 1))}"`)
    }
  }

  /** Somebody seen from afar, standing on (x, y), `height` tall, in a coat of the colour `fill`. */
  const figure = (x: number, y: number, height: number, fill: string, legs = '#17141f') => {
    const h = (part: number) => height * part
    const at = (dx: number, dy: number): Point => [x + h(dx), y - h(dy)]
    const shoulder = between(0.105, 0.125)
    const hem = between(0.3, 0.42)
    const stride = between(0.03, 0.075)
    const arm = between(0.02, 0.06)
    line([at(-0.035, 0.45), at(-stride, 0.02)], legs, h(0.07))
    line([at(0.035, 0.45), at(stride * 0.8, 0.015)], legs, h(0.07))
    line([at(-shoulder + 0.02, 0.78), at(-shoulder - arm, 0.6), at(-shoulder + 0.005, 0.46)], fill, h(0.062))
    line([at(shoulder - 0.02, 0.78), at(shoulder + arm, 0.6), at(shoulder - 0.005, 0.46)], fill, h(0.062))
    path(
      `M${pair(at(-shoulder, 0.76))}Q${pair(at(-shoulder, 0.83))} ${pair(at(-0.03, 0.85))}L${pair(at(0.03, 0.85))}Q${pair(at(shoulder, 0.83))} ${pair(at(shoulder, 0.76))}L${pair(at(0.09, 0.56))}L${pair(at(0.115, hem))}L${pair(at(-0.115, hem))}L${pair(at(-0.09, 0.56))}Z`,
      fill,
    )
    rect(x - h(0.022), y - h(0.88), h(0.044), h(0.06), fill)
    ellipse(x + h(between(-0.012, 0.012)), y - h(0.932), h(0.052), h(0.066), legs)
  }

  /** The sheet as SVG, scaled to a picture of `width` by `height` pixels. */
  const toSvg = (width: number, height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" preserveAspectRatio="none" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${definitions.join('')}</defs>${marks.join('')}</svg>`

  return {
    random,
    between,
    linear,
    radial,
    blur,
    draw,
    rect,
    circle,
    ellipse,
    path,
    polygon,
    line,
    group,
    glow,
    soft,
    wash,
    hills,
    peaks,
    ripples,
    figure,
    toSvg,
  }
}

/** Mulberry32: small, fast and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number as SVG text, to a tenth of a pixel; opacities keep a hundredth. */
export function n(value: number): string {
  return String(Math.abs(value) <= 1 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10)
}

function pair([x, y]: Point): string {
  return `${n(x)},${n(y)}`
}

function inSvg(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${n(offset)}" stop-color="${color}" stop-opacity="${n(opacity)}"/>`,
    )
    .join('')
}

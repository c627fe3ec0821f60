import { type Drawing, HEIGHT, WIDTH } from '../drawing'

/** A woman with dark hair at her neck and a green coat, before a window onto the water. */
export function correspondent(d: Drawing): void {
  const middle = WIDTH / 2
  d.wash(
    d.linear([
      [0, '#cfd8da'],
      [0.55, '#a9bcc2'],
      [0.56, '#6f8d98'],
      [1, '#4d6a76'],
    ]),
  )
  d.glow(middle + 420, 180, 620, '#fff4dc', 0.7)
  d.soft(middle, 1040, 640, 200, '#23343b', 0.5)
  // Behind the neck, before the shoulders.
  d.ellipse(
    middle,
    420,
    205,
    250,
    d.radial([
      [0, '#3a2a22'],
      [0.8, '#2c1f19'],
      [1, '#231813'],
    ]),
  )
  d.path(
    `M${middle - 440},${HEIGHT} C${middle - 420},790 ${middle - 250},745 ${middle - 110},700 L${middle + 110},700 C${middle + 250},745 ${middle + 420},790 ${middle + 440},${HEIGHT} Z`,
    d.linear(
      [
        [0, '#24493f'],
        [0.5, '#356556'],
        [1, '#1d3b33'],
      ],
      [0, 0, 1, 0],
    ),
  )
  d.path(
    `M${middle - 112},698 L${middle},880 L${middle + 112},698 C${middle + 60},740 ${middle - 60},740 ${middle - 112},698 Z`,
    '#ece6da',
  )
  // Neck and face; the light falls from the right.
  d.path(
    `M${middle - 82},560 L${middle - 84},712 C${middle - 40},768 ${middle + 40},768 ${middle + 84},712 L${middle + 82},560 Z`,
    d.linear([
      [0, '#a9795d'],
      [1, '#c18f70'],
    ]),
  )
  d.ellipse(
    middle,
    425,
    152,
    196,
    d.linear(
      [
        [0, '#b98768'],
        [0.55, '#d3a283'],
        [1, '#e2b797'],
      ],
      [0, 0, 1, 0],
    ),
  )
  // Hair over the forehead, parted at the side.
  d.path(
    `M${middle - 160},440 C${middle - 178},250 ${middle - 70},192 ${middle + 20},196 C${middle + 120},200 ${middle + 182},280 ${middle + 160},445 C${middle + 150},370 ${middle + 118},322 ${middle + 48},300 C${middle - 10},330 ${middle - 120},336 ${middle - 160},440 Z`,
    d.linear([
      [0, '#4a362b'],
      [1, '#2a1d17'],
    ]),
  )
  for (const side of [-1, 1]) {
    const eye = middle + side * 62
    d.line(
      [
        [eye - 34, 372 + (side === 1 ? 0 : 4)],
        [eye, 360],
        [eye + 34, 372 + (side === 1 ? 4 : 0)],
      ],
      '#3a2a22',
      9,
    )
    d.ellipse(eye, 408, 27, 15, '#f5ede4')
    d.circle(eye, 408, 14, '#4b3626')
    d.circle(eye + 5, 403, 4, '#ffffff')
    d.line(
      [
        [eye - 29, 402],
        [eye, 390],
        [eye + 29, 402],
      ],
      '#33241c',
      5,
    )
    d.soft(middle + side * 88, 482, 46, 32, '#c86f58', 0.22)
  }
  d.line(
    [
      [middle + 4, 412],
      [middle + 20, 484],
      [middle - 10, 494],
    ],
    '#a06e53',
    6,
  )
  d.path(
    `M${middle - 56},540 C${middle - 20},556 ${middle + 20},556 ${middle + 58},538 C${middle + 26},584 ${middle - 26},584 ${middle - 56},540 Z`,
    '#a4524a',
  )
}

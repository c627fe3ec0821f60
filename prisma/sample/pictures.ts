import sharp from 'sharp'
import { createDrawing, type Drawing, randomFrom } from './drawing'
import { mountainRailway, orchard, snowSlope } from './scenes/country'
import { courtroomSteps, stadium } from './scenes/crowds'
import { concertHall, councilChamber, laboratory } from './scenes/indoors'
import { correspondent } from './scenes/people'
import { marketStreet, newsstand, rainOnWindow, terracedHouses } from './scenes/town'
import { ferry, harbourAtDusk, straitAtDawn, windFarm } from './scenes/water'

/** As wide as the widest rendition that a page asks for, and no wider: the first start waits for every pixel. */
const WIDTH = 1440
const HEIGHT = 960

type Picture = { scene: (drawing: Drawing) => void; fileName: string; alt: string; caption: string }
export type PictureKey = keyof typeof pictures

/** The pictures of the sample newsroom. Nothing is downloaded: `drawPicture` makes each from lines and light. */
export const pictures = {
  harbourAtDusk: {
    scene: harbourAtDusk,
    fileName: 'harbour-at-dusk.jpg',
    alt: 'Container cranes and a loaded ship in silhouette against a purple and orange sunset',
    caption: 'The container quay at Aldermouth, which would share its pilots with three other harbours',
  },
  councilChamber: {
    scene: councilChamber,
    fileName: 'assembly-chamber.jpg',
    alt: 'Members on curved wooden benches face the Speaker’s chair under tall windows',
    caption: 'The Assembly sat until after eleven before the whips would let it vote',
  },
  terracedHouses: {
    scene: terracedHouses,
    fileName: 'chandlers-hill.jpg',
    alt: 'Rows of brick terraces with lit windows, and two tower cranes behind them at sunset',
    caption: 'Chandlers’ Hill, whose terraces look down on the quay',
  },
  rainOnWindow: {
    scene: rainOnWindow,
    fileName: 'rain-on-window.jpg',
    alt: 'Raindrops on a window at night with the lights of the city out of focus behind',
    caption: 'More than a month’s rain fell on Aldermouth in two days',
  },
  ferry: {
    scene: ferry,
    fileName: 'skerra-ferry.jpg',
    alt: 'A white and blue ferry with a red funnel at sea, gulls following it',
    caption: 'The older boat, still on the run, will be kept until the spring after next',
  },
  courtroomSteps: {
    scene: courtroomSteps,
    fileName: 'court-steps.jpg',
    alt: 'A barrister in wig and gown on the steps of a court with six stone columns',
    caption: 'The court in Aldermouth, where the trial is expected to last for five weeks',
  },
  windFarm: {
    scene: windFarm,
    fileName: 'gannet-bank.jpg',
    alt: 'White wind turbines in rows at sea, with a service boat passing below them',
    caption: 'Six turbines are turning on the Gannet Bank; 84 are to follow',
  },
  orchard: {
    scene: orchard,
    fileName: 'ember-vale-orchard.jpg',
    alt: 'Apple trees in blossom in long rows, a ladder and a basket beside one of them',
    caption: 'The Ember Vale in blossom: the damage shows only when a flower is opened',
  },
  marketStreet: {
    scene: marketStreet,
    fileName: 'cornmarket.jpg',
    alt: 'Market stalls with striped awnings along a street hung with light bulbs',
    caption: 'All 118 pitches in the Cornmarket are let',
  },
  newsstand: {
    scene: newsstand,
    fileName: 'newsstand.jpg',
    alt: 'A green newspaper kiosk lit up before dawn, bundles of papers on the pavement',
    caption: 'Copies for the upper Highmarch will leave three hours sooner',
  },
  straitAtDawn: {
    scene: straitAtDawn,
    fileName: 'strait-at-dawn.jpg',
    alt: 'A lighthouse on a headland before sunrise and three fishing boats going out',
    caption: 'Boats leave for the Strait of Orrin, which is 26 kilometres wide at the Gannet Bank',
  },
  mountainRailway: {
    scene: mountainRailway,
    fileName: 'summit-line.jpg',
    alt: 'A red train crosses a stone viaduct below snow-covered peaks, with mist in the valley',
    caption: 'The 8.05 from Steinfell on the Grauen viaduct, two of whose arches are new',
  },
  concertHall: {
    scene: concertHall,
    fileName: 'seamens-hall.jpg',
    alt: 'An orchestra on a golden stage beneath organ pipes, seen over the heads of the audience',
    caption: 'The Kestrian Philharmonic under the new ceiling of the Seamen’s Hall',
  },
  laboratory: {
    scene: laboratory,
    fileName: 'quillbridge-laboratory.jpg',
    alt: 'A microscope and flasks of coloured liquid on a bench in front of tall windows',
    caption: 'The laboratory at Quillbridge where a grain of ash was dated',
  },
  stadium: {
    scene: stadium,
    fileName: 'harbour-park.jpg',
    alt: 'Footballers in red and white in front of a full stand under floodlights',
    caption: 'Harbour Park before the rain came, with Corvane a goal ahead',
  },
  snowSlope: {
    scene: snowSlope,
    fileName: 'steinfell-downhill.jpg',
    alt: 'A skier in a red suit crouches between gates, snow flying up behind',
    caption: 'Signe Brask above the Chimney, where she lost a pole',
  },
  correspondent: {
    scene: correspondent,
    fileName: 'nadia-verhoeve.jpg',
    alt: 'A woman with dark hair in a green coat, the water behind her',
    caption: 'Nadia Verhoeve',
  },
} as const satisfies Record<string, Picture>

/** Draws one picture as a JPEG of 1440 by 960 pixels: the same bytes for the same key and the same version of sharp. */
export async function drawPicture(key: PictureKey): Promise<Buffer> {
  const drawing = createDrawing(Object.keys(pictures).indexOf(key) + 1000)
  pictures[key].scene(drawing)
  const pixels = await sharp(Buffer.from(drawing.toSvg(WIDTH, HEIGHT)))
    .removeAlpha()
    .raw()
    .toBuffer()
  addGrain(pixels)
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** As ink on paper has it: strongest in the middle tones. */
function addGrain(pixels: Buffer): void {
  grain ??= drawGrain()
  for (let at = 0; at < pixels.length; at += 1) {
    const value = pixels[at] ?? 0
    const speck = (grain[Math.floor(at / 3)] ?? 0) * (0.35 + (value * (255 - value)) / 25_000)
    pixels[at] = Math.max(0, Math.min(255, value + speck))
  }
}

let grain: Float32Array | undefined

function drawGrain(): Float32Array {
  const random = randomFrom(7)
  return Float32Array.from({ length: WIDTH * HEIGHT }, () => (random() + random() - 1) * 9)
}

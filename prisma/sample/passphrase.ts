import { randomInt } from 'node:crypto'

const words = (
  'acorn alder amber anchor apple arrow autumn badger barley basalt beacon birch bramble breeze bridge bronze ' +
  'canal candle canvas cedar chalk cherry cinder clover cobalt comet copper coral cotton crane crystal cypress ' +
  'dapple dawn delta drift dune ebony elder ember falcon feather fennel fern flint forest garnet ginger glacier ' +
  'granite gravel grove gull harbour hazel heather heron hollow honey indigo iris island ivory ivy jasper juniper ' +
  'kestrel lagoon lantern larch laurel lavender lemon lichen lilac linden linen maple marble marsh meadow mellow ' +
  'merlin mint mistral moss nectar nettle nimbus oak ochre olive onyx orchard osprey otter pebble pepper petrel ' +
  'pewter pine plover plum poppy quartz quince rain raven reed ridge river rowan russet saffron sage sail sand ' +
  'scarlet sedge shale shore silver slate sorrel sparrow spruce starling stone summit swallow teal thistle thyme ' +
  'tide timber topaz tulip umber valley velvet violet walnut willow winter wren yarrow'
).split(' ')

/** A random password that can be read from a screen and typed, such as "cobalt-harbour-41-thistle-wren": about 36 bits. */
export function newPassphrase(): string {
  const word = () => words[randomInt(words.length)]
  return [word(), word(), randomInt(10, 100), word(), word()].join('-')
}

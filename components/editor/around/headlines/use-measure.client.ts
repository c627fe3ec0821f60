'use client'

import './headlines.css'
import { useEffect, useMemo, useState } from 'react'
import type { Measure } from './fit-words'
import type { Surface } from './surfaces'

/** Measures words as a surface sets them; again once its letters have come. */
export function useMeasure(surface: Surface): Measure {
  const [hasFont, setHasFont] = useState(false)
  useEffect(() => {
    let isWanted = true
    // Without the letters the fallback is measured: near enough, and nothing to tell anybody.
    document.fonts.load(surface.font).then(
      () => isWanted && setHasFont(true),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [surface])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words are as wide as their letters, so they are measured anew
  return useMemo(() => measureIn(surface), [surface, hasFont])
}

let canvas: CanvasRenderingContext2D | null = null

function measureIn({ font, letterSpacing }: Surface): Measure {
  canvas ??= document.createElement('canvas').getContext('2d')
  const context = canvas
  if (context === null) return () => 0
  return (words) => {
    context.font = font
    return context.measureText(words).width + letterSpacing * words.length
  }
}

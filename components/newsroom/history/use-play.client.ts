'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import type { Stops } from './stops'
import { type Moment, Track } from './track'

/** How long a stop is shown at each speed, in milliseconds. */
export const SPEEDS = [
  { label: '1×', milliseconds: 160 },
  { label: '4×', milliseconds: 40 },
  { label: '16×', milliseconds: 10 },
] as const

/** Steps that are read ahead while it plays. */
const AHEAD = 150

/** The state of the play: where it is, what stands there, whether it runs. */
export function usePlay(articleId: string, foldedVersion: number, stops: Stops, startIndex: number) {
  const [track] = useState(() => new Track(articleId, foldedVersion))
  const [index, setIndex] = useState(startIndex)
  const [moment, setMoment] = useState<Moment | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPlaying, setIsPlaying] = useState(false)
  const [speed, setSpeed] = useState(0)
  const [tries, setTries] = useState(0)
  const wanted = useRef(index)
  wanted.current = index

  // biome-ignore lint/correctness/useExhaustiveDependencies: a press on "Try again" reads the same part again.
  useEffect(() => {
    const version = stops.versionAt(index)
    const found = track.find(version)
    if (found !== null) {
      setMoment(found)
      setProblem(null)
      return
    }
    track
      .read(version)
      .then(() => {
        if (wanted.current === index) setMoment(track.find(version))
        setProblem(null)
      })
      .catch((error) => {
        setIsPlaying(false)
        setProblem(messageOf(error))
      })
  }, [track, stops, index, tries])

  const isLoading = moment === null || moment.version !== stops.versionAt(index)

  useEffect(() => {
    if (!isPlaying || isLoading) return
    if (index >= stops.count - 1) {
      setIsPlaying(false)
      return
    }
    const ahead = stops.versionAt(Math.min(stops.count - 1, index + AHEAD))
    if (track.find(ahead) === null) track.read(ahead).catch(() => undefined)
    const next = setTimeout(() => setIndex(index + 1), SPEEDS[speed]?.milliseconds)
    return () => clearTimeout(next)
  }, [isPlaying, isLoading, index, speed, stops, track])

  const goTo = useCallback((next: number) => {
    setIsPlaying(false)
    setIndex(next)
  }, [])

  return {
    index,
    moment,
    problem,
    isLoading,
    isPlaying,
    speed,
    setSpeed,
    goTo,
    /** From the beginning again where it stands at the end. */
    toggle: () => {
      if (!isPlaying && index >= stops.count - 1) setIndex(0)
      setIsPlaying(!isPlaying)
    },
    tryAgain: () => setTries(tries + 1),
  }
}

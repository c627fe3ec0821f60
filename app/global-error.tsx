'use client'

import type { CSSProperties } from 'react'
import { errorNumber } from '@/components/newsroom/error-number'

/**
 * In place of a whole page of the newsroom that could not be made, with what stands around it. The framework has one of its own, which sets its
 * style as HTML: the policy of these pages would leave nothing of it. No style sheet: the framework would have every page load it beforehand,
 * readers' pages too.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const number = errorNumber(error)
  return (
    <html lang="en" style={PAGE}>
      <body style={{ margin: 0 }}>
        <title>This page could not be shown</title>
        <main id="content" style={COLUMN}>
          <h1 style={{ margin: 0, fontSize: '1rem', fontWeight: 600 }}>This page could not be shown</h1>
          <p role="alert" style={LINE}>
            Something went wrong on our side. What you wrote is safe.
          </p>
          {number ? <p style={LINE}>If you report it, give this number: {number}.</p> : null}
          <button type="button" onClick={() => retry()} style={BUTTON}>
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}

const PAGE: CSSProperties = {
  colorScheme: 'light dark',
  background: 'light-dark(#ffffff, #191816)',
  color: 'light-dark(#1f1c18, #edeae4)',
  font: '0.9375rem / 1.5 "Inter Variable", ui-sans-serif, system-ui, sans-serif',
}

const COLUMN: CSSProperties = {
  display: 'flex',
  minHeight: '90dvh',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  padding: '0 1.5rem',
  textAlign: 'center',
  textWrap: 'balance',
}

const LINE: CSSProperties = {
  maxWidth: '24rem',
  margin: '0.25rem 0 0',
  color: 'light-dark(#534e46, #b9b3a9)',
  fontSize: '0.875rem',
}

const BUTTON: CSSProperties = {
  minHeight: '2.75rem',
  marginTop: '1.25rem',
  padding: '0 1rem',
  border: '1px solid light-dark(#cfcac1, #4a4640)',
  borderRadius: '0.4375rem',
  background: 'light-dark(#ffffff, #22201d)',
  color: 'inherit',
  font: 'inherit',
  fontWeight: 500,
  cursor: 'pointer',
}

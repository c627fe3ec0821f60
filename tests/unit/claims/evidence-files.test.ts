import { describe, expect, test } from 'vitest'
import { kindInWords, mimeOf } from '@/lib/claims/evidence-kind'
import { sizeInWords, sizeProblem } from '@/lib/claims/evidence-limits'
import { cleanFileName } from '@/lib/claims/evidence-name'
import { attachment } from '@/lib/http/attachment'

describe('The name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ada\\ruling.pdf', 'ruling.pdf'],
    ['ruling\r\nSet-Cookie: a=b.pdf', 'rulingSet-Cookie: a=b.pdf'],
    ['a\u0000b\u0007.eml', 'ab.eml'],
    ['letter\u202efdp.exe', 'letterfdp.exe'],
    ['\u2066in\u2069voice\u2028.xlsx', 'invoice.xlsx'],
    ['  the   letter .pdf ', 'the letter .pdf'],
    ['“Antwort” des Königs; "so".pdf', '“Antwort” des Königs; "so".pdf'],
    ['رسالة.pdf', 'رسالة.pdf'],
    ['half \ud83d.pdf', 'half .pdf'],
    ['..', 'file'],
    ['folder/', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(cleanFileName(sent)).toBe(kept)
  })

  test('keeps its ending when it is too long, and no half letter', () => {
    expect(cleanFileName(`${'a'.repeat(300)}.xlsx`)).toBe(`${'a'.repeat(195)}.xlsx`)
    const long = cleanFileName(`${'😀'.repeat(300)}.pd`)
    expect(long.length).toBeLessThanOrEqual(200)
    expect(long).toMatch(/^(?:😀)+\.pd$/u)
    expect(cleanFileName(`.${'b'.repeat(300)}`)).toHaveLength(200)
  })
})

describe('What a browser is told to call it', () => {
  test.each([
    ['ruling.pdf', `attachment; filename="ruling.pdf"; filename*=UTF-8''ruling.pdf`],
    ['a"b;c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%3Bc.pdf`],
    ["l'été (1)*.pdf", `attachment; filename="l_ete _1__.pdf"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29%2A.pdf`],
    ['50%20 off\\.pdf', `attachment; filename="50_20 off_.pdf"; filename*=UTF-8''50%2520%20off%5C.pdf`],
  ])('of %j is one line of plain letters', (name, header) => {
    expect(attachment(name)).toBe(header)
    expect(new Headers({ 'Content-Disposition': attachment(name) }).get('content-disposition')).toBe(header)
  })
})

describe('What a file is', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  test.each([
    ['%PDF-1.7 ...', 'letter.txt', 'application/pdf', 'PDF'],
    ['\xff\xd8\xff\xe0', 'photo', 'image/jpeg', 'picture'],
    ['\0\0\0\x18ftypheic', 'IMG_1.HEIC', 'image/heic', 'picture'],
    ['RIFF\n\0\0\0WAVEfmt ', 'call.wav', 'audio/wav', 'recording'],
    ['PK\x03\x04\0', 'Budget.XLSX', expect.stringContaining('spreadsheetml'), 'Excel'],
    ['PK\x03\x04\0', 'all.zip', 'application/zip', 'ZIP'],
    ['PK\x03\x04\0', 'not.pdf', 'application/zip', 'ZIP'],
    ['From: a@example.org\r\n\r\nHello', 'reply.eml', 'message/rfc822', 'mail'],
    ['<script>alert(1)</script>', 'page.html', 'text/html', 'HTML'],
    ['<svg onload="alert(1)"/>', 'drawing.svg', 'image/svg+xml', 'picture'],
    ['a,b\n1,2\n', 'table.csv', 'text/csv', 'CSV'],
    ['Just words.', 'notes.constructor', 'text/plain', 'text'],
    ['\0\x01\x02', 'what.pdf', 'application/octet-stream', 'file'],
  ])('%j in %s', (content, name, mime, kind) => {
    const found = mimeOf(bytes(content), name)
    expect(found).toEqual(mime)
    expect(kindInWords(found)).toBe(kind)
  })
})

test('a size is said as people say it, and one that is not taken says why', () => {
  expect([1, 840, 1_499, 999_499, 999_500, 10_000_000].map(sizeInWords)).toEqual([
    '1 byte',
    '840 bytes',
    '1 KB',
    '999 KB',
    '1.0 MB',
    '10.0 MB',
  ])
  expect([0, 1, 10_000_000, 10_000_001].map(sizeProblem)).toEqual([
    'This file is empty.',
    null,
    null,
    expect.stringContaining('10 MB'),
  ])
})

import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { KnownError } from '@/lib/errors'
import { parseInput } from '@/lib/http/answers'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'
import { readLook } from '@/lib/look/look'
import { readMenus } from '@/lib/menus/readers'
import { addressDays } from '@/lib/reader-reports/address-days'
import { notSentPage } from '@/lib/reader-reports/not-sent-page'
import { thanksPath } from '@/lib/reader-reports/question-path'
import { reportForm } from '@/lib/reader-reports/report-form'
import { countReport, sendReport } from '@/lib/reader-reports/send-report'
import { readSettings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

const Fields = z.record(z.string(), z.unknown())

/** What a reader sends who questions a paragraph. */
export const POST = route(
  { permission: 'anyone', body: Fields, bodyIs: 'form', mostBytes: 100_000 },
  async ({ body, request }) => {
    const { language, name } = await readSettings()
    try {
      await countReport(clientAddress(request.headers))
      const { website, ...report } = parseInput(reportForm(wordsFor(language).question.notSent), body)
      // A program filled in the field that people do not see. It is told what people are told.
      if (website === '') await sendReport(report)
      return seeOther(thanksPath(report.article))
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      const [look, { bar: links }, days] = await Promise.all([readLook(), readMenus(), addressDays()])
      return notSentPage(error, body, { name, language, look, links }, days)
    }
  },
)

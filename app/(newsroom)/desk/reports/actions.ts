'use server'

import { action } from '@/lib/http/action'
import { answerReport, showAnswer } from '@/lib/reader-reports/answer-report'
import { dismissReport, lookAtReport, markCorrected } from '@/lib/reader-reports/decide-report'
import { SwitchReports, switchReports } from '@/lib/reader-reports/question-switch'
import { AnswerReport, DismissReport, DraftedAnswer, SeenReport } from '@/lib/reader-reports/report-input'

export const look = action({ permission: 'readerReport.decide', input: SeenReport }, lookAtReport)
export const dismiss = action({ permission: 'readerReport.decide', input: DismissReport }, dismissReport)
export const correct = action({ permission: 'readerReport.decide', input: SeenReport }, markCorrected)
export const showMail = action({ permission: 'readerReport.decide', input: DraftedAnswer }, showAnswer)
export const answer = action({ permission: 'readerReport.decide', input: AnswerReport }, answerReport)
export const turn = action({ permission: 'readerReport.switch', input: SwitchReports }, switchReports)

import type { Metadata } from 'next'
import { ClaimRulesForm } from '@/components/newsroom/claims/claim-rules-form.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { readClaimRules } from '@/lib/claims/claim-rules'
import { pageActor } from '@/lib/http/page'
import { setRules } from './actions'

export const metadata: Metadata = { title: 'Claims' }

export default async function ClaimRulesPage() {
  await pageActor('claim.rules', '/admin/claims')
  const rules = await readClaimRules()
  return (
    <PageBody width="narrow">
      <PageHeader title="Claims">What the paper asks of stories that tell what somebody says.</PageHeader>
      <ClaimRulesForm key={JSON.stringify(rules)} rules={rules} setRules={setRules} />
    </PageBody>
  )
}

import { expect, test } from 'vitest'
import { planIndicators } from './plan-page.view.tsx'

test('a row of the plan counts what its dates ask for and what somebody brought, without waived dates', () => {
  const date = { actionId: 'a1', personId: null, person: null }
  const [row] = planIndicators(
    {
      indicators: [{ id: 'a', text: 'Rapat', owner: null, area: 'MP', subNo: '1', subName: 'Tim' }],
      actions: [{ id: 'a1', indicatorId: 'a', text: 'Rapat', personId: null, person: null }],
      evidence: ['Notula', 'Daftar hadir', 'Notula'].map(text => ({ indicatorId: 'a', text })),
      obligations: [
        { ...date, due: '2028-03-31', stored: 'done', filled: ['Notula', 'Daftar hadir'] },
        { ...date, due: '2028-06-30', stored: 'open', filled: ['', 'Notula', 'Undangan'] },
        { ...date, due: '2028-09-30', stored: 'waived', filled: ['Notula'] },
        { ...date, due: '2028-12-31', stored: 'open', filled: null },
      ],
    },
    '2028-06-15',
  )
  expect(row?.brought).toEqual({ asked: 6, filled: 3 })
})

import { currentOf } from './current-version.ts'
import { folderName, uniqueNames } from './safe-path.ts'
import type { BroughtPiece, EvidenceYear, Proof } from './year-queries.ts'

export type Filed = {
  readonly piece: BroughtPiece
  readonly proofs: readonly Proof[]
  /** Where its bytes stand in the archive; null for an address elsewhere. */
  readonly path: string | null
}

export type FiledItem = {
  /** "1.2": the indicator in its sub-component, and the item in the indicator. */
  readonly no: string
  readonly text: string
  readonly indicator: string
  readonly folder: string
  readonly filed: readonly Filed[]
}

export type FiledSub = { readonly no: string; readonly name: string; readonly items: readonly FiledItem[] }
export type FiledArea = { readonly no: number; readonly label: string; readonly subs: readonly FiledSub[] }

/** Puts every piece into the folder of each item it proves: area, sub-component, item, in the plan's order. */
export function arrange(year: EvidenceYear, other: string): readonly FiledArea[] {
  const nameIn = uniqueNames()
  const proofs = Map.groupBy(year.proofs, proof => proof.indicatorId)
  return [...Map.groupBy(year.items, item => item.area).values()].map((inArea, at) => {
    const label = inArea[0]?.areaLabel ?? ''
    const areaFolder = folderName(String(at + 1), label)
    const subs = [...Map.groupBy(inArea, item => item.subId).values()].map(inSub => {
      const { subNo = '', subName = '' } = inSub[0] ?? {}
      const subFolder = `${areaFolder}/${folderName(subNo, subName)}`
      const items = [...Map.groupBy(inSub, item => item.indicatorId)].flatMap(
        ([indicatorId, asked], indicatorAt) => {
          const texts = [...new Set(asked.map(item => item.text).filter(Boolean))]
          const brought = proofs.get(indicatorId) ?? []
          const rest = brought.filter(proof => !texts.includes(proof.slot))
          const slots = texts.map(text => ({ text, proofs: brought.filter(proof => proof.slot === text) }))
          if (rest.length > 0 || texts.length === 0) slots.push({ text: other, proofs: rest })
          return slots.map((slot, slotAt): FiledItem => {
            const no = `${indicatorAt + 1}.${slotAt + 1}`
            const folder = `${subFolder}/${folderName(no, slot.text)}`
            const filed = [...Map.groupBy(slot.proofs, proof => proof.pieceId)].flatMap(([id, own]) => {
              const piece = year.pieces.get(id)
              if (!piece) return []
              const { fileName } = currentOf(piece)
              return [{ piece, proofs: own, path: fileName === null ? null : nameIn(folder, fileName) }]
            })
            return { no, text: slot.text, indicator: asked[0]?.indicator ?? '', folder, filed }
          })
        },
      )
      return { no: subNo, name: subName, items }
    })
    return { no: at + 1, label, subs }
  })
}

export const itemsOf = (areas: readonly FiledArea[]) =>
  areas.flatMap(area => area.subs.flatMap(sub => sub.items.map(item => ({ area, sub, item }))))

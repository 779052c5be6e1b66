import type { Child } from 'hono/jsx'
import type { Zone } from '../../../ui/format.ts'
import type { UploadFormProps } from '../bring/upload-form.view.tsx'
import type { PieceDetail, PieceLink } from './piece-detail.ts'

export type PieceProps = Omit<UploadFormProps, 'action' | 'typed'> & {
  readonly zone: Zone
  readonly unitPath: string
  readonly piece: PieceDetail
  readonly typed: UploadFormProps['typed'] & { readonly reason?: string; readonly withdrawn?: string }
  readonly can: {
    readonly edit: boolean
    readonly review: 'yes' | 'own' | 'no'
    readonly withdraw: boolean
    readonly link: boolean
    readonly unlink: (link: PieceLink) => boolean
    readonly share: boolean
  }
  readonly newKey: () => string
  /** What other parts show of the piece, for instance a preview. */
  readonly preview?: Child
}

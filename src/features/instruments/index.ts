export { shippedInstrument, shippedInstrumentIds, shippedMapping } from './shipped-instruments.ts'

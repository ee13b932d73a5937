/** What keeps the detector from answering, as a sentence for the person who runs the hall. */

/** The model or its manifest is not what it should be: nothing is detected until somebody puts it right. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault'
}

/** A process of the detector failed: this frame has no answer, a later one may have. */
export class DetectorFault extends Error {
  override readonly name = 'DetectorFault'
}

/** Why the detector does not start, as a sentence for the person who runs the hall. */

/** The model or its manifest is not what it should be: nothing is detected until somebody puts it right. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault'
}

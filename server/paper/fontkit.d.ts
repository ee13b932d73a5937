/** What we use of fontkit, which brings no types: glyphs as outlines. */
declare module 'fontkit' {
  export interface Glyph {
    readonly advanceWidth: number
    readonly path: { toSVG(): string }
  }
  export interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
  }
  export const create: (bytes: Uint8Array) => Font
}

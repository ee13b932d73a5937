/** Loads the dictionary that spells Chinese; only when somebody searches, as it is the largest part of the kiosk. */
export const loadSpelling = async (): Promise<(text: string) => string[]> => {
  const { pinyin } = await import('pinyin-pro')
  return (text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
}

/** The models that come with the hall, by sha256: others are used only where the site allows them by theirs. */

export const ownModels: readonly string[] = [
  'c815ea240595ff83d16a301a8b5cdc04158fd0dfc239d70a655ed2b4c4ee4900',
  '2cfa4db83a805c609252f42de4d41d862e8ffb3d48b520a59c98aa286a4c4ac2',
]

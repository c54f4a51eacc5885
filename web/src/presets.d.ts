/** What the loader must know of a recipe to ask for its first page. */
interface Preset {
  /** `list.url`: template of the first list. */
  readonly list?: string;
  /** `followers.url`: what a subscription box drawn alone asks for. */
  readonly followers?: string;
}

/** The presets in web/recipes, by name. scripts/build.mjs puts them in. */
declare const PRESETS: Readonly<Record<string, Preset>>;

/** The styles of writing, put in by the build. */
declare const WRITING_STYLES: string;

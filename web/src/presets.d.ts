/** What the loader must know of a recipe to ask for its first page. */
interface Preset {
  /** `list.url`: template of the first list. */
  readonly list?: string;
  /** `followers.url`: what a subscription box drawn alone asks for. */
  readonly followers?: string;
  /** `recent.url`: the latest comments of the site. */
  readonly recent?: string;
}

/** The presets in web/recipes, by name. scripts/build.mjs puts them in. */
declare const PRESETS: Readonly<Record<string, Preset>>;

/** What counting takes of the same presets. */
declare const COUNTS: Readonly<Record<string, import('./counts.ts').CountRecipe>>;

/** The styles of writing, put in by the build. */
declare const WRITING_STYLES: string;

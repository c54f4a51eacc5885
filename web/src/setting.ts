/** @file What a widget is given. */

import type { Cores } from './cores.ts';
import type { First } from './parts.ts';
import type { Root } from './root.ts';
import type { Times } from './times.ts';

/** What a widget is given. */
export interface Setting {
  readonly cores: Cores;
  readonly element: HTMLElement;
  readonly root: Root;
  readonly prefix: string;
  readonly times: Times;
  readonly first: First | undefined;
  readonly signal: AbortSignal;
}

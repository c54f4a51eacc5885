/** @file The configuration of a widget, from the attributes of its element. */

import type { Parts } from './parts.ts';
import { addressOf, valuesOf } from './template.ts';
import { toJson } from './text.ts';

const list = (value: string | null): string[] | undefined => value?.split(/[\s,]+/).filter(Boolean);
const number = (value: string | null): number | undefined => (value && /^\d+$/.test(value) ? Number(value) : undefined);

/** What the core is created with, as JSON. */
export const configOf = (element: HTMLElement, { backend, page, language }: Parts): string => {
  const get = (name: string) => element.getAttribute(name);
  const box = element.hasAttribute('subscribe') && get('subscribe') !== 'false';
  return toJson({
    backend,
    page,
    address: addressOf(),
    language,
    values: { limit: get('limit') ?? undefined, ...valuesOf(element) },
    prefix: get('prefix') ?? '',
    show:
      element.localName === 'afterword-subscribe' ? ['subscription'] : ['comments', ...(box ? ['subscription'] : [])],
    title: get('heading') ?? undefined,
    depth: number(get('depth')),
    fields: list(get('fields')),
    required: list(get('required')),
    avatars: get('avatars') ?? undefined,
    sort: get('sort') ?? undefined,
    images: element.hasAttribute('images') && get('images') !== 'false',
    followers: number(get('followers')),
  });
};

/**
 * @file What the whole core needs of a browser, and the reader does not: it comes together with that. For each widget it
 * performs the effects of writing, and tells of what only somebody who writes does.
 */

import type { Send } from './effects/fetch.ts';
import type { Effect, Event } from './frame.ts';
import { addStyles, find } from './root.ts';
import type { Setting } from './setting.ts';
import { createAlarm } from './writing/alarm.ts';
import { copy } from './writing/copy.ts';
import { growTextareas } from './writing/growth.ts';
import { createGuard } from './writing/guard.ts';
import { insert } from './writing/insert.ts';
import { createKey } from './writing/key.ts';
import { watchKeys } from './writing/keys.ts';
import { watchLeaving } from './writing/leave.ts';
import { watchLeft } from './writing/left.ts';
import { watchMore } from './writing/more.ts';
import { openOutbox } from './writing/outbox.ts';
import { keepPlace } from './writing/place.ts';
import { completePress, keepFocus } from './writing/press.ts';
import { preview } from './writing/preview.ts';
import { createSend } from './writing/send.ts';
import { list, store } from './writing/storage.ts';
import { createStreams } from './writing/stream.ts';
import { follow } from './writing/tab.ts';
import { watchTools } from './writing/tools.ts';

/** What the host has of it for a widget. */
export interface Writer {
  /** The first event for the whole core: who this widget is, and who was there before it. */
  readonly resume: Event;
  readonly send: Send;
  /** `event` with all that it lacked while it waited. Called right before it happens. */
  complete(event: Event): Event;
  /** Performs `effect`, or returns false: then the host does it. */
  perform(effect: Effect): boolean;
}

/**
 * Begins, for the widget of `setting`. Ends with it.
 * @param waiting what the whole core has not heard of yet
 */
export const write = (setting: Setting, dispatch: (event: Event) => void, waiting: readonly Event[]): Writer => {
  const { element, root, prefix, signal } = setting;
  addStyles(root, WRITING_STYLES, 'writing.css');
  const key = createKey();
  const outbox = openOutbox(key);
  const guard = createGuard(signal);
  const grow = growTextareas(root);
  watchKeys(root, signal);
  watchLeaving(root, dispatch, signal);
  watchLeft(root, waiting, dispatch, signal);
  keepFocus(root, signal);
  watchTools(root, dispatch, signal);
  const seek = watchMore(setting, dispatch);
  const streams = createStreams(dispatch, signal);
  const setAlarm = createAlarm(() => dispatch({ type: 'alarm' }), signal);

  const tellOf = (key: string, value: string | null) => dispatch({ type: 'loaded', key, value });
  const tellAll = (key: string, entries: readonly (readonly [string, string])[]) => {
    for (const [name, value] of entries) tellOf(name, value);
    tellOf(key, null);
  };

  return {
    resume: { type: 'resume', key, value: follow(element, key) },
    send: createSend(dispatch, outbox),
    complete: (event) => {
      grow();
      seek(event);
      keepPlace(root, find(root, `${prefix}thread-title`));
      return completePress(root, event);
    },
    perform: (effect) => {
      const isSent = 'key' in effect && effect.key.startsWith('outbox:');
      switch (effect.type) {
        case 'load':
          if (!isSent) return false;
          void outbox.load(effect.key).then((value) => value !== undefined && tellOf(effect.key, value));
          return true;
        case 'store':
          if (isSent) void outbox.store(effect.key, effect.value);
          else store(effect.key, effect.value);
          return true;
        case 'list':
          if (isSent) void outbox.list(effect.key).then((entries) => tellAll(effect.key, entries));
          else tellAll(effect.key, list(effect.key));
          return true;
        case 'claim':
          // Where nobody can be asked, it is sent: its key makes one comment of two tries.
          void outbox.claim(effect.key).then((value = '') => dispatch({ type: 'claimed', key: effect.key, value }));
          return true;
        case 'guard':
          guard(effect.on);
          return true;
        case 'insert':
          insert(root, effect);
          return true;
        case 'preview': {
          const { form, text } = effect;
          void preview(text).then((value) => dispatch({ type: 'previewed', form, text, value }));
          return true;
        }
        case 'stream':
          streams.open(effect.id, effect.url);
          return true;
        case 'abort':
          streams.close(effect.id);
          return true;
        case 'copy': {
          const { comment, text } = effect;
          void copy(text).then((value) => dispatch({ type: 'copied', comment, value }));
          return true;
        }
        case 'alarm':
          setAlarm(effect.seconds);
          return true;
        case 'timer':
          setTimeout(() => dispatch({ type: 'tick' }), 1000); // a widget that is gone by then does nothing
          return true;
        default:
          return false;
      }
    },
  };
};

import type { JsonFile } from './json-file.ts';

/** A settings file whose last known content can also be asked for without waiting. */
export interface RememberedFile<T> extends JsonFile<T> {
  readonly last: () => T;
}

export function rememberLast<T>(file: JsonFile<T>, first: T): RememberedFile<T> {
  let last = first;
  return {
    last: () => last,
    async read() {
      last = await file.read();
      return last;
    },
    async write(value) {
      await file.write(value);
      last = value;
    },
  };
}

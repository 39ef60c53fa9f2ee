import { readFileSync, writeFileSync } from 'node:fs';

import Database from 'better-sqlite3';
import { readXlsx, writeXlsx } from 'hucre';

/**
 * The bare libraries on the same data, each run as a process of its own: `read WORKBOOK`, `insert WORKBOOK DATABASE`,
 * `write WORKBOOK COPY`. Prints the seconds of the work itself; what `insert` and `write` need is read before.
 */
const [, , what = '', workbookPath = '', targetPath = ''] = process.argv;

function say(seconds: number): void {
  process.stdout.write(`${JSON.stringify({ seconds })}\n`);
}

async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

const bytes = readFileSync(workbookPath);
if (what === 'read') say(await timed(() => readXlsx(bytes)));
else {
  const { sheets } = await readXlsx(bytes);
  if (what === 'insert')
    say(
      await timed(() => {
        const database = new Database(targetPath);
        database.pragma('journal_mode = WAL');
        database.pragma('synchronous = FULL');
        database.exec(
          'CREATE TABLE lines (sheet TEXT NOT NULL, line INTEGER NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (sheet, line)) STRICT, WITHOUT ROWID',
        );
        const insert = database.prepare('INSERT INTO lines VALUES (?, ?, ?)');
        database.transaction(() => {
          for (const sheet of sheets) for (const [line, cells] of sheet.rows.entries()) insert.run(sheet.name, line, JSON.stringify(cells));
        })();
        database.pragma('wal_checkpoint(TRUNCATE)');
        database.close();
      }),
    );
  else if (what === 'write')
    say(await timed(async () => writeFileSync(targetPath, await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }))));
  else throw new Error(`unknown work: ${what}`);
}

import { Button, Checkbox, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, ColumnTripleEditRegular } from '@fluentui/react-icons';

import { inventoryText } from '../../text/inventory.ts';
import { FIRST_LAYOUT, moveColumn, toggleColumn, visibleIds, type ColumnLayout } from './column-layout.ts';
import { columnWords, inventoryColumn } from './columns.ts';
import type { ChangeLayout } from './use-layout.ts';

const useStyles = makeStyles({
  surface: { width: '320px', maxWidth: 'calc(100vw - 32px)', display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { maxHeight: 'min(420px, 50vh)', overflowY: 'auto', margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', alignItems: 'center' },
  name: { flex: '1 1 0', minWidth: 0 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** Which columns are shown and in which order; the same as dragging headers, for the keyboard. */
export function ColumnsMenu({ layout, onChange }: { readonly layout: ColumnLayout; readonly onChange: ChangeLayout }) {
  const styles = useStyles();
  const words = inventoryText.columnsMenu;
  const shown = visibleIds(layout);
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={words.label} relationship="label" withArrow>
          <Button size="small" appearance="subtle" icon={<ColumnTripleEditRegular />} data-testid="columns-menu" />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={words.title}>
        <ul className={styles.list}>
          {[...shown, ...layout.order.filter((id) => !shown.includes(id))].map((id) => {
            const column = inventoryColumn(id);
            if (column === undefined) return null;
            const isShown = shown.includes(id);
            const place = shown.indexOf(id);
            return (
              <li key={id} className={styles.item}>
                <Checkbox
                  className={styles.name}
                  label={columnWords(column)}
                  checked={isShown}
                  disabled={id === 'name'}
                  onChange={(_, data) => onChange((known) => toggleColumn(known, id, data.checked === true))}
                />
                {isShown && id !== 'name' && (
                  <>
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<ArrowUpRegular />}
                      aria-label={words.up(column.title)}
                      disabledFocusable={place <= 1}
                      onClick={() => onChange((known) => moveColumn(known, id, -1))}
                    />
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<ArrowDownRegular />}
                      aria-label={words.down(column.title)}
                      disabledFocusable={place === shown.length - 1}
                      onClick={() => onChange((known) => moveColumn(known, id, 1))}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <p className={styles.help}>{words.help}</p>
        <Button size="small" onClick={() => onChange(() => FIRST_LAYOUT)}>
          {words.reset}
        </Button>
      </PopoverSurface>
    </Popover>
  );
}

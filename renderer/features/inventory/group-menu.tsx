import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { GroupListRegular } from '@fluentui/react-icons';

import { inventoryText } from '../../text/inventory.ts';
import type { ColumnLayout } from './column-layout.ts';
import { inventoryColumn, isColumnId, type ColumnId } from './columns.ts';
import type { ChangeLayout } from './use-layout.ts';

/** Columns whose values make sensible groups. */
const GROUP_BY: readonly ColumnId[] = [
  'application',
  'environment',
  'owner',
  'verdict',
  'waveId',
  'groupId',
  'scenario',
  'osName',
  'osFamily',
  'criticality',
  'cluster',
  'host',
  'powerState',
];

const NONE = 'none';

export function GroupMenu({ layout, onChange }: { readonly layout: ColumnLayout; readonly onChange: ChangeLayout }) {
  const words = inventoryText.group;
  const current = layout.groupBy === null ? null : (inventoryColumn(layout.groupBy)?.title ?? null);
  const label = current === null ? words.label : words.by(current.toLowerCase());
  return (
    <Menu
      checkedValues={{ group: [layout.groupBy ?? NONE] }}
      onCheckedValueChange={(_, data) => {
        const chosen = data.checkedItems.at(-1) ?? NONE;
        onChange((known) => ({ ...known, groupBy: isColumnId(chosen) ? chosen : null }));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={label} relationship="label" withArrow>
          <MenuButton
            size="small"
            appearance={current === null ? 'subtle' : 'secondary'}
            icon={<GroupListRegular />}
            data-testid="group-menu"
          />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="group" value={NONE} persistOnClick={false}>
            {words.none}
          </MenuItemRadio>
          {GROUP_BY.map((id) => (
            <MenuItemRadio key={id} name="group" value={id} persistOnClick={false}>
              {inventoryColumn(id)?.title ?? id}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

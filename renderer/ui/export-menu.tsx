import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip, Button } from '@fluentui/react-components';
import { ArrowExportRegular, DocumentTableRegular, DocumentTextRegular } from '@fluentui/react-icons';

interface ExportMenuProps {
  readonly label: string;
  readonly csvLabel: string;
  readonly xlsxLabel: string;
  readonly onExport: (format: 'csv' | 'xlsx') => void;
  readonly isDisabled?: boolean;
}

/** "Export what I see" as text or workbook. */
export function ExportMenu({ label, csvLabel, xlsxLabel, onExport, isDisabled = false }: ExportMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={label} relationship="label" withArrow>
          <Button appearance="subtle" icon={<ArrowExportRegular />} disabled={isDisabled} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<DocumentTextRegular />} onClick={() => onExport('csv')}>
            {csvLabel}
          </MenuItem>
          <MenuItem icon={<DocumentTableRegular />} onClick={() => onExport('xlsx')}>
            {xlsxLabel}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

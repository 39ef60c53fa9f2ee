import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { BookmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import { inventoryText } from '../../text/inventory.ts';
import { builtInViews, type InventoryView } from './views.ts';

interface ViewsMenuProps {
  readonly saved: readonly InventoryView[];
  /** The view that is shown just now, unchanged; `null` = none of them. */
  readonly current: InventoryView | null;
  /** The saved view that was chosen last, which may have been changed since. */
  readonly lastSaved: InventoryView | null;
  readonly onChoose: (view: InventoryView) => void;
  readonly onSave: (name: string) => void;
  readonly onDelete: (view: InventoryView) => void;
}

/** Views by name: the built-in ones, those a person saved, and what can be done with them. */
export function ViewsMenu({ saved, current, lastSaved, onChoose, onSave, onDelete }: ViewsMenuProps) {
  const [isNaming, setIsNaming] = useState(false);
  const words = inventoryText.views;
  const isChanged = current === null && lastSaved !== null;
  const title = current?.name ?? (lastSaved === null ? words.none : `${lastSaved.name} (${words.changed})`);
  const choose = (id: string | undefined): void => {
    const view = [...builtInViews, ...saved].find((candidate) => candidate.id === id);
    if (view !== undefined) onChoose(view);
  };
  return (
    <>
      <Menu
        checkedValues={{ view: current === null ? [] : [current.id] }}
        onCheckedValueChange={(_, data) => choose(data.checkedItems.at(-1))}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" icon={<BookmarkRegular />} aria-label={`${words.label}: ${title}`} data-testid="views-menu">
            {title}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{words.builtIn}</MenuGroupHeader>
              {builtInViews.map(({ id, name }) => (
                <MenuItemRadio key={id} name="view" value={id} persistOnClick={false}>
                  {name}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            {saved.length > 0 && (
              <MenuGroup>
                <MenuGroupHeader>{words.saved}</MenuGroupHeader>
                {saved.map(({ id, name }) => (
                  <MenuItemRadio key={id} name="view" value={id} persistOnClick={false}>
                    {name}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
            )}
            <MenuDivider />
            {isChanged && <MenuItem onClick={() => onSave(lastSaved.name)}>{words.update(lastSaved.name)}</MenuItem>}
            <MenuItem onClick={() => setIsNaming(true)}>{words.save}</MenuItem>
            {lastSaved !== null && <MenuItem onClick={() => onDelete(lastSaved)}>{words.delete(lastSaved.name)}</MenuItem>}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isNaming && (
        <NameDialog
          saved={saved}
          onClose={() => setIsNaming(false)}
          onName={(name) => {
            setIsNaming(false);
            onSave(name);
          }}
        />
      )}
    </>
  );
}

interface NameDialogProps {
  readonly saved: readonly InventoryView[];
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ saved, onClose, onName }: NameDialogProps) {
  const words = inventoryText.views;
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isTaken = saved.some((view) => view.name.toLowerCase() === name.trim().toLowerCase());
  const message = isTaken ? words.nameTaken : wasTried && name.trim() === '' ? words.nameMissing : undefined;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setWasTried(true);
            if (name.trim() !== '') onName(name.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>{words.dialogTitle}</DialogTitle>
            <DialogContent>
              <Field
                label={words.name}
                hint={words.hint}
                required
                {...(message === undefined
                  ? {}
                  : { validationMessage: message, validationState: isTaken ? ('warning' as const) : ('error' as const) })}
              >
                <Input autoFocus value={name} maxLength={80} onChange={(_, data) => setName(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary">
                {words.submit}
              </Button>
              <Button onClick={onClose}>{words.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

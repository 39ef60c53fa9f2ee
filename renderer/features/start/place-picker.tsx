import { Button, Field, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { newEngagementText as words } from '../../text/start.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { placeWords, type Place } from './place.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  place: { overflowWrap: 'anywhere' },
  change: { alignSelf: 'flex-start' },
});

interface PlacePickerProps {
  readonly place: Place;
  readonly name: string;
  readonly onChange: (place: Place) => void;
}

/** Where the file goes: shown in full, changed by the system's dialog or, without one, by going through folders. */
export function PlacePicker({ place, name, onChange }: PlacePickerProps) {
  const styles = useStyles();
  const app = useApp();
  const hasNativeDialogs = useAppState((state) => state.info?.hasNativeDialogs === true);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const { fileName, folder } = placeWords(place, name);

  const change = async (): Promise<void> => {
    if (!hasNativeDialogs) return setIsBrowsing(!isBrowsing);
    const suggestedName = name.trim().slice(0, 200);
    const input = { purpose: 'create' as const, ...(suggestedName === '' ? {} : { suggestedName }) };
    const chosen = await app.ask('engagement.choose-path', input, words.dialogFailed);
    if (chosen !== null && chosen.path !== null) onChange({ kind: 'file', path: chosen.path });
  };

  return (
    <div className={styles.root}>
      <Field label={words.place}>
        <div className={styles.place}>{words.placeIn(fileName, folder)}</div>
      </Field>
      <Button
        size="small"
        className={styles.change}
        aria-expanded={hasNativeDialogs ? undefined : isBrowsing}
        onClick={() => void change()}
      >
        {isBrowsing ? words.hideFolders : words.change}
      </Button>
      {isBrowsing && <FolderBrowser startFolder={folder} onFolder={(path) => onChange({ kind: 'folder', folder: path })} />}
    </div>
  );
}

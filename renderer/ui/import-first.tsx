import { Button } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

import { EmptyState } from './empty-state.tsx';
import { ScreenLayout } from './screen-layout.tsx';

interface ImportFirstProps {
  /** Of the screen, with the sentence that answers its question without any machine. */
  readonly title: string;
  readonly answer: string;
  readonly icon: ReactNode;
  readonly words: { readonly title: string; readonly text: string; readonly action: string };
  readonly onImport: () => void;
}

/** A screen that has nothing to show before the first import: says what will stand here and offers the import. */
export function ImportFirst({ title, answer, icon, words, onImport }: ImportFirstProps) {
  return (
    <ScreenLayout title={title} answer={answer}>
      <EmptyState
        icon={icon}
        title={words.title}
        text={words.text}
        action={
          <Button appearance="primary" icon={<ArrowImportRegular />} onClick={onImport}>
            {words.action}
          </Button>
        }
      />
    </ScreenLayout>
  );
}

import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { journalText } from '../../text/journal.ts';
import { copyText } from '../../ui/copy-text.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingTop: '4px', paddingBottom: '4px' },
  hash: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  list: { margin: '4px 0', paddingLeft: '18px', maxHeight: '160px', overflowY: 'auto' },
});

interface VerificationNoticeProps {
  readonly verification: MethodOutput<'journal.verify'>;
  readonly onEntry: (entryId: string) => void;
  readonly onHide: () => void;
}

/** What verifying found: that all is as it was written, with the hash to compare, or each thing that is not. */
export function VerificationNotice({ verification, onEntry, onHide }: VerificationNoticeProps) {
  const styles = useStyles();
  const { sound, broken } = journalText;
  const hide = (
    <Button size="small" appearance="subtle" onClick={onHide}>
      {journalText.hide}
    </Button>
  );
  if (!verification.isSound) {
    return (
      <MessageBar intent="error" layout="multiline" data-testid="verification">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{broken.title}</MessageBarTitle>
          <div>{broken.text}</div>
          <ul className={styles.list}>
            {verification.problems.map((problem) => (
              <li key={`${problem.what} ${problem.entryId} ${problem.sha256}`}>
                {problem.what}{' '}
                {problem.entryId !== null && (
                  <Link as="button" onClick={() => onEntry(problem.entryId ?? '')}>
                    {journalText.showProblem}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </MessageBarBody>
        <MessageBarActions>{hide}</MessageBarActions>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="success" layout="multiline" data-testid="verification">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{sound.title}</MessageBarTitle>
        <div>{sound.text(verification.entryCount, verification.attachmentCount)}</div>
        <div>
          {sound.head}: <span className={styles.hash}>{verification.headHash}</span>
        </div>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void copyText(verification.headHash)}>
          {journalText.copyHash}
        </Button>
        {hide}
      </MessageBarActions>
    </MessageBar>
  );
}

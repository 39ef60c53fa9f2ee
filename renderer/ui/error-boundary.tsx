import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';

interface Props {
  /** Another key draws the view anew after a fault. */
  readonly name: string;
  readonly onFault: (fault: unknown, name: string) => void;
  readonly children: ReactNode;
}

interface State {
  readonly hasFault: boolean;
}

/** A fault in one view stays in that view; the rest of the window goes on. React offers this by a class only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFault: false };

  static getDerivedStateFromError(): State {
    return { hasFault: true };
  }

  override componentDidCatch(fault: unknown): void {
    this.props.onFault(fault, this.props.name);
  }

  override render(): ReactNode {
    if (!this.state.hasFault) return this.props.children;
    return <FaultNotice name={this.props.name} onRetry={() => this.setState({ hasFault: false })} />;
  }
}

const useStyles = makeStyles({
  root: { padding: '24px', maxWidth: '60ch' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

function FaultNotice({ name, onRetry }: { readonly name: string; readonly onRetry: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="alert">
      <h2 className={styles.title}>{name} cannot be shown</h2>
      <p>A fault in Landfall stopped this view. Nothing in the engagement was changed, and the other screens go on working.</p>
      <Button onClick={onRetry}>Show it again</Button>
    </div>
  );
}

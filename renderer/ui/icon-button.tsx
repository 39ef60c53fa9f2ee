import { Button, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

interface IconButtonProps {
  readonly icon: ReactElement;
  readonly label: string;
  /** As people read it, e.g. "Ctrl+B". */
  readonly shortcut?: string | undefined;
  readonly onClick: () => void;
  /** Why it cannot be pressed now; the button stays focusable so that the reason can be read. */
  readonly disabledReason?: string | null;
  readonly size?: 'small' | 'medium';
  readonly appearance?: 'subtle' | 'secondary' | 'transparent';
}

/** A button with an icon only: its tooltip is its name, with the shortcut or the reason why it is off. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, onClick, disabledReason = null, size = 'medium', appearance = 'subtle' } = props;
  const isOff = disabledReason !== null;
  const hint = isOff ? `${label}: ${disabledReason}` : shortcut === undefined ? label : `${label} (${shortcut})`;
  return (
    <Tooltip content={hint} relationship="description" withArrow>
      <Button
        appearance={appearance}
        size={size}
        icon={icon}
        aria-label={label}
        disabledFocusable={isOff}
        onClick={() => {
          if (!isOff) onClick();
        }}
      />
    </Tooltip>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';

/** Looks of the two lists that one types into: all commands, and find anything. */
export const useCommandListStyles = makeStyles({
  surface: {
    width: 'min(640px, calc(100vw - 32px))',
    maxWidth: 'none',
    padding: 0,
    marginTop: '8vh',
    overflow: 'hidden',
    alignSelf: 'start',
  },
  body: { display: 'block', padding: 0 },
  input: {
    width: '100%',
    height: '48px',
    padding: '0 16px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    outline: 'none',
    background: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase400,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  list: {
    maxHeight: 'min(400px, 56vh)',
    overflowY: 'auto',
    padding: '4px',
    '& [cmdk-group-heading]': {
      padding: '8px 12px 4px',
      fontSize: tokens.fontSizeBase200,
      color: tokens.colorNeutralForeground3,
    },
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '32px',
    padding: '4px 12px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '&[aria-selected="true"]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    },
    '&[aria-disabled="true"]': { color: tokens.colorNeutralForeground3, cursor: 'default' },
    '@media (forced-colors: active)': {
      '&[aria-selected="true"]': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
  },
  title: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  key: { marginLeft: 'auto', flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  note: { padding: '16px', color: tokens.colorNeutralForeground2 },
});

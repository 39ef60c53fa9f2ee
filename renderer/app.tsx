import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';

import { CommandsProvider } from './commands/commands-context.tsx';
import type { CommandRegistry } from './commands/registry.ts';
import { AppFrame } from './frame/app-frame.tsx';
import { AppProvider, useAppState } from './store/app-context.tsx';
import type { App } from './store/store.ts';
import { writingRulesOnce } from './ui/style-renderer.ts';
import { darkTheme, lightTheme } from './ui/theme.ts';

/** The whole window: theme, state, commands, frame. */
export function LandfallApp({ app, registry }: { readonly app: App; readonly registry: CommandRegistry }) {
  return (
    <AppProvider app={app}>
      <CommandsProvider registry={registry}>
        <Themed />
      </CommandsProvider>
    </AppProvider>
  );
}

const styleRenderer = writingRulesOnce(createDOMRenderer(document));
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribeToScheme(onChange: () => void): () => void {
  prefersDark.addEventListener('change', onChange);
  return () => prefersDark.removeEventListener('change', onChange);
}

function Themed() {
  const chosen = useAppState((state) => state.info?.preferences.theme ?? 'system');
  const isSystemDark = useSyncExternalStore(subscribeToScheme, () => prefersDark.matches);
  const isDark = chosen === 'system' ? isSystemDark : chosen === 'dark';
  useEffect(() => {
    // Scroll bars and native date fields follow the page's colour scheme, not Fluent's theme.
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <RendererProvider renderer={styleRenderer} targetDocument={document}>
      <FluentProvider theme={isDark ? darkTheme : lightTheme} style={{ height: '100%' }}>
        <AppFrame />
      </FluentProvider>
    </RendererProvider>
  );
}

import { useApp, useAppState } from '../../store/app-context.tsx';

/** The folder last used for a purpose, kept over restarts; at first the default folder. Setting it never disturbs anybody. */
export function useLastFolder(purpose: 'open' | 'create'): readonly [string, (folder: string) => void] {
  const app = useApp();
  const key = `folder.${purpose}`;
  const folder = useAppState((state) => state.info?.preferences.layouts[key] ?? state.info?.defaultFolder ?? '');
  return [folder, (next) => void app.setPreferences({ layouts: { [key]: next } })];
}

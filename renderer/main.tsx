import './configure-zod.ts';
import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { LandfallApp } from './app.tsx';
import { pickClient } from './client/pick-client.ts';
import { createCommandRegistry } from './commands/registry.ts';
import { createApp } from './store/store.ts';
import { describeFailure } from './text/common-failures.ts';

const app = createApp({
  client: pickClient(window),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  describeFailure,
});
app.start();
// In a narrow window the details lie over the screen; there they wait until somebody asks for them.
if (window.matchMedia('(max-width: 900px)').matches) app.toggleDetails(false);

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <LandfallApp app={app} registry={createCommandRegistry()} />
  </StrictMode>,
);

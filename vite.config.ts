import { builtinModules } from 'node:module';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { markAsBuilt, sourceState } from './electron/start/build-state.ts';

const inThisFolder = (file: string): string => path.join(import.meta.dirname, file);
const loadedAtRunTime = ['electron', 'better-sqlite3'];

/** One config, three bundles: main (ESM for Node), preload (one CommonJS file for the sandbox), renderer. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: { emptyOutDir: true },
  environments: {
    client: {
      build: {
        outDir: '../out/renderer',
        target: 'chrome146',
        sourcemap: true,
        chunkSizeWarningLimit: 2500,
        rolldownOptions: {
          output: {
            // SECURITY: zod has to be told to do without `eval` before any module builds a schema. Chunks that screens share run
            // before the entry; so the telling stands in the chunk of zod itself.
            codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|configure-zod/ }] },
          },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: {
        builtins: [...builtinModules, /^node:/, 'electron'],
        external: loadedAtRunTime,
        noExternal: true,
      },
      build: {
        ssr: true,
        outDir: '../out/main',
        target: 'node24',
        minify: false,
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: {
          input: {
            main: inThisFolder('electron/main.ts'),
            'main-loopback': inThisFolder('electron/main-loopback.ts'),
            'main-command-line': inThisFolder('electron/main-command-line.ts'),
            worker: inThisFolder('electron/workers/worker.ts'),
          },
          external: loadedAtRunTime,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { builtins: ['electron'], external: ['electron'], noExternal: true },
      build: {
        ssr: true,
        outDir: '../out/preload',
        target: 'chrome146',
        minify: false,
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: {
          input: { preload: inThisFolder('electron/preload.ts') },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      // Taken before: what changes during the build is not in it.
      const builtFrom = sourceState(import.meta.dirname);
      for (const name of ['main', 'preload', 'client'] as const) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`vite.config.ts: no environment named ${name}`);
        await builder.build(environment);
      }
      markAsBuilt(import.meta.dirname, builtFrom);
    },
  },
});

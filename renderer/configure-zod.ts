import { z } from 'zod';

// SECURITY: zod probes for `new Function`, which the Content-Security-Policy forbids. This module must be imported first.
z.config({ jitless: true });

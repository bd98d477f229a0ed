import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono().get('/', (c) => c.html('<!doctype html><title>Hello</title><p>Hello'));
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: 'localhost' });
process.once('SIGTERM', () => process.exit(0));

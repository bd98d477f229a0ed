import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The reference for pages: a Hono server that says hello, and does nothing else. */
const app = new Hono().get('/', (c) => c.html('<!doctype html><title>Hello</title><p>Hello'));
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: 'localhost' });
process.once('SIGTERM', () => process.exit(0));

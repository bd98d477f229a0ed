import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The reference for pages: a Hono server that only says hello. */
const app = new Hono().get('/', (c) => c.html('<!doctype html><title>Hello</title><p>Hello'));
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: 'localhost' });
process.once('SIGTERM', () => process.exit(0));

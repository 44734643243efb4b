import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { swaggerScript } from './swagger-script.ts';

const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/**
 * The Swagger UI page. It signs in through the realm like any other client, then loads the document; where Swagger UI
 * is not installed (a packaged console carries no node_modules) the same script lists the operations plainly.
 *
 * @param plain shows the plain list in any case
 */
export function swaggerPage(plain: boolean): Response {
  const dress = plain || swaggerFolder() === undefined ? '' : dressed;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>API · Dialai</title>${dress}
<style>body { margin: 1rem; font: 16px/1.5 system-ui, sans-serif }</style>
<script defer src="/api/swagger/assets/sign-in.js"></script>
</head>
<body><main><h1>Dialai API</h1><p id="state" role="status">Sign in to read the API document.</p>
<p><button id="sign-in" type="button">Sign in</button> <select id="tenant" aria-label="Tenant" hidden></select></p>
<div id="document"></div></main></body>
</html>`;
  // Swagger UI sets styles and images inline; its page holds nothing but the document and the person's own token.
  const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

const dressed = `
<link rel="stylesheet" href="/api/swagger/assets/swagger-ui.css">
<script defer src="/api/swagger/assets/swagger-ui-bundle.js"></script>`;

/** One of the page's files, or undefined when there is none by that name. */
export async function readSwaggerAsset(name: string): Promise<Response | undefined> {
  if (name === 'sign-in.js') return asset(swaggerScript, 'text/javascript; charset=utf-8');
  const folder = swaggerFolder();
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (folder === undefined || type === undefined) return undefined;
  return asset(await readFile(join(folder, name)), type);
}

function asset(content: string | Buffer<ArrayBuffer>, type: string): Response {
  return new Response(content, { headers: { 'content-type': type, 'cache-control': 'max-age=3600' } });
}

function swaggerFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  } catch {
    return undefined;
  }
}
